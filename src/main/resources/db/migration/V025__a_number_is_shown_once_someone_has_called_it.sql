-- Who called a telephone channel and found it right. Bound to the number: if the files name another, the mark is void.
CREATE TABLE channel_check (
  channel_id VARCHAR(64)  NOT NULL,
  value      VARCHAR(120) NOT NULL,
  checked_by VARCHAR(60)  NOT NULL,
  checked_at DATETIME(3)  NOT NULL,
  PRIMARY KEY (channel_id)
);
