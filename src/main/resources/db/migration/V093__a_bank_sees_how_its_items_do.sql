-- What an item was worth to a candidate, kept when the sitting is marked: how hard it really is. Nobody sees a candidate's own.
ALTER TABLE exam_paper
  ADD COLUMN points DOUBLE NULL;
