-- The pass mark of a version, written once with its content, so that figures needn't read the content.
ALTER TABLE course_version
  ADD COLUMN mastery INT AS (COALESCE(CAST(JSON_VALUE(content, '$.mastery') AS INTEGER), 80)) PERSISTENT;

-- Submitted tests, each with its card's first test before. Whole: not closed early, or closed with at least 80 % of the scored
-- items answered (measurement, section 5). These views pass over the rows once: joins of ranked rows took a minute for
-- ten thousand cards.
CREATE SQL SECURITY INVOKER VIEW report_test AS
SELECT a.card_id,
       a.course_id,
       a.occasion,
       a.submitted_at,
       a.score,
       a.score >= v.mastery - 0.000001                                    AS passed,
       NOT a.closed_early OR a.answered >= 0.8 * a.scored_items           AS whole,
       MIN(CASE WHEN a.occasion = 'PRE' THEN a.submitted_at END)
           OVER (PARTITION BY a.card_id, a.course_id)                     AS pre_at
  FROM attempt a
  JOIN course_version v ON v.id = a.version_id
 WHERE a.submitted_at IS NOT NULL;

-- The pair: the first submitted pre-test and the first post-test submitted after it, which is at paired_at.
CREATE SQL SECURITY INVOKER VIEW report_pair AS
SELECT t.*,
       MIN(CASE WHEN t.occasion = 'POST' AND t.submitted_at > t.pre_at THEN t.submitted_at END)
           OVER (PARTITION BY t.card_id, t.course_id)                     AS paired_at
  FROM report_test t;

-- Everything known of a card in a course, one fact a row.
CREATE SQL SECURITY INVOKER VIEW report_fact AS
SELECT card_id, course_id, pre_at, paired_at, submitted_at AS tested_at, NULL AS completed_at,
       CASE WHEN occasion = 'PRE'  AND submitted_at = pre_at    THEN score  END AS pre_score,
       CASE WHEN occasion = 'PRE'  AND submitted_at = pre_at    THEN passed END AS pre_passed,
       CASE WHEN occasion = 'POST' AND submitted_at = paired_at THEN score  END AS post_score,
       CASE WHEN occasion = 'POST' AND submitted_at = paired_at THEN passed END AS post_passed,
       CASE WHEN occasion = 'PRE'  AND submitted_at = pre_at    THEN whole
            WHEN occasion = 'POST' AND submitted_at = paired_at THEN whole END  AS whole,
       occasion = 'POST'                                                        AS is_post
  FROM report_pair
 UNION ALL
SELECT card_id, course_id, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL FROM attempt WHERE submitted_at IS NULL
 UNION ALL
SELECT card_id, course_id, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL FROM module_progress
 UNION ALL
SELECT card_id, course_id, NULL, NULL, NULL, completed_at, NULL, NULL, NULL, NULL, NULL, NULL FROM course_completion;

-- Everybody who began a course with a card, in exactly one state. POST_ONLY: a test after, and none before it. moved_at: when
-- that state last changed. For those who have only read, that is taken to be when their card was issued: too early rather than
-- too late, since figures stand until enough people have moved.
CREATE SQL SECURITY INVOKER VIEW report_person AS
SELECT f.course_id,
       f.card_id,
       CASE WHEN MAX(f.paired_at) IS NOT NULL AND MIN(f.whole)  THEN 'PAIRED'
            WHEN MAX(f.paired_at) IS NOT NULL                   THEN 'PARTIAL'
            WHEN MAX(f.is_post)                                 THEN 'POST_ONLY'
            WHEN MAX(f.pre_at) IS NOT NULL                      THEN 'PRE_ONLY'
            ELSE 'NONE' END                                               AS state,
       MAX(f.completed_at) IS NOT NULL                                    AS completed,
       MAX(f.paired_at)                                                   AS paired_at,
       MAX(f.pre_score)                                                   AS pre_score,
       MAX(f.post_score)                                                  AS post_score,
       MAX(f.pre_passed)                                                  AS pre_passed,
       MAX(f.post_passed)                                                 AS post_passed,
       GREATEST(MAX(card.issued_at),
                COALESCE(MAX(f.pre_at),                                       MAX(card.issued_at)),
                COALESCE(MIN(CASE WHEN f.is_post THEN f.tested_at END),       MAX(card.issued_at)),
                COALESCE(MAX(f.paired_at),                                    MAX(card.issued_at)),
                COALESCE(MAX(f.completed_at),                                 MAX(card.issued_at))) AS moved_at
  FROM report_fact f
  JOIN participant_card card ON card.id = f.card_id
 GROUP BY f.card_id, f.course_id;

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
