-- Whoever could not be had is tried again after a day, those whose last try is the oldest first.
CREATE INDEX fetch_failures_by_age ON fetch_failures (at);
CREATE INDEX not_found_by_age ON not_found (last_at) WHERE ended_at IS NULL;

-- How many of those rows are of people who are not stored, kept with every write.
CREATE TABLE missing_counts (what TEXT PRIMARY KEY, people INTEGER NOT NULL) STRICT, WITHOUT ROWID;
INSERT INTO missing_counts SELECT 'failed', count(*) FROM fetch_failures f
  WHERE NOT EXISTS (SELECT 1 FROM people p WHERE p.key = f.person);
INSERT INTO missing_counts SELECT 'not-found', count(*) FROM not_found n
  WHERE n.ended_at IS NULL AND NOT EXISTS (SELECT 1 FROM people p WHERE p.key = n.person);

-- Why the list of all users could not be used, as JSON; NULL: it was, or there was none.
ALTER TABLE sync ADD COLUMN list_trouble TEXT;
