/**
 * The database's shape, as steps that are only ever added to. A file is at step `user_version`; opening takes it to
 * the last one. Times are milliseconds since 1970-01-01T00:00Z by the server's clock, as far as it is known.
 */
import type { DatabaseSync } from 'node:sqlite';
import { inTransaction } from '../sqlite/transaction.ts';
import { number, prepareQuery } from '../sqlite/typed-query.ts';
import { sqlFiles } from './migrations/sql-files.at-build.ts';

/** SQL of each step; the step at index n takes a file from `user_version` n to n + 1. */
export const migrations: readonly string[] = sqlFiles;

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
  return prepareQuery(database, 'PRAGMA user_version', [number]).one()[0];
}
