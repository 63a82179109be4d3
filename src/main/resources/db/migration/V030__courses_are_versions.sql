-- A course and which of its versions is served now.
CREATE TABLE course (
  id      UUID        NOT NULL,
  slug    VARCHAR(64) NOT NULL,
  code    VARCHAR(16) NOT NULL,
  version UUID        NULL,
  PRIMARY KEY (id),
  UNIQUE KEY course_slug (slug)
);

-- Immutable: a running attempt is scored against the version it began with.
CREATE TABLE course_version (
  id           UUID        NOT NULL,
  course_id    UUID        NOT NULL,
  number       INT         NOT NULL,
  hash         CHAR(64)    NOT NULL,
  published_at DATETIME(3) NOT NULL,
  content      LONGTEXT    NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY course_version_once (course_id, hash),
  CONSTRAINT version_of_course FOREIGN KEY (course_id) REFERENCES course (id)
);

-- The items of a version as figures need them: no words.
CREATE TABLE course_item (
  version_id UUID        NOT NULL,
  item_id    VARCHAR(64) NOT NULL,
  objective  VARCHAR(64) NOT NULL,
  form       VARCHAR(8)  NOT NULL,
  kind       VARCHAR(16) NOT NULL,
  scored     BOOLEAN     NOT NULL,
  PRIMARY KEY (version_id, item_id),
  CONSTRAINT item_of_version FOREIGN KEY (version_id) REFERENCES course_version (id)
);
