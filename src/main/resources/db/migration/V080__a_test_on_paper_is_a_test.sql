-- When a test on paper was taken in or corrected, in the room's own time; NULL for a test on a phone. submitted_at tells the order in
-- which a person answered, which a stack of paper doesn't keep: a first test that is taken in late stands before the last one.
ALTER TABLE attempt
  ADD COLUMN taken_in_at DATETIME(3) NULL;

-- What was printed, so that it can be read: which version of the course asks there, and where everything stands on the paper. A
-- sheet names its print by form, language and fingerprint.
CREATE TABLE sheet_print (
  workshop_id UUID        NOT NULL,
  form        CHAR(1)     NOT NULL,
  language    VARCHAR(12) NOT NULL,
  fingerprint INT         NOT NULL,
  version_id  UUID        NOT NULL,
  layout      LONGTEXT    NOT NULL,
  printed_at  DATETIME(3) NOT NULL,
  PRIMARY KEY (workshop_id, form, language, fingerprint),
  CONSTRAINT print_in_workshop FOREIGN KEY (workshop_id) REFERENCES workshop (id) ON DELETE CASCADE,
  CONSTRAINT print_of_version FOREIGN KEY (version_id) REFERENCES course_version (id)
);
