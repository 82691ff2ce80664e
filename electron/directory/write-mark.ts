/** Tells whether anything was written since, so that what was worked out before still holds. */
import type { DatabaseSync } from 'node:sqlite';

/** A text that differs whenever anything was written to the file, through this connection or another. */
export function createWriteMark(database: DatabaseSync): () => string {
  const written = database.prepare('SELECT total_changes() AS count');
  const writtenElsewhere = database.prepare('PRAGMA data_version');
  return () => `${String(written.get()?.count)} ${String(writtenElsewhere.get()?.data_version)}`;
}
