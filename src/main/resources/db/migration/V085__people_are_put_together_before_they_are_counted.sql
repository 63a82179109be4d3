-- Figures across workshops are sums of batches: groups of at least ten that are never changed nor taken apart. What a batch's people
-- have alike stands in its dimensions; NULL is several, or not known. stage: COURSE (before and after), MONTH and QUARTER (after, and
-- again 30 and 90 days later). number: in the order in which they were made, so that "up to number n" says which were there.
CREATE TABLE report_batch (
  number         INT         NOT NULL AUTO_INCREMENT,
  id             UUID        NOT NULL,
  stage          VARCHAR(8)  NOT NULL,
  cluster        UUID        NOT NULL,
  course         UUID        NULL,
  audience       VARCHAR(20) NULL,
  region         VARCHAR(20) NULL,
  period         CHAR(7)     NULL,
  language       VARCHAR(12) NULL,
  partner        VARCHAR(60) NULL,
  no_test        INT         NOT NULL,
  pre_only       INT         NOT NULL,
  post_only      INT         NOT NULL,
  partial        INT         NOT NULL,
  paired         INT         NOT NULL,
  completed      INT         NOT NULL,
  mean_before    DOUBLE      NOT NULL,
  mean_after     DOUBLE      NOT NULL,
  squares_before DOUBLE      NOT NULL,
  squares_after  DOUBLE      NOT NULL,
  squares_gain   DOUBLE      NOT NULL,
  kept           INT         NOT NULL,
  gained         INT         NOT NULL,
  lost           INT         NOT NULL,
  never          INT         NOT NULL,
  PRIMARY KEY (number),
  UNIQUE KEY report_batch_id (id),
  KEY report_batch_stage (stage, number)
);

-- People who stand in one place and were counted at one moment. While they wait for a batch, nothing is kept of them but who they are;
-- afterwards, how many they were.
CREATE TABLE report_party (
  id          UUID        NOT NULL,
  stage       VARCHAR(8)  NOT NULL,
  workshop_id UUID        NULL,
  paired      BOOLEAN     NOT NULL,
  course      UUID        NULL,
  audience    VARCHAR(20) NULL,
  region      VARCHAR(20) NULL,
  period      CHAR(7)     NULL,
  language    VARCHAR(12) NULL,
  partner     VARCHAR(60) NULL,
  noted_on    DATE        NOT NULL,
  batch       INT         NULL,
  people      INT         NULL,
  PRIMARY KEY (id),
  KEY report_party_batch (batch, stage),
  KEY report_party_workshop (workshop_id),
  CONSTRAINT party_in_batch FOREIGN KEY (batch) REFERENCES report_batch (number)
);

-- Who is in a party, so that nobody is counted twice. Goes with the card: a party that waits then has one person fewer.
CREATE TABLE report_member (
  card_id   UUID       NOT NULL,
  course_id UUID       NOT NULL,
  stage     VARCHAR(8) NOT NULL,
  party_id  UUID       NOT NULL,
  PRIMARY KEY (card_id, course_id, stage),
  KEY member_of_party (party_id),
  CONSTRAINT member_is_card FOREIGN KEY (card_id) REFERENCES participant_card (id) ON DELETE CASCADE,
  CONSTRAINT member_in_party FOREIGN KEY (party_id) REFERENCES report_party (id) ON DELETE CASCADE
);

-- One row, locked by whoever puts people together: one at a time.
CREATE TABLE report_gathering (
  id          TINYINT     NOT NULL,
  gathered_at DATETIME(3) NULL,
  PRIMARY KEY (id)
);
INSERT INTO report_gathering (id, gathered_at) VALUES (1, NULL);
