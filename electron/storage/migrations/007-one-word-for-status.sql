-- One word for one thing, here as on screen.
ALTER TABLE people RENAME COLUMN standing TO status;
ALTER TABLE observations RENAME COLUMN standing TO status;
ALTER TABLE standing_counts RENAME COLUMN standing TO status;
ALTER TABLE standing_counts RENAME TO status_counts;
