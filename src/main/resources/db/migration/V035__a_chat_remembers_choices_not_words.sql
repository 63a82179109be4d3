-- One card's run of a module's chat: the ids of the choices in their order. Starting again forgets the earlier run.
CREATE TABLE scenario_run (
  card_id    UUID          NOT NULL,
  course_id  UUID          NOT NULL,
  module     INT           NOT NULL,
  version_id UUID          NOT NULL,
  choices    VARCHAR(2000) NOT NULL,
  moved_at   DATETIME(3)   NOT NULL,
  ended_at   DATETIME(3)   NULL,
  skipped_at DATETIME(3)   NULL,
  PRIMARY KEY (card_id, course_id, module),
  CONSTRAINT run_of_card FOREIGN KEY (card_id) REFERENCES participant_card (id) ON DELETE CASCADE,
  CONSTRAINT run_of_version FOREIGN KEY (version_id) REFERENCES course_version (id)
);
