-- When another key had to sign because this one was lost: so many were lost before, and each loss is accepted by itself. Null for keys
-- that were changed at will, and for losses before this column was there.
ALTER TABLE certificate_key
  ADD COLUMN lost_at DATETIME(3) NULL;
