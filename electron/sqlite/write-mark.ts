/** Tells whether anything was written since, so that what was worked out before still holds. */
import type { DatabaseSync } from 'node:sqlite';
import { number, prepareQuery } from './typed-query.ts';

/** A text that differs whenever anything was written to the file, through this connection or another. */
export function createWriteMark(database: DatabaseSync): () => string {
  const written = prepareQuery(database, 'SELECT total_changes()', [number]);
  const writtenElsewhere = prepareQuery(database, 'PRAGMA data_version', [number]);
  return () => `${written.one()[0]} ${writtenElsewhere.one()[0]}`;
}
