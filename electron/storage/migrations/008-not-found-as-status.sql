-- People who are not found have that as their status here; what their record says stands in its observation. Those are read
-- again (reader_version 0), which brings their words in the index up to date.
ALTER TABLE people ADD COLUMN not_found_since INTEGER;
UPDATE people SET not_found_since = n.since, status = iif(status = 3, 3, 4), reader_version = 0
  FROM not_found n WHERE n.person = people.key AND n.ended_at IS NULL;
DELETE FROM status_counts;
INSERT INTO status_counts SELECT status, count(*) FROM people GROUP BY status;
