-- A certificate is renewed by a short course and an exam of its own. Both belong to one renewal: cycle is the number of the
-- certificate that is renewed (of its first edition), 0 on the way to the first one. What was learnt and sat until now was that way.
ALTER TABLE candidate_learning
  ADD COLUMN cycle INT NOT NULL DEFAULT 0 AFTER candidate_id,
  DROP PRIMARY KEY,
  ADD PRIMARY KEY (candidate_id, cycle, course_id, module);

ALTER TABLE exam_session
  ADD COLUMN kind VARCHAR(8) NOT NULL DEFAULT 'FULL' AFTER track;

ALTER TABLE exam_sitting
  ADD COLUMN cycle INT NOT NULL DEFAULT 0 AFTER candidate_id;
