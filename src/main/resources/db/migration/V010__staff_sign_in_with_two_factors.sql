-- Names are folded by the application; the binary collation takes its word for it.
CREATE TABLE staff_member (
  id             UUID         NOT NULL,
  name           VARCHAR(40)  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  password_hash  VARCHAR(200) CHARACTER SET ascii   COLLATE ascii_bin   NOT NULL,
  start_password BOOLEAN      NOT NULL,
  session_epoch  INT          NOT NULL,
  created_at     DATETIME(3)  NOT NULL,
  disabled_at    DATETIME(3)  NULL,
  version        INT          NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY staff_member_name (name)
);

CREATE TABLE staff_role (
  staff_id UUID        NOT NULL,
  role     VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  PRIMARY KEY (staff_id, role),
  FOREIGN KEY (staff_id) REFERENCES staff_member (id)
);

-- The secret is encrypted with a key that lies outside the database; last_step makes each code good once.
CREATE TABLE staff_factor (
  staff_id      UUID           NOT NULL,
  sealed_secret VARBINARY(120) NOT NULL,
  key_version   SMALLINT       NOT NULL,
  enrolled_at   DATETIME(3)    NOT NULL,
  last_step     BIGINT         NOT NULL,
  version       INT            NOT NULL,
  PRIMARY KEY (staff_id),
  FOREIGN KEY (staff_id) REFERENCES staff_member (id)
);

CREATE TABLE staff_recovery_code (
  id       UUID        NOT NULL,
  staff_id UUID        NOT NULL,
  mac      BINARY(32)  NOT NULL,
  used_at  DATETIME(3) NULL,
  PRIMARY KEY (id),
  UNIQUE KEY staff_recovery_code_mac (staff_id, mac),
  FOREIGN KEY (staff_id) REFERENCES staff_member (id)
);
