-- A module that was taught in the room to somebody who worked on paper: how many cards it has, which all count as seen. NULL for a
-- module that was read. Such a row is complete from the start.
ALTER TABLE module_progress
  ADD COLUMN taught_cards INT NULL;
