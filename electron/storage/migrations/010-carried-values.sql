-- What the reply left out and an older one had, as JSON (carried.ts); NULL: nothing.
ALTER TABLE observations ADD COLUMN carried TEXT;
-- When this very text first came, where an earlier one said the same; NULL: first_seen_at.
ALTER TABLE observations ADD COLUMN text_at INTEGER;
-- When a reply last spoke of direct reports, where the newest did not; NULL: fetched_at.
ALTER TABLE people ADD COLUMN reports_at INTEGER;

-- A clock that was set back left intervals that end before they begin, and people who seem older than their reply.
UPDATE observations SET first_seen_at = max(observations.first_seen_at, s.before),
    last_seen_at = max(observations.last_seen_at, observations.first_seen_at, s.before)
  FROM (
    SELECT id, coalesce(max(max(first_seen_at, last_seen_at)) OVER (
      PARTITION BY person ORDER BY id ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS before
    FROM observations
    WHERE person IN (SELECT person FROM observations GROUP BY person HAVING count(*) > 1)
  ) s
  WHERE s.id = observations.id AND (observations.first_seen_at < s.before OR observations.last_seen_at < s.before);
UPDATE observations SET last_seen_at = first_seen_at WHERE last_seen_at < first_seen_at;
UPDATE people SET fetched_at = o.last_seen_at
  FROM observations o WHERE o.id = people.observation AND o.last_seen_at > people.fetched_at;
UPDATE claims SET last_seen_at = max(first_seen_at, last_seen_at),
    ended_at = max(first_seen_at, last_seen_at, ended_at)
  WHERE last_seen_at < first_seen_at OR ended_at < first_seen_at OR ended_at < last_seen_at;
UPDATE not_found SET last_at = max(since, last_at), ended_at = max(since, last_at, ended_at)
  WHERE ended_at < since OR ended_at < last_at OR (last_at > 0 AND last_at < since);
