-- Every table across workshops that was shown or taken as a file is a release: what it was laid out by, and what it was made of, the
-- first so many batches of the stage with enough people. The same again is one row; who took a file is in the trail.
CREATE TABLE report_shown (
  stage      VARCHAR(8)  NOT NULL,
  by_rows    VARCHAR(10) NOT NULL,
  by_columns VARCHAR(10) NOT NULL,
  only_value VARCHAR(60) NOT NULL,
  medium     VARCHAR(4)  NOT NULL,
  batches    INT         NOT NULL,
  smallest   INT         NOT NULL,
  shown_at   DATETIME(3) NOT NULL,
  PRIMARY KEY (stage, by_rows, by_columns, only_value, medium, batches, smallest)
);

-- Figures of courses are sums of batches, too: what they were and what was published of them is needed no more.
DROP TABLE report_release;
DROP VIEW report_person;
DROP VIEW report_fact;
DROP VIEW report_pair;
DROP VIEW report_test;
