-- What people can be reached by, so that a list of addresses, numbers and usernames is looked up at once.
CREATE TABLE handles (
  handle TEXT NOT NULL, kind INTEGER NOT NULL, person INTEGER NOT NULL, PRIMARY KEY (handle, kind, person)
) STRICT, WITHOUT ROWID;
-- One row while those of people who were stored before are filled in.
CREATE TABLE handles_filling (done_to INTEGER NOT NULL) STRICT;
INSERT INTO handles_filling SELECT 0 WHERE EXISTS (SELECT 1 FROM people);

-- Lists that were brought to be checked.
CREATE TABLE checks (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT,
  source TEXT NOT NULL,
  made_at INTEGER NOT NULL,
  shape TEXT,
  asked_at INTEGER,
  older_than INTEGER,
  asking TEXT
) STRICT;
-- Their rows, many in a part.
CREATE TABLE check_parts (
  check_id INTEGER NOT NULL, number INTEGER NOT NULL, rows TEXT NOT NULL, PRIMARY KEY (check_id, number)
) STRICT;
-- Who was said to be meant by a row.
CREATE TABLE check_choices (
  check_id INTEGER NOT NULL, place INTEGER NOT NULL, person INTEGER NOT NULL, by_name INTEGER NOT NULL, PRIMARY KEY (check_id, place)
) STRICT, WITHOUT ROWID;
CREATE TABLE check_runs (
  check_id INTEGER NOT NULL, number INTEGER NOT NULL, at INTEGER NOT NULL, counts TEXT NOT NULL, answers TEXT NOT NULL,
  PRIMARY KEY (check_id, number)
) STRICT;
