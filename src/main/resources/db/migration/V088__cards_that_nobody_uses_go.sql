-- Cards that were not used for long are found by the day of their last use.
ALTER TABLE participant_card
  ADD KEY participant_card_used (last_used_on, id);
