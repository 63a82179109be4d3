-- What an administrator has set on the site itself. Set-up that a machine needs to start is in its environment.
CREATE TABLE setting (
  name  VARCHAR(60)  NOT NULL,
  value VARCHAR(500) NOT NULL,
  PRIMARY KEY (name)
);

-- Append-only: what staff and the system did, never what a learner did. No update or delete is ever made on it.
CREATE TABLE audit_event (
  id      BIGINT       NOT NULL AUTO_INCREMENT,
  at      DATETIME(3)  NOT NULL,
  actor   VARCHAR(60)  NOT NULL,
  act     VARCHAR(60)  NOT NULL,
  subject VARCHAR(120) NOT NULL,
  PRIMARY KEY (id)
);
