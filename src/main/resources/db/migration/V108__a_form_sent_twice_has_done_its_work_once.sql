-- What a form of staff did, by the id that the server put into it: sent again, it does nothing and answers the same.
-- A subject is ids and numbers, a result ids: never a name, a code or a password.
CREATE TABLE submission (
  id      UUID         NOT NULL,
  act     VARCHAR(40)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  actor   VARCHAR(60)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  subject VARCHAR(120) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  result  VARCHAR(60)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '',
  sent_at DATETIME(3)  NOT NULL,
  PRIMARY KEY (id, act)
);
