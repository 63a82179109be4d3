-- What was last shown of a workshop: to its trainer in the ROOM, or to EVERYBODY who may see reports; the two are counted apart.
-- Figures that differ from it by a few people are not shown: the difference would be those people. totals: sums as JSON, without a
-- card or a moment, and without scores where too few people are behind them.
CREATE TABLE workshop_release (
  workshop_id UUID        NOT NULL,
  audience    VARCHAR(10) NOT NULL,
  number      INT         NOT NULL,
  taken_at    DATETIME(3) NOT NULL,
  totals      LONGTEXT    NOT NULL,
  PRIMARY KEY (workshop_id, audience, number),
  CONSTRAINT release_of_workshop FOREIGN KEY (workshop_id) REFERENCES workshop (id) ON DELETE CASCADE
);
