-- What it takes to be examined again; a track without a row has the defaults of the code.
CREATE TABLE exam_terms (
  track          VARCHAR(20) NOT NULL,
  attempts       SMALLINT    NOT NULL,
  cool_down_days SMALLINT    NOT NULL,
  pass_mark      SMALLINT    NOT NULL,
  PRIMARY KEY (track)
);

-- A day, a room, an invigilator. invigilator_mac: of the code that opens this session and no other. room_code: not secret, on the
-- wall while the session is open.
CREATE TABLE exam_session (
  id              UUID        NOT NULL,
  number          INT         NOT NULL AUTO_INCREMENT,
  track           VARCHAR(20) NOT NULL,
  courses         VARCHAR(60) NOT NULL,
  place           VARCHAR(80) NOT NULL,
  held_on         DATE        NOT NULL,
  planned_by      UUID        NOT NULL,
  planned_at      DATETIME(3) NOT NULL,
  invigilator_mac BINARY(32)  NOT NULL,
  opened_at       DATETIME(3) NULL,
  room_code       CHAR(6)     CHARACTER SET ascii COLLATE ascii_bin NULL,
  paused_at       DATETIME(3) NULL,
  closed_at       DATETIME(3) NULL,
  version         INT         NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY exam_session_number (number),
  UNIQUE KEY exam_session_code (invigilator_mac),
  CONSTRAINT session_planned_by FOREIGN KEY (planned_by) REFERENCES staff_member (id)
);

CREATE TABLE exam_seat (
  session_id   UUID NOT NULL,
  number       INT  NOT NULL,
  candidate_id UUID NOT NULL,
  PRIMARY KEY (session_id, number),
  UNIQUE KEY seat_once (session_id, candidate_id),
  KEY seats_of (candidate_id),
  CONSTRAINT seat_in_session FOREIGN KEY (session_id) REFERENCES exam_session (id) ON DELETE CASCADE,
  CONSTRAINT seat_of_candidate FOREIGN KEY (candidate_id) REFERENCES candidate (id)
);

-- What the invigilator noted, and what the platform noted by itself. No words: a kind, a seat, minutes.
CREATE TABLE exam_incident (
  id         UUID        NOT NULL,
  session_id UUID        NOT NULL,
  seat       INT         NULL,
  kind       VARCHAR(12) NOT NULL,
  minutes    INT         NULL,
  noted_at   DATETIME(3) NOT NULL,
  PRIMARY KEY (id),
  KEY incidents_of (session_id, noted_at),
  CONSTRAINT incident_in_session FOREIGN KEY (session_id) REFERENCES exam_session (id) ON DELETE CASCADE
);

-- A browser that came in with an invigilator's code: it may act in this session only.
CREATE TABLE invigilator_visit (
  cookie_mac BINARY(32)  NOT NULL,
  session_id UUID        NOT NULL,
  started_at DATETIME(3) NOT NULL,
  ended_at   DATETIME(3) NULL,
  PRIMARY KEY (cookie_mac),
  CONSTRAINT visit_of_session FOREIGN KEY (session_id) REFERENCES exam_session (id) ON DELETE CASCADE
);

-- One candidate's exam. seed and the items approved at drawn_at give the same paper again. versions: the courses as they were.
-- ends_at moves with a pause, a power cut and minutes that are given back. visit_id: the one browser that may answer.
CREATE TABLE exam_sitting (
  id           UUID        NOT NULL,
  session_id   UUID        NOT NULL,
  candidate_id UUID        NOT NULL,
  language     VARCHAR(12) NOT NULL,
  versions     VARCHAR(400) NOT NULL,
  seed         BINARY(32)  NOT NULL,
  drawn_at     DATETIME(3) NOT NULL,
  ends_at      DATETIME(3) NOT NULL,
  visit_id     UUID        NOT NULL,
  submitted_at DATETIME(3) NULL,
  closed_early BOOLEAN     NOT NULL DEFAULT FALSE,
  version      INT         NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY sitting_once (session_id, candidate_id),
  KEY sitting_open (submitted_at, ends_at),
  CONSTRAINT sitting_in_session FOREIGN KEY (session_id) REFERENCES exam_session (id),
  CONSTRAINT sitting_of_candidate FOREIGN KEY (candidate_id) REFERENCES candidate (id)
);

-- What was drawn, in the order in which it is asked, each with its own order of choices.
CREATE TABLE exam_paper (
  sitting_id UUID         NOT NULL,
  position   INT          NOT NULL,
  item_id    UUID         NOT NULL,
  choices    VARCHAR(600) NOT NULL,
  rights     VARCHAR(600) NOT NULL,
  PRIMARY KEY (sitting_id, position),
  UNIQUE KEY paper_once (sitting_id, item_id),
  KEY papers_with (item_id),
  CONSTRAINT paper_of_sitting FOREIGN KEY (sitting_id) REFERENCES exam_sitting (id) ON DELETE CASCADE,
  CONSTRAINT paper_has_item FOREIGN KEY (item_id) REFERENCES bank_item (id)
);

-- One answer to one item. Sent twice, it is the same row.
CREATE TABLE exam_answer (
  sitting_id    UUID         NOT NULL,
  position      INT          NOT NULL,
  submission_id UUID         NOT NULL,
  value         VARCHAR(600) NOT NULL,
  revision      INT          NOT NULL,
  saved_at      DATETIME(3)  NOT NULL,
  PRIMARY KEY (sitting_id, position),
  UNIQUE KEY exam_answer_submission (submission_id),
  CONSTRAINT answer_on_paper FOREIGN KEY (sitting_id, position) REFERENCES exam_paper (sitting_id, position) ON DELETE CASCADE
);

-- What came of it: the newest row counts, earlier ones stay. topics: points by topic, never by item.
CREATE TABLE exam_verdict (
  id         UUID        NOT NULL,
  sitting_id UUID        NOT NULL,
  scored_at  DATETIME(3) NOT NULL,
  reason     VARCHAR(10) NOT NULL,
  passed     BOOLEAN     NOT NULL,
  topics     TEXT        NOT NULL,
  PRIMARY KEY (id),
  KEY verdicts_of (sitting_id),
  CONSTRAINT verdict_of_sitting FOREIGN KEY (sitting_id) REFERENCES exam_sitting (id) ON DELETE CASCADE
);

-- When the platform was last seen alive with an exam under way: what lies between two beats is given back.
CREATE TABLE exam_pulse (
  id   TINYINT     NOT NULL,
  beat DATETIME(3) NOT NULL,
  PRIMARY KEY (id)
);
