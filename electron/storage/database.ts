/**
 * Opens the local copy: whatever stands at the path, what comes back is a sound database at the newest version,
 * readable by this account alone, or a failure that says why not. A damaged file is moved aside and begun anew;
 * one written by a newer Rolodesk is left exactly as it is.
 */
import { chmodSync, closeSync, existsSync, mkdirSync, openSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { failed, type Outcome, succeeded } from '../../contract/failures.ts';
import type { Clock } from '../clock.ts';
import { allowOwner, isInTheWay } from '../disk/place.ts';
import type { Log } from '../log.ts';
import { emptyIndex, isOfIndex } from '../search/index-health.ts';
import { endedCleanly, forgetCleanEnd, markCleanEnd, wasClosedBefore } from '../sqlite/clean-end.ts';
import { clearBeside, moveAside } from '../sqlite/damaged-files.ts';
import { isDamage, isWrongSchema, openingFailure } from '../sqlite/sqlite-failure.ts';
import { number, prepareQuery, text } from '../sqlite/typed-query.ts';
import { migrate, migrations, versionOf } from './migrations.ts';

export type DatabaseNeeds = {
  /** Path of the database; its folder is made where it is missing. */
  readonly file: string;
  readonly clock: Clock;
  readonly log: Log;
};

export type Opened<T> = { readonly built: T; readonly recovered: boolean; readonly endedCleanly: boolean };

/**
 * `build` makes what is wanted of the open database; where it finds the tables not to be what the version promises,
 * the file counts as damaged. Failures: `database` with newer-version, read-only, full or cannot-open.
 */
export function openDatabase<T>(
  { file, clock, log }: DatabaseNeeds,
  build: (database: DatabaseSync) => T,
): Outcome<Opened<T>> {
  try {
    prepareFolder(dirname(file));
    clearBeside(file);
    const first = tryOpening(file, build);
    if (first !== 'damaged') return first;
    log.info('database.damaged');
    moveAside(file, clock.now());
    forgetCleanEnd(file);
    const second = tryOpening(file, build);
    if (second === 'damaged') return failed({ kind: 'database', trouble: 'cannot-open' });
    return second.ok ? succeeded({ ...second.value, recovered: true }) : second;
  } catch (error) {
    return openingFailure(error, dirname(file));
  }
}

/** Another program that is reading just now keeps a part of the log from being brought in; nobody waits for it for long. */
const closingTimeoutMs = 200;

/**
 * Closes the database with everything in its one file, or what another program holds back in its log. `sound`: no sign of
 * damage was met while it was open; only then may the next opening leave out the check.
 */
export function closeDatabase(database: DatabaseSync, file: string, sound: boolean): void {
  try {
    database.exec(`PRAGMA busy_timeout = ${closingTimeoutMs}; PRAGMA wal_checkpoint(TRUNCATE)`);
  } finally {
    database.close();
  }
  if (sound) markCleanEnd(file);
}

function prepareFolder(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const { mode } = statSync(folder);
  // Never a folder that many share, such as /tmp: its sticky bit tells.
  if ((mode & 0o077) !== 0 && (mode & 0o1000) === 0) chmodSync(folder, 0o700);
}

/** https://www.sqlite.org/fileformat.html#the_database_header */
const headerBytes = 100;

const connectionOptions = {
  enableForeignKeyConstraints: false,
  enableDoubleQuotedStringLiterals: false,
  allowExtension: false,
  timeout: 2000,
};
const connectionPragmas = `
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = NORMAL;
  PRAGMA trusted_schema = OFF;
  PRAGMA cell_size_check = ON;
  PRAGMA temp_store = MEMORY;
  PRAGMA cache_size = -16384;
  PRAGMA wal_autocheckpoint = 2000;
  PRAGMA journal_size_limit = 16777216;
`;

/** A further connection to a file that is open already, and sound. Throws SQLite's errors. */
export function connect(file: string): DatabaseSync {
  const database = new DatabaseSync(file, connectionOptions);
  database.exec(connectionPragmas);
  return database;
}

function tryOpening<T>(file: string, build: (database: DatabaseSync) => T): Outcome<Opened<T>> | 'damaged' {
  if (isInTheWay(file)) return 'damaged';
  const before = statSync(file, { throwIfNoEntry: false });
  if (before !== undefined) allowOwner(file, before.mode);
  // SQLite would take a file without a header for a new one and drop the log beside it.
  const isEmptied = before !== undefined && before.size < headerBytes;
  if (isEmptied && (existsSync(`${file}-wal`) || wasClosedBefore(file))) return 'damaged';
  // Made here, so that it is never readable by others, not even for a moment; SQLite gives -wal and -shm the same mode.
  closeSync(openSync(file, 'a', 0o600));
  if (((before?.mode ?? 0) & 0o077) !== 0) chmodSync(file, 0o600);

  const clean = endedCleanly(file);
  const database = new DatabaseSync(file, connectionOptions);
  try {
    const version = versionOf(database);
    if (version > migrations.length) {
      database.close();
      return failed({ kind: 'database', trouble: 'newer-version' });
    }
    if (isOfAnother(database, version) || (before !== undefined && !clean && !isSound(database))) {
      database.close();
      return 'damaged';
    }
    forgetCleanEnd(file);
    // Rows hold whole replies: in pages of 4 KiB a fifth of the file would be gaps between them.
    if (version === 0) database.exec('PRAGMA page_size = 8192');
    database.exec(connectionPragmas);
    const built = tryBuilding(() => {
      migrate(database);
      return build(database);
    });
    if (built === 'damaged') database.close();
    return built === 'damaged'
      ? built
      : succeeded({ built: built.value, recovered: false, endedCleanly: clean || before === undefined });
  } catch (error) {
    if (database.isOpen) database.close();
    if (isDamage(error)) return 'damaged';
    throw error;
  }
}

/** The tables may not be what the file's version promises: a step then fails, or what is made of them. */
function tryBuilding<T>(build: () => T): { value: T } | 'damaged' {
  try {
    return { value: build() };
  } catch (error) {
    if (isDamage(error) || isWrongSchema(error)) return 'damaged';
    throw error;
  }
}

/**
 * Whether it was not made by Rolodesk alone: no step is below the first, a file at version 0 holds nothing, and of triggers and
 * views, which would change or refuse what is written, there are none.
 */
function isOfAnother(database: DatabaseSync, version: number): boolean {
  const found = (where: string) =>
    prepareQuery(database, `SELECT 1 FROM sqlite_schema ${where} LIMIT 1`, [number]).get() !== undefined;
  return version < 0 || (version === 0 && found('')) || found("WHERE type IN ('trigger', 'view')");
}

/** A damaged index is no damage: it is emptied, and made anew from the people. */
function isSound(database: DatabaseSync): boolean {
  const findings = prepareQuery(database, 'PRAGMA quick_check(20)', [text])
    .all()
    .map(([finding]) => finding);
  if (findings[0] === 'ok') return true;
  if (!findings.every(isOfIndex)) return false;
  // An older version's index is made anew by its migration.
  if (versionOf(database) === migrations.length) emptyIndex(database);
  return true;
}
