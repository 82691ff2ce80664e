/**
 * The database's shape, as steps that are only ever added to. A file is at step `user_version`; opening takes it to
 * the last one. Times are milliseconds since 1970-01-01T00:00Z by the server's clock, as far as it is known.
 */
import type { DatabaseSync } from 'node:sqlite';
import { firstSchema } from './first-schema.ts';
import { inTransaction } from './transaction.ts';

/** SQL of each step; the step at index n takes a file from `user_version` n to n + 1. */
export const migrations: readonly string[] = [
  firstSchema,
  `
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
  `,
  `
  -- Made anew with a column for the tokens of labels and of standings, and with marked words of usernames.
  DROP TABLE words;
  CREATE VIRTUAL TABLE words USING fts5(
    name, other, phone, label,
    content = '', contentless_delete = 1, detail = column, prefix = '1 2 3',
    tokenize = "ascii tokenchars '!#$%&*+-./:;<=>?@^_{|}~'"
  );

  -- Every word of a name: what a mistyped word may have been meant for.
  CREATE TABLE vocabulary (word TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;

  -- Each role and team that somebody has. The number makes its token in the index.
  CREATE TABLE label_tokens (
    token INTEGER PRIMARY KEY, kind TEXT NOT NULL, id TEXT NOT NULL, UNIQUE (kind, id)
  ) STRICT;

  -- One row while the index is to be rebuilt: the last person who is in it again.
  CREATE TABLE index_rebuild (done_to INTEGER NOT NULL) STRICT;
  INSERT INTO index_rebuild SELECT 0 WHERE EXISTS (SELECT 1 FROM people);
  `,
  `
  -- The list is asked for anew every day, whether there was one before or not.
  ALTER TABLE sync DROP COLUMN lists;
  `,
  `
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
  `,
  `
  -- Entries of the list of all users, as it last came, that are nobody, or somebody who stood there before.
  CREATE TABLE list_oddities (
    -- Which entry, from 0.
    nth INTEGER PRIMARY KEY,
    why TEXT NOT NULL,
    -- What stood there, shortened.
    text TEXT NOT NULL,
    -- Who stood there before; NULL: it is nobody.
    person INTEGER
  ) STRICT;
  `,
  `
  -- One word for one thing, here as on screen.
  ALTER TABLE people RENAME COLUMN standing TO status;
  ALTER TABLE observations RENAME COLUMN standing TO status;
  ALTER TABLE standing_counts RENAME COLUMN standing TO status;
  ALTER TABLE standing_counts RENAME TO status_counts;
  `,
  `
  -- People who are not found have that as their status here; what their record says stands in its observation. Those are read
  -- again (reader_version 0), which brings their words in the index up to date.
  ALTER TABLE people ADD COLUMN not_found_since INTEGER;
  UPDATE people SET not_found_since = n.since, status = iif(status = 3, 3, 4), reader_version = 0
    FROM not_found n WHERE n.person = people.key AND n.ended_at IS NULL;
  DELETE FROM status_counts;
  INSERT INTO status_counts SELECT status, count(*) FROM people GROUP BY status;
  `,
  `
  -- Ids that differ only in letter case, or in the dashes of a UUID. A UUID with dashes is always stored in small letters.
  CREATE INDEX ids_by_letters ON ids (id COLLATE NOCASE) WHERE length(id) <> 36;
  `,
  `
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
  `,
  `
  -- What the list of all users says to be a part of, as JSON; NULL: it was whole, or there was none.
  ALTER TABLE sync ADD COLUMN list_part TEXT;
  `,
  `
  -- How many people had been named and not fetched when the person said to go on; 0: they were not asked.
  ALTER TABLE sync ADD COLUMN named_agreed INTEGER NOT NULL DEFAULT 0;
  `,
];

/**
 * Takes the database to the last step, each step in a transaction of its own. Throws SQLite's error where one fails;
 * the file is then at the step before.
 */
export function migrate(database: DatabaseSync, steps: readonly string[] = migrations): void {
  for (let version = versionOf(database); version < steps.length; version += 1) {
    inTransaction(database, () => {
      database.exec(steps[version] ?? '');
      database.exec(`PRAGMA user_version = ${version + 1}`);
    });
  }
}

/** The step a file is at; 0 for one that is new. */
export function versionOf(database: DatabaseSync): number {
  return Number(database.prepare('PRAGMA user_version').get()?.user_version ?? 0);
}
