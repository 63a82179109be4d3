-- What a candidate has learnt before the exam: which module, and on which day that was confirmed here. Not the day on which it was
-- completed: the days of all modules together would say which card it was. No card, no answer, no score.
CREATE TABLE candidate_learning (
  candidate_id UUID NOT NULL,
  course_id    UUID NOT NULL,
  module       INT  NOT NULL,
  confirmed_on DATE NOT NULL,
  PRIMARY KEY (candidate_id, course_id, module),
  CONSTRAINT learning_of_candidate FOREIGN KEY (candidate_id) REFERENCES candidate (id) ON DELETE CASCADE,
  CONSTRAINT learning_in_course FOREIGN KEY (course_id) REFERENCES course (id)
);

-- A card's module counts for one candidate only. Keyed digests that name neither: they say that it was confirmed, not for whom.
CREATE TABLE confirmed_learning (
  mac BINARY(32) NOT NULL,
  PRIMARY KEY (mac)
);
