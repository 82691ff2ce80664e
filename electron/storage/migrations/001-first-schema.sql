-- The database as the first version made it: where every file begins, whatever the later steps make of it.

-- Every id that was ever named, by a reply or in a list of reports. The number stands for it everywhere else.
CREATE TABLE ids (key INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE) STRICT;

-- What a card, a sort and a search need of the newest reply; the rest of the user is in readings.
CREATE TABLE people (
  key INTEGER PRIMARY KEY,
  standing INTEGER NOT NULL,
  sort_name TEXT NOT NULL,
  name TEXT NOT NULL,
  username TEXT,
  email TEXT,
  availability TEXT,
  role TEXT,
  team TEXT,
  picture_url TEXT,
  report_count INTEGER NOT NULL,
  fetched_at INTEGER NOT NULL,
  observation INTEGER NOT NULL,
  reader_version INTEGER NOT NULL,
  search_text TEXT NOT NULL
) STRICT;
CREATE INDEX people_by_name ON people (sort_name);
CREATE INDEX people_by_standing ON people (standing, sort_name);

-- The user as read from the newest reply, as JSON.
CREATE TABLE readings (person INTEGER PRIMARY KEY, user TEXT NOT NULL) STRICT;

-- One row for each change of a person's reply. The text stands last, so that the flags are read without it.
CREATE TABLE observations (
  id INTEGER PRIMARY KEY,
  person INTEGER NOT NULL,
  sha256 TEXT NOT NULL,
  first_seen_at INTEGER NOT NULL,
  last_seen_at INTEGER NOT NULL,
  standing INTEGER NOT NULL,
  is_active INTEGER,
  is_deleted INTEGER,
  deleted_at REAL,
  availability TEXT,
  url TEXT NOT NULL,
  text TEXT NOT NULL
) STRICT;
CREATE INDEX observations_by_person ON observations (person);

-- Each manager and the people they list. While a claim lives it was last seen when its manager was last fetched, so last_seen_at is only
-- written when it ends: a reply that lists the same people again costs nothing here.
CREATE TABLE claims (
  manager INTEGER NOT NULL,
  report INTEGER NOT NULL,
  first_seen_at INTEGER NOT NULL,
  last_seen_at INTEGER,
  ended_at INTEGER,
  PRIMARY KEY (manager, report, first_seen_at)
) STRICT, WITHOUT ROWID;
CREATE INDEX claims_upward ON claims (report) WHERE ended_at IS NULL;

-- Since when the server answers that there is no such user, and until when it did.
CREATE TABLE not_found (
  person INTEGER NOT NULL,
  since INTEGER NOT NULL,
  last_at INTEGER NOT NULL,
  ended_at INTEGER,
  PRIMARY KEY (person, since)
) STRICT, WITHOUT ROWID;

CREATE TABLE opened (person INTEGER PRIMARY KEY, at INTEGER NOT NULL) STRICT;
CREATE INDEX opened_by_time ON opened (at);

CREATE TABLE labels (
  kind TEXT NOT NULL, id TEXT NOT NULL, name TEXT NOT NULL, PRIMARY KEY (kind, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE pictures (url TEXT PRIMARY KEY, sha256 TEXT, fetched_at INTEGER NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE start_ids (position INTEGER PRIMARY KEY, id TEXT NOT NULL) STRICT;

-- Folded words, made by search/words.ts: the tokenizer only has to split at spaces.
CREATE VIRTUAL TABLE words USING fts5(
  name, other, phone,
  content = '', contentless_delete = 1, detail = column, prefix = '1 2 3',
  tokenize = "ascii tokenchars '!#$%&*+-./:;<=>?@^_{|}~'"
);
