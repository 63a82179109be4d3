-- Which verdict counts and what happened last is told by a number, not by an id that holds the server's clock: that can be put back.
-- Rows that are there are numbered in the order of their ids, as they were read until now.
ALTER TABLE exam_verdict
  ADD COLUMN number BIGINT NOT NULL AUTO_INCREMENT,
  ADD UNIQUE KEY verdict_number (number);

-- What happened concerns a person, not a chair: a seat that was freed is given to somebody else. Of what is there it is known for
-- certain only if the exam had been begun on that seat, for then it could not be freed any more.
ALTER TABLE exam_incident
  ADD COLUMN number BIGINT NOT NULL AUTO_INCREMENT,
  ADD COLUMN candidate_id UUID NULL,
  ADD UNIQUE KEY incident_number (number),
  ADD CONSTRAINT incident_of_candidate FOREIGN KEY (candidate_id) REFERENCES candidate (id);
UPDATE exam_incident i
  JOIN exam_seat t    ON t.session_id = i.session_id AND t.number = i.seat
  JOIN exam_sitting s ON s.session_id = t.session_id AND s.candidate_id = t.candidate_id AND s.drawn_at <= i.noted_at
   SET i.candidate_id = t.candidate_id;
