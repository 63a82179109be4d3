-- The group that a card was handed out in, which is also the scope of its form order; null for people on their own. An id
-- only: which group that is, others know.
ALTER TABLE participant_card
  ADD COLUMN scope UUID NULL,
  ADD KEY participant_card_scope (scope);

-- Which parts of a course a group may begin now: PRE, POST or a module's number. Without a row a part is open: people on their
-- own, and a group whose meeting is over.
CREATE TABLE course_gate (
  scope     UUID        NOT NULL,
  course_id UUID        NOT NULL,
  part      VARCHAR(8)  NOT NULL,
  open      BOOLEAN     NOT NULL,
  moved_at  DATETIME(3) NOT NULL,
  PRIMARY KEY (scope, course_id, part),
  CONSTRAINT gate_of_course FOREIGN KEY (course_id) REFERENCES course (id)
);
