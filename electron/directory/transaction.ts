/** All of the work or none of it is in the file afterwards. */
import type { DatabaseSync } from 'node:sqlite';

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
    throw error;
  }
}
