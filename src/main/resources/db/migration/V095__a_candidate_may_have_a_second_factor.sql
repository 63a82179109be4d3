-- The password was right and the code of the app is still to come: such a visit can do nothing but send it.
ALTER TABLE candidate_visit
  ADD COLUMN half BOOLEAN NOT NULL DEFAULT FALSE;

-- A candidate's authenticator app, by their own choice. Encrypted as staff's are; last_step makes each code good once.
CREATE TABLE candidate_factor (
  candidate_id  UUID           NOT NULL,
  sealed_secret VARBINARY(120) NOT NULL,
  key_version   SMALLINT       NOT NULL,
  enrolled_at   DATETIME(3)    NOT NULL,
  last_step     BIGINT         NOT NULL,
  PRIMARY KEY (candidate_id),
  CONSTRAINT factor_of_candidate FOREIGN KEY (candidate_id) REFERENCES candidate (id) ON DELETE CASCADE
);

CREATE TABLE candidate_recovery_code (
  candidate_id UUID        NOT NULL,
  mac          BINARY(32)  NOT NULL,
  used_at      DATETIME(3) NULL,
  PRIMARY KEY (candidate_id, mac),
  CONSTRAINT recovery_of_factor FOREIGN KEY (candidate_id) REFERENCES candidate_factor (candidate_id) ON DELETE CASCADE
);
