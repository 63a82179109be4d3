-- Each line of the trail carries a hash of itself and of the line before it (AuditLine says how), without a gap in the numbers:
-- what is altered, removed or put elsewhere later breaks the chain. Lines of before are taken in as they stand.
ALTER TABLE audit_event
  MODIFY COLUMN id BIGINT NOT NULL,
  ADD COLUMN detail VARCHAR(500) NOT NULL DEFAULT '',
  ADD COLUMN hash CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '';

SET @line = 0;
UPDATE audit_event SET id = (@line := @line + 1) ORDER BY id;

SET @hash = SHA2('dalil-audit-1', 256);
UPDATE audit_event SET hash = (@hash := SHA2(CONCAT(@hash,
    LENGTH(id), ':', id, ',',
    '23:', LEFT(DATE_FORMAT(at, '%Y-%m-%dT%H:%i:%s.%f'), 23), ',',
    LENGTH(actor), ':', actor, ',',
    LENGTH(act), ':', act, ',',
    LENGTH(subject), ':', subject, ',',
    LENGTH(detail), ':', detail, ','), 256))
  ORDER BY id;

-- Where the chain ends. Locked by whoever adds a line, so that lines stand one after the other; sealed with a key that lies
-- outside the database, so that nobody who has only the database can write the whole chain anew.
CREATE TABLE audit_head (
  one  TINYINT  NOT NULL,
  id   BIGINT   NOT NULL,
  hash CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  seal CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  PRIMARY KEY (one)
);
INSERT INTO audit_head (one, id, hash, seal) VALUES (1, @line, @hash, '');

-- The application's own user can add lines and do nothing else to them: a fault in the application changes no history.
CREATE TRIGGER audit_event_is_never_changed BEFORE UPDATE ON audit_event
  FOR EACH ROW SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'the audit trail is only added to';
CREATE TRIGGER audit_event_is_never_removed BEFORE DELETE ON audit_event
  FOR EACH ROW SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'the audit trail is only added to';
CREATE TRIGGER audit_head_is_never_removed BEFORE DELETE ON audit_head
  FOR EACH ROW SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'the audit trail is only added to';
DELIMITER //
CREATE TRIGGER audit_head_only_goes_on BEFORE UPDATE ON audit_head
  FOR EACH ROW BEGIN
    IF NEW.id <> OLD.id + 1 THEN
      SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'the audit trail is only added to';
    END IF;
  END//
DELIMITER ;
