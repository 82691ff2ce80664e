/** Each id that was ever named has one number, its key, for good. Keys are small and grow by one. */
import type { DatabaseSync } from 'node:sqlite';
import type { UserId } from '../../contract/ids.ts';
import type { PersonKey } from '../reporting/claim-graph.ts';

export type { PersonKey };
export type PersonIds = ReturnType<typeof createPersonIds>;

export function createPersonIds(database: DatabaseSync) {
  const keyOf = database.prepare('SELECT key FROM ids WHERE id = ?');
  const add = database.prepare('INSERT INTO ids (id) VALUES (?)');
  const idOf = database.prepare('SELECT id FROM ids WHERE key = ?');
  const find = (id: string): PersonKey | null => (keyOf.get(id) as { key: number } | undefined)?.key ?? null;
  return {
    /** The key of an id; null for one that was never named. */
    find,
    /** The key of an id, given one where it has none. Within a transaction only. */
    give: (id: UserId): PersonKey => find(id) ?? Number(add.run(id).lastInsertRowid),
    /** The id of a key that was given out. */
    idOf: (key: PersonKey): UserId => (idOf.get(key) as { id: UserId }).id,
  };
}
