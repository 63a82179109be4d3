-- An item of a bank, never changed: an edit is another row. Stem, choices and key lie in content, encrypted under a key outside the
-- database. Only what was approved by somebody else than its author is ever drawn.
CREATE TABLE bank_item (
  id             UUID        NOT NULL,
  course_id      UUID        NOT NULL,
  item_key       VARCHAR(64) NOT NULL,
  topic          VARCHAR(64) NOT NULL,
  difficulty     VARCHAR(8)  NOT NULL,
  languages      VARCHAR(60) NOT NULL,
  content        MEDIUMBLOB  NOT NULL,
  key_version    SMALLINT    NOT NULL,
  uploaded_by    UUID        NOT NULL,
  uploaded_at    DATETIME(3) NOT NULL,
  approved_by    UUID        NULL,
  approved_at    DATETIME(3) NULL,
  retired_by     UUID        NULL,
  retired_at     DATETIME(3) NULL,
  retired_reason VARCHAR(10) NULL,
  version        INT         NOT NULL,
  PRIMARY KEY (id),
  KEY bank_item_drawn (course_id, retired_at, approved_at),
  CONSTRAINT bank_item_of_course FOREIGN KEY (course_id) REFERENCES course (id),
  CONSTRAINT bank_item_uploaded FOREIGN KEY (uploaded_by) REFERENCES staff_member (id),
  CONSTRAINT bank_item_two_people CHECK (approved_by IS NULL OR approved_by <> uploaded_by)
);
