-- Every hour what is a week old is looked for, in a table that every form of staff adds to.
ALTER TABLE submission ADD KEY submission_sent (sent_at);
