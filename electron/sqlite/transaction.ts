/** All of the work or none of it is in the file afterwards. */
import type { DatabaseSync } from 'node:sqlite';

const afterRollback = new WeakMap<DatabaseSync, (() => void)[]>();

/** Runs `work` in one write transaction; rolls back and rethrows when it throws. Not to be nested. */
export function inTransaction<T>(database: DatabaseSync, work: () => T): T {
  // IMMEDIATE: a transaction that reads first and writes later could not be retried when another writer came between.
  database.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    database.exec('COMMIT');
    return result;
  } catch (error) {
    // SQLITE_FULL and SQLITE_IOERR may have rolled back already.
    if (database.isTransaction) database.exec('ROLLBACK');
    for (const forget of afterRollback.get(database) ?? []) forget();
    throw error;
  }
}

/** For whoever remembers what was written: called when a transaction came to nothing, so that it is forgotten too. */
export function onRollback(database: DatabaseSync, forget: () => void): void {
  afterRollback.set(database, [...(afterRollback.get(database) ?? []), forget]);
}

/** Runs `read` in one read transaction: what others write while it runs is not seen. Not to be nested. */
export function atOneMoment<T>(database: DatabaseSync, read: () => T): T {
  database.exec('BEGIN');
  try {
    return read();
  } finally {
    if (database.isTransaction) database.exec('COMMIT');
  }
}
