-- How many people had been named and not fetched when the person said to go on; 0: they were not asked.
ALTER TABLE sync ADD COLUMN named_agreed INTEGER NOT NULL DEFAULT 0;
