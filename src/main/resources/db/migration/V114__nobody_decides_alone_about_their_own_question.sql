-- Whoever wrote a question of an exam does not decide alone whether it was faulty: another certifier has looked and confirmed first that
-- none of the questions of others is.
ALTER TABLE exam_appeal
  ADD COLUMN seconded_by UUID        NULL,
  ADD COLUMN seconded_at DATETIME(3) NULL,
  ADD CONSTRAINT appeal_seconded_by FOREIGN KEY (seconded_by) REFERENCES staff_member (id);
