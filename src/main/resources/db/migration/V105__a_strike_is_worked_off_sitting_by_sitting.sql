-- Sittings that have to be marked again because an item was struck. A row is taken away in the transaction that marks; until then the
-- result of that sitting is shown to nobody. No foreign keys: a strike must not wait for somebody who is just handing in.
CREATE TABLE exam_rescore (
  number     BIGINT      NOT NULL AUTO_INCREMENT,
  sitting_id UUID        NOT NULL,
  item_id    UUID        NOT NULL,
  wanted_at  DATETIME(3) NOT NULL,
  PRIMARY KEY (number),
  UNIQUE KEY rescore_once (sitting_id, item_id)
);
