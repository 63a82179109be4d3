-- Somebody who is to be examined. Who it is lies in person, encrypted under a key outside the database; neither the invitation
-- nor the password is here, only what they are checked against.
CREATE TABLE candidate (
  id             UUID           NOT NULL,
  number         INT            NOT NULL AUTO_INCREMENT,
  track          VARCHAR(20)    NOT NULL,
  person         VARBINARY(2000) NOT NULL,
  key_version    SMALLINT       NOT NULL,
  extra_percent  SMALLINT       NOT NULL,
  invited_by     UUID           NOT NULL,
  added_at       DATETIME(3)    NOT NULL,
  invitation_mac BINARY(32)     NULL,
  invited_at     DATETIME(3)    NULL,
  password_hash  VARCHAR(255)   NULL,
  version        INT            NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY candidate_number (number),
  UNIQUE KEY candidate_invitation (invitation_mac),
  CONSTRAINT candidate_invited_by FOREIGN KEY (invited_by) REFERENCES staff_member (id)
) AUTO_INCREMENT = 1001;

-- What a candidate is found by: keyed digests of the folded words of the name (WORD), of each whole spelling (NAME) and of the
-- academy's own number (REFERENCE).
CREATE TABLE candidate_term (
  candidate_id UUID        NOT NULL,
  kind         VARCHAR(10) NOT NULL,
  mac          BINARY(32)  NOT NULL,
  PRIMARY KEY (candidate_id, kind, mac),
  KEY candidate_term_mac (mac),
  CONSTRAINT term_of_candidate FOREIGN KEY (candidate_id) REFERENCES candidate (id) ON DELETE CASCADE
);

-- One browser in which a candidate is signed in, until it leaves or is idle.
CREATE TABLE candidate_visit (
  id           UUID        NOT NULL,
  cookie_mac   BINARY(32)  NOT NULL,
  candidate_id UUID        NOT NULL,
  started_at   DATETIME(3) NOT NULL,
  used_at      DATETIME(3) NOT NULL,
  ended_at     DATETIME(3) NULL,
  PRIMARY KEY (id),
  UNIQUE KEY candidate_visit_cookie (cookie_mac),
  KEY candidate_visit_of (candidate_id),
  CONSTRAINT visit_of_candidate FOREIGN KEY (candidate_id) REFERENCES candidate (id) ON DELETE CASCADE
);
