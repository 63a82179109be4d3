-- Which form a card takes first in a course: fixed when the card is issued, in balanced blocks (measurement, section 1).
CREATE TABLE form_block (
  scope     UUID       NOT NULL,
  course_id UUID       NOT NULL,
  forms     VARCHAR(8) NOT NULL,
  taken     TINYINT    NOT NULL,
  PRIMARY KEY (scope, course_id)
);

CREATE TABLE form_order (
  card_id    UUID    NOT NULL,
  course_id  UUID    NOT NULL,
  first_form CHAR(1) NOT NULL,
  PRIMARY KEY (card_id, course_id),
  CONSTRAINT order_of_card FOREIGN KEY (card_id) REFERENCES participant_card (id) ON DELETE CASCADE
);

-- One sitting of a form before or after a course. Scored against the version it began with.
CREATE TABLE attempt (
  id              UUID         NOT NULL,
  card_id         UUID         NOT NULL,
  course_id       UUID         NOT NULL,
  version_id      UUID         NOT NULL,
  occasion        VARCHAR(8)   NOT NULL,
  ordinal         INT          NOT NULL,
  form            CHAR(1)      NOT NULL,
  language        VARCHAR(12)  NOT NULL,
  taken_before    BOOLEAN      NULL,
  started_at      DATETIME(3)  NOT NULL,
  submitted_at    DATETIME(3)  NULL,
  submitted_visit UUID         NULL,
  closed_early    BOOLEAN      NOT NULL DEFAULT FALSE,
  answered        INT          NULL,
  scored_items    INT          NULL,
  score           DOUBLE       NULL,
  PRIMARY KEY (id),
  UNIQUE KEY attempt_once (card_id, course_id, occasion, ordinal),
  KEY attempt_figures (course_id, occasion, submitted_at),
  CONSTRAINT attempt_of_card FOREIGN KEY (card_id) REFERENCES participant_card (id) ON DELETE CASCADE,
  CONSTRAINT attempt_of_version FOREIGN KEY (version_id) REFERENCES course_version (id)
);

-- One answer to one item. The submission's id comes with the form; sent twice, it is the same row.
CREATE TABLE answer (
  attempt_id    UUID         NOT NULL,
  item_id       VARCHAR(64)  NOT NULL,
  submission_id UUID         NOT NULL,
  value         VARCHAR(200) NOT NULL,
  skipped       BOOLEAN      NOT NULL,
  revision      INT          NOT NULL,
  saved_at      DATETIME(3)  NOT NULL,
  score         DOUBLE       NULL,
  PRIMARY KEY (attempt_id, item_id),
  UNIQUE KEY answer_submission (submission_id),
  CONSTRAINT answer_of_attempt FOREIGN KEY (attempt_id) REFERENCES attempt (id) ON DELETE CASCADE
);
