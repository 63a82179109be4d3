-- A candidate asks for a review of a result, once for a sitting and with no words: a ground from a list. A certifier decides with a
-- reason that the candidate reads; it may name somebody, so it is sealed like names.
CREATE TABLE exam_appeal (
  id          UUID            NOT NULL,
  sitting_id  UUID            NOT NULL,
  ground      VARCHAR(10)     NOT NULL,
  asked_at    DATETIME(3)     NOT NULL,
  outcome     VARCHAR(10)     NULL,
  reason      VARBINARY(4000) NULL,
  key_version SMALLINT        NULL,
  decided_by  UUID            NULL,
  decided_at  DATETIME(3)     NULL,
  version     INT             NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY appeal_once (sitting_id),
  KEY appeals_open (decided_at, asked_at),
  CONSTRAINT appeal_of_sitting FOREIGN KEY (sitting_id) REFERENCES exam_sitting (id) ON DELETE CASCADE,
  CONSTRAINT appeal_decided_by FOREIGN KEY (decided_by) REFERENCES staff_member (id)
);
