-- What a card has seen of a module. Cards are bits: bit 0 is the first.
CREATE TABLE module_progress (
  card_id      UUID        NOT NULL,
  course_id    UUID        NOT NULL,
  module       INT         NOT NULL,
  seen         BIGINT      NOT NULL,
  last_card    INT         NOT NULL,
  read_to_end  BOOLEAN     NOT NULL,
  played       BOOLEAN     NOT NULL,
  moved_at     DATETIME(3) NOT NULL,
  completed_at DATETIME(3) NULL,
  PRIMARY KEY (card_id, course_id, module),
  CONSTRAINT progress_of_card FOREIGN KEY (card_id) REFERENCES participant_card (id) ON DELETE CASCADE
);

-- All modules, and the post-test submitted.
CREATE TABLE course_completion (
  card_id      UUID        NOT NULL,
  course_id    UUID        NOT NULL,
  version_id   UUID        NOT NULL,
  completed_at DATETIME(3) NOT NULL,
  PRIMARY KEY (card_id, course_id),
  KEY completion_of_course (course_id),
  CONSTRAINT completion_of_card FOREIGN KEY (card_id) REFERENCES participant_card (id) ON DELETE CASCADE
);

-- How much of the course had been seen when a post-test was submitted: 0 to 1.
CREATE TABLE exposure (
  attempt_id UUID   NOT NULL,
  share      DOUBLE NOT NULL,
  PRIMARY KEY (attempt_id),
  CONSTRAINT exposure_of_attempt FOREIGN KEY (attempt_id) REFERENCES attempt (id) ON DELETE CASCADE
);
