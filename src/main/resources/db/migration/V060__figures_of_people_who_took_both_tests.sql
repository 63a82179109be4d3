-- The pass mark of a version, written once with its content, so that figures needn't read the content.
ALTER TABLE course_version
  ADD COLUMN mastery INT AS (COALESCE(CAST(JSON_VALUE(content, '$.mastery') AS INTEGER), 80)) PERSISTENT;

-- Submitted tests. Whole: not closed early, or closed with at least 80 % of the scored items answered (measurement, section 5).
CREATE SQL SECURITY INVOKER VIEW report_test AS
SELECT a.card_id,
       a.course_id,
       a.occasion,
       a.ordinal,
       a.submitted_at,
       a.score,
       a.score >= v.mastery - 0.000001                                    AS passed,
       NOT a.closed_early OR a.answered >= 0.8 * a.scored_items           AS whole
  FROM attempt a
  JOIN course_version v ON v.id = a.version_id
 WHERE a.submitted_at IS NOT NULL;

-- The first submitted pre-test of a card.
CREATE SQL SECURITY INVOKER VIEW report_pre AS
SELECT card_id, course_id, submitted_at, score, passed, whole
  FROM (SELECT t.*,
               ROW_NUMBER() OVER (PARTITION BY card_id, course_id ORDER BY submitted_at, ordinal) AS place
          FROM report_test t
         WHERE occasion = 'PRE') ranked
 WHERE place = 1;

-- The pair: the first submitted pre-test and the first post-test submitted after it.
CREATE SQL SECURITY INVOKER VIEW report_pair AS
SELECT card_id, course_id, paired_at, pre_score, post_score, pre_passed, post_passed, whole
  FROM (SELECT pre.card_id,
               pre.course_id,
               post.submitted_at          AS paired_at,
               pre.score                  AS pre_score,
               post.score                 AS post_score,
               pre.passed                 AS pre_passed,
               post.passed                AS post_passed,
               pre.whole AND post.whole   AS whole,
               ROW_NUMBER() OVER (PARTITION BY pre.card_id, pre.course_id ORDER BY post.submitted_at, post.ordinal) AS place
          FROM report_pre pre
          JOIN report_test post ON post.card_id = pre.card_id AND post.course_id = pre.course_id
                               AND post.occasion = 'POST' AND post.submitted_at > pre.submitted_at) ranked
 WHERE place = 1;

-- Everybody who began a course with a card, in exactly one state. POST_ONLY: a test after, and none before it. moved_at: when
-- that state last changed. For those who have only read, that is taken to be when their card was issued: too early rather than
-- too late, since figures stand until enough people have moved.
CREATE SQL SECURITY INVOKER VIEW report_person AS
SELECT began.course_id,
       began.card_id,
       CASE WHEN pair.whole                 THEN 'PAIRED'
            WHEN pair.card_id IS NOT NULL   THEN 'PARTIAL'
            WHEN post.card_id IS NOT NULL   THEN 'POST_ONLY'
            WHEN pre.card_id  IS NOT NULL   THEN 'PRE_ONLY'
            ELSE 'NONE' END                                               AS state,
       done.completed_at IS NOT NULL                                      AS completed,
       pair.paired_at,
       pair.pre_score,
       pair.post_score,
       pair.pre_passed,
       pair.post_passed,
       GREATEST(card.issued_at,
                COALESCE(pre.submitted_at,  card.issued_at),
                COALESCE(post.submitted_at, card.issued_at),
                COALESCE(pair.paired_at,    card.issued_at),
                COALESCE(done.completed_at, card.issued_at))              AS moved_at
  FROM (SELECT card_id, course_id FROM attempt
         UNION
        SELECT card_id, course_id FROM module_progress) began
  JOIN participant_card card ON card.id = began.card_id
  LEFT JOIN report_pre  pre  ON pre.card_id  = began.card_id AND pre.course_id  = began.course_id
  LEFT JOIN report_pair pair ON pair.card_id = began.card_id AND pair.course_id = began.course_id
  LEFT JOIN (SELECT card_id, course_id, MIN(submitted_at) AS submitted_at
               FROM report_test
              WHERE occasion = 'POST'
              GROUP BY card_id, course_id) post
         ON post.card_id = began.card_id AND post.course_id = began.course_id
  LEFT JOIN course_completion done ON done.card_id = began.card_id AND done.course_id = began.course_id;

-- What was last published of a course. Figures that differ from it by a few people are not published: the difference would
-- be those people. The figures of pairs are kept only where there are enough of them.
CREATE TABLE report_release (
  course_id   UUID        NOT NULL,
  number      INT         NOT NULL,
  taken_at    DATETIME(3) NOT NULL,
  no_test     INT         NOT NULL,
  pre_only    INT         NOT NULL,
  post_only   INT         NOT NULL,
  partial     INT         NOT NULL,
  paired      INT         NOT NULL,
  completed   INT         NOT NULL,
  mean_pre    DOUBLE      NULL,
  mean_post   DOUBLE      NULL,
  mean_gain   DOUBLE      NULL,
  deviation   DOUBLE      NULL,
  passed_pre  INT         NULL,
  passed_post INT         NULL,
  PRIMARY KEY (course_id, number),
  CONSTRAINT release_of_course FOREIGN KEY (course_id) REFERENCES course (id)
);
