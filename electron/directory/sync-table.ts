/** How far the sync was, so that the next start goes on there. */
import type { DatabaseSync } from 'node:sqlite';
import { SyncStatus } from '../../contract/sync.ts';

export type SyncRecord = {
  readonly status: SyncStatus;
  /** When the server was last asked for a list of all users; null: not yet. */
  readonly listedAt: number | null;
  readonly completedAt: number | null;
  readonly refreshPerDay: number;
  /** The day that `refreshUsed` counts, in whole days since 1970-01-01 by this computer's clock. */
  readonly refreshDay: number;
  readonly refreshUsed: number;
};

/** Enough to see an organisation of a few thousand anew every day, at a rate that no server notices. */
export const usualRefreshPerDay = 2000;

export const newSync: SyncRecord = {
  status: 'never',
  listedAt: null,
  completedAt: null,
  refreshPerDay: usualRefreshPerDay,
  refreshDay: 0,
  refreshUsed: 0,
};

export function createSyncTable(database: DatabaseSync) {
  const load = database.prepare(`
    SELECT status, listed_at, completed_at, refresh_per_day, refresh_day, refresh_used FROM sync`);
  const save = database.prepare(`
    INSERT OR REPLACE INTO sync (row, status, listed_at, completed_at, refresh_per_day, refresh_day, refresh_used)
    VALUES (1, ?, ?, ?, ?, ?, ?)`);
  return {
    load: (): SyncRecord => {
      const row = load.get() as SyncRow | undefined;
      if (row === undefined) return newSync;
      return {
        status: SyncStatus.parse(row.status),
        listedAt: row.listed_at,
        completedAt: row.completed_at,
        refreshPerDay: row.refresh_per_day,
        refreshDay: row.refresh_day,
        refreshUsed: row.refresh_used,
      };
    },
    save: (sync: SyncRecord): void => {
      save.run(sync.status, sync.listedAt, sync.completedAt, sync.refreshPerDay, sync.refreshDay, sync.refreshUsed);
    },
  };
}

type SyncRow = {
  readonly status: string;
  readonly listed_at: number | null;
  readonly completed_at: number | null;
  readonly refresh_per_day: number;
  readonly refresh_day: number;
  readonly refresh_used: number;
};
