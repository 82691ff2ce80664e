-- The user is read from the stored reply when a page is opened, so the copy of what was read goes; what tables, searches
-- and problems need of it stands here. Everybody is read anew (reader_version 0), which fills the new columns.
CREATE TABLE people_2 (
  key INTEGER PRIMARY KEY,
  standing INTEGER NOT NULL,
  sort_name TEXT NOT NULL,
  name TEXT NOT NULL,
  username TEXT,
  -- All addresses and all numbers, a line each, the primary first.
  emails TEXT,
  phones TEXT,
  availability TEXT,
  role TEXT,
  team TEXT,
  picture_url TEXT,
  report_count INTEGER NOT NULL,
  created_at REAL,
  updated_at REAL,
  deleted_at REAL,
  fetched_at INTEGER NOT NULL,
  observation INTEGER NOT NULL,
  reader_version INTEGER NOT NULL,
  -- 0 where the newest record lacks fields that Fetch User would give: an entry of a list.
  is_whole INTEGER NOT NULL,
  -- What is odd about the list of reports, as JSON; NULL: nothing.
  report_oddities TEXT,
  -- Of the words that are indexed, so that a change of anything else leaves the index alone.
  search_hash INTEGER NOT NULL
) STRICT;
INSERT INTO people_2 SELECT key, standing, sort_name, name, username, email, NULL, availability, role, team, picture_url,
  report_count, NULL, NULL, NULL, fetched_at, observation, 0, 1, NULL, 0 FROM people;
DROP TABLE people;
ALTER TABLE people_2 RENAME TO people;
CREATE INDEX people_by_name ON people (sort_name);
CREATE INDEX people_by_age ON people (fetched_at);
DROP TABLE readings;

-- How many people there are of each standing, kept with every write: counting a million takes a second.
CREATE TABLE standing_counts (standing INTEGER PRIMARY KEY, people INTEGER NOT NULL) STRICT;
INSERT INTO standing_counts SELECT standing, count(*) FROM people GROUP BY standing;

-- Names given on this computer to teams and roles whose names the server does not tell.
CREATE TABLE local_labels (
  kind TEXT NOT NULL, id TEXT NOT NULL, name TEXT NOT NULL, PRIMARY KEY (kind, id)
) STRICT, WITHOUT ROWID;

-- Who could not be fetched, and why: a failure of the contract, as JSON. Gone once they are fetched or not found.
CREATE TABLE fetch_failures (
  person INTEGER PRIMARY KEY, failure TEXT NOT NULL, at INTEGER NOT NULL, tries INTEGER NOT NULL, passes INTEGER NOT NULL
) STRICT;

-- How far the sync is, in one row. Who is still to be fetched follows from the other tables.
CREATE TABLE sync (
  row INTEGER PRIMARY KEY CHECK (row = 1),
  status TEXT NOT NULL,
  -- The list of all users: 1 where the server gave one last time, 0 where it did not, NULL: not asked yet.
  lists INTEGER,
  listed_at INTEGER,
  completed_at INTEGER,
  refresh_per_day INTEGER NOT NULL,
  refresh_day INTEGER NOT NULL,
  refresh_used INTEGER NOT NULL
) STRICT;
