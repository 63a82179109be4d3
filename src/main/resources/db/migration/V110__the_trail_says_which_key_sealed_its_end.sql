-- The version of the key that sealed the end: when that key is lost, and later the one made in its place, the second loss is told from
-- the first. Null until a line is added by a server that knows this column.
ALTER TABLE audit_head
  ADD COLUMN seal_key SMALLINT NULL;
