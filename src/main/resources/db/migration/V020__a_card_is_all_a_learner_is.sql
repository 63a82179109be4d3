-- A participant card: no name, no address, no birth date. The code itself is nowhere, only its HMAC under a key outside the
-- database. Erasing this row erases everything that belongs to it.
CREATE TABLE participant_card (
  id           UUID        NOT NULL,
  code_mac     BINARY(32)  NOT NULL,
  key_version  SMALLINT    NOT NULL,
  issued_at    DATETIME(3) NOT NULL,
  last_used_on DATE        NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY participant_card_code (key_version, code_mac)
);

-- One browser that works with a card, until it leaves or is idle. The cookie itself is nowhere either.
CREATE TABLE visit (
  id         UUID        NOT NULL,
  cookie_mac BINARY(32)  NOT NULL,
  card_id    UUID        NOT NULL,
  started_at DATETIME(3) NOT NULL,
  used_at    DATETIME(3) NOT NULL,
  ended_at   DATETIME(3) NULL,
  PRIMARY KEY (id),
  UNIQUE KEY visit_cookie (cookie_mac),
  KEY visit_card (card_id),
  CONSTRAINT visit_of_card FOREIGN KEY (card_id) REFERENCES participant_card (id) ON DELETE CASCADE
);
