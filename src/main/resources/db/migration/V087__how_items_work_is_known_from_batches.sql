-- Answers to each item, added up batch by batch, and the sums that were last shown: as JSON, without a card.
CREATE TABLE report_item (
  course_id UUID        NOT NULL,
  item_id   VARCHAR(64) NOT NULL,
  sums      LONGTEXT    NOT NULL,
  shown     LONGTEXT    NULL,
  PRIMARY KEY (course_id, item_id),
  CONSTRAINT sums_of_course FOREIGN KEY (course_id) REFERENCES course (id)
);
