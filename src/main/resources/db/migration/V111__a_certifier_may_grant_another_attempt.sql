-- Another attempt in place of a sitting: that one counts as no attempt any more. no_wait: the waiting time after it is lifted, too.
-- reason: a certifier's words, which may name somebody, so sealed like names.
CREATE TABLE exam_grant (
  sitting_id  UUID            NOT NULL,
  no_wait     BOOLEAN         NOT NULL,
  reason      VARBINARY(4000) NOT NULL,
  key_version SMALLINT        NOT NULL,
  granted_by  UUID            NOT NULL,
  granted_at  DATETIME(3)     NOT NULL,
  PRIMARY KEY (sitting_id),
  CONSTRAINT grant_for_sitting FOREIGN KEY (sitting_id) REFERENCES exam_sitting (id) ON DELETE CASCADE,
  CONSTRAINT granted_by_staff FOREIGN KEY (granted_by) REFERENCES staff_member (id)
);
