-- Keys that certificates are signed with. The secret half is a file outside the database; old public halves stay for good, so
-- that certificates of earlier years can still be checked. The one that signs now has current_one = 1.
CREATE TABLE certificate_key (
  id          CHAR(43)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  public_half BINARY(32)  NOT NULL,
  made_at     DATETIME(3) NOT NULL,
  retired_at  DATETIME(3) NULL,
  current_one TINYINT     NULL,
  PRIMARY KEY (id),
  UNIQUE KEY certificate_key_current (current_one)
);

-- What is to be issued, in the background: one line for a passed exam, and one more for each time it is issued again. The number
-- is the certificate's own, and its place in the list of revoked ones.
CREATE TABLE certificate_order (
  number       INT         NOT NULL AUTO_INCREMENT,
  sitting_id   UUID        NOT NULL,
  edition      INT         NOT NULL,
  candidate_id UUID        NOT NULL,
  track        VARCHAR(20) NOT NULL,
  courses      VARCHAR(60) NOT NULL,
  passed_at    DATETIME(3) NOT NULL,
  ordered_at   DATETIME(3) NOT NULL,
  done_at      DATETIME(3) NULL,
  problem      VARCHAR(60) NULL,
  PRIMARY KEY (number),
  UNIQUE KEY certificate_order_once (sitting_id, edition),
  KEY certificate_order_open (done_at, problem, number),
  CONSTRAINT order_of_candidate FOREIGN KEY (candidate_id) REFERENCES candidate (id)
);

-- A certificate is written once. No name: only a salted digest inside qr and credential, and the paper, sealed. The code that it
-- is looked up by is made from the id with a key outside the database, and stored as another HMAC.
CREATE TABLE certificate (
  id           UUID         NOT NULL,
  number       INT          NOT NULL,
  candidate_id UUID         NOT NULL,
  track        VARCHAR(20)  NOT NULL,
  issued_at    DATETIME(3)  NOT NULL,
  expires_at   DATETIME(3)  NOT NULL,
  key_id       CHAR(43)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  code_mac     BINARY(32)   NOT NULL,
  qr           VARCHAR(400) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  credential   TEXT         NOT NULL,
  paper        MEDIUMBLOB   NOT NULL,
  paper_key    SMALLINT     NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY certificate_number (number),
  UNIQUE KEY certificate_code (code_mac),
  KEY certificate_holder (candidate_id, track, issued_at),
  CONSTRAINT certificate_of_order FOREIGN KEY (number) REFERENCES certificate_order (number),
  CONSTRAINT certificate_of_candidate FOREIGN KEY (candidate_id) REFERENCES candidate (id),
  CONSTRAINT certificate_signed_with FOREIGN KEY (key_id) REFERENCES certificate_key (id)
);

CREATE TABLE certificate_revocation (
  number     INT         NOT NULL,
  ground     VARCHAR(12) NOT NULL,
  revoked_at DATETIME(3) NOT NULL,
  revoked_by VARCHAR(60) NOT NULL,
  PRIMARY KEY (number),
  CONSTRAINT revocation_of_certificate FOREIGN KEY (number) REFERENCES certificate (number)
);
