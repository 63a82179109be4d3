-- A meeting of people who learn together. No address, no names; the contact is a service or a role, chosen by the trainer.
-- number: short, for sheets of paper. join_code: not secret, good for joining until join_until.
CREATE TABLE workshop (
  id         UUID         NOT NULL,
  number     INT          NOT NULL AUTO_INCREMENT,
  course_id  UUID         NOT NULL,
  modules    VARCHAR(60)  NOT NULL,
  languages  VARCHAR(60)  NOT NULL,
  region     VARCHAR(20)  NOT NULL,
  partner    VARCHAR(60)  NULL,
  contact    VARCHAR(120) NULL,
  held_on    DATE         NOT NULL,
  expected   INT          NOT NULL,
  planned_at DATETIME(3)  NOT NULL,
  opened_at  DATETIME(3)  NULL,
  paused_at  DATETIME(3)  NULL,
  closed_at  DATETIME(3)  NULL,
  join_code  CHAR(6)      CHARACTER SET ascii COLLATE ascii_bin NULL,
  join_until DATETIME(3)  NULL,
  version    INT          NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY workshop_number (number),
  UNIQUE KEY workshop_join_code (join_code),
  KEY workshop_course (course_id, held_on),
  CONSTRAINT workshop_of_course FOREIGN KEY (course_id) REFERENCES course (id)
);

-- Whose workshop it is. Whoever was removed has no right from the next request on; the row stays, for the trail.
CREATE TABLE workshop_trainer (
  workshop_id UUID        NOT NULL,
  staff_id    UUID        NOT NULL,
  added_at    DATETIME(3) NOT NULL,
  removed_at  DATETIME(3) NULL,
  PRIMARY KEY (workshop_id, staff_id),
  KEY trainer_workshops (staff_id),
  CONSTRAINT trainer_of_workshop FOREIGN KEY (workshop_id) REFERENCES workshop (id) ON DELETE CASCADE,
  CONSTRAINT trainer_is_staff FOREIGN KEY (staff_id) REFERENCES staff_member (id)
);

-- A number in the room and the card that has it. A card that was erased leaves its number behind.
CREATE TABLE seat (
  workshop_id UUID        NOT NULL,
  number      INT         NOT NULL,
  card_id     UUID        NULL,
  origin      VARCHAR(8)  NOT NULL,
  issued_at   DATETIME(3) NOT NULL,
  PRIMARY KEY (workshop_id, number),
  UNIQUE KEY seat_card (card_id),
  CONSTRAINT seat_in_workshop FOREIGN KEY (workshop_id) REFERENCES workshop (id) ON DELETE CASCADE,
  CONSTRAINT seat_of_card FOREIGN KEY (card_id) REFERENCES participant_card (id) ON DELETE SET NULL
);

-- Who was there, once a number: by PHONE (the card was entered), by TRAINER (ticked) or by SHEET (a filled sheet was taken in).
CREATE TABLE attendance (
  workshop_id UUID        NOT NULL,
  number      INT         NOT NULL,
  how         VARCHAR(8)  NOT NULL,
  noted_at    DATETIME(3) NOT NULL,
  PRIMARY KEY (workshop_id, number),
  CONSTRAINT attendance_of_seat FOREIGN KEY (workshop_id, number) REFERENCES seat (workshop_id, number) ON DELETE CASCADE
);

-- A module that was taught in the room, for everybody who was there, with or without a phone.
CREATE TABLE taught_module (
  workshop_id UUID        NOT NULL,
  module      INT         NOT NULL,
  taught_at   DATETIME(3) NOT NULL,
  PRIMARY KEY (workshop_id, module),
  CONSTRAINT taught_in_workshop FOREIGN KEY (workshop_id) REFERENCES workshop (id) ON DELETE CASCADE
);

-- Whether the answers came on a sheet of paper and were taken in by a trainer.
ALTER TABLE attempt
  ADD COLUMN on_paper BOOLEAN NOT NULL DEFAULT FALSE;
