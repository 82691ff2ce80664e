-- What is wrong with somebody's record by itself, as it was found when it was stored.
CREATE TABLE record_problems (
  person INTEGER NOT NULL, what INTEGER NOT NULL, evidence INTEGER NOT NULL, PRIMARY KEY (person, what)
) STRICT, WITHOUT ROWID;
-- Problems that were set aside, each as it was then.
CREATE TABLE problems_aside (
  kind TEXT NOT NULL, subject INTEGER NOT NULL, evidence INTEGER NOT NULL, note TEXT NOT NULL, at INTEGER NOT NULL,
  PRIMARY KEY (kind, subject)
) STRICT, WITHOUT ROWID;
-- Of each kind what was there when it was last looked at.
CREATE TABLE problems_seen (kind TEXT PRIMARY KEY, seen BLOB NOT NULL) STRICT;
