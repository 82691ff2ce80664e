/** How far the sync was, so that the next start goes on there. */
import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { FailureSchema } from '../../contract/failure-schema.ts';
import type { Failure } from '../../contract/failures.ts';
import { SyncStatus } from '../../contract/sync.ts';
import type { ListPart } from '../api/api-client.ts';
import { number, orNull, prepareQuery, text } from '../sqlite/typed-query.ts';

export type SyncRecord = {
  readonly status: SyncStatus;
  /** When the server was last asked for a list of all users; null: not yet. */
  readonly listedAt: number | null;
  /** Why the list that there was could not be used; null: it was, or there was none. */
  readonly listTrouble: Failure | null;
  /** What the list itself says to be a part of; null: it was whole, or there was none. */
  readonly listPart: ListPart | null;
  /** How many people had been named and not fetched when the person said to go on, or gave them; 0: never. */
  readonly namedAgreed: number;
  readonly completedAt: number | null;
  readonly refreshPerDay: number;
  /** The day that `refreshUsed` counts, in whole days since 1970-01-01. */
  readonly refreshDay: number;
  readonly refreshUsed: number;
};

const StoredPart = z.object({ listed: z.number().int(), total: z.number().int().nullable() });

/** Enough to see an organisation of a few thousand anew every day, at a rate that no server notices. */
export const usualRefreshPerDay = 2000;

export const newSync: SyncRecord = {
  status: 'never',
  listedAt: null,
  listTrouble: null,
  listPart: null,
  namedAgreed: 0,
  completedAt: null,
  refreshPerDay: usualRefreshPerDay,
  refreshDay: 0,
  refreshUsed: 0,
};

export function createSyncTable(database: DatabaseSync) {
  const load = prepareQuery(
    database,
    `SELECT status, listed_at, list_trouble, list_part, named_agreed, completed_at, refresh_per_day, refresh_day, refresh_used FROM sync`,
    {
      status: text,
      listed_at: orNull(number),
      list_trouble: orNull(text),
      list_part: orNull(text),
      named_agreed: number,
      completed_at: orNull(number),
      refresh_per_day: number,
      refresh_day: number,
      refresh_used: number,
    },
  );
  const save = database.prepare(`
    INSERT OR REPLACE INTO sync
      (row, status, listed_at, list_trouble, list_part, named_agreed, completed_at, refresh_per_day, refresh_day, refresh_used)
    VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?, ?)`);
  return {
    load: (): SyncRecord => {
      const row = load.get();
      if (row === undefined) return newSync;
      return {
        status: SyncStatus.parse(row.status),
        listedAt: row.listed_at,
        listTrouble: row.list_trouble === null ? null : FailureSchema.parse(JSON.parse(row.list_trouble)),
        listPart: row.list_part === null ? null : StoredPart.parse(JSON.parse(row.list_part)),
        namedAgreed: row.named_agreed,
        completedAt: row.completed_at,
        refreshPerDay: row.refresh_per_day,
        refreshDay: row.refresh_day,
        refreshUsed: row.refresh_used,
      };
    },
    save: (sync: SyncRecord): void => {
      const trouble = sync.listTrouble === null ? null : JSON.stringify(sync.listTrouble);
      const { status, listedAt, namedAgreed, completedAt, refreshPerDay, refreshDay, refreshUsed } = sync;
      const part = sync.listPart === null ? null : JSON.stringify(sync.listPart);
      save.run(status, listedAt, trouble, part, namedAgreed, completedAt, refreshPerDay, refreshDay, refreshUsed);
    },
  };
}
