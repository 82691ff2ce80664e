/** The sync as a page may find it. Not random: the same in every run. */
import type { SyncState } from '../../contract/sync.ts';
import { day, everybody, minute } from './people.ts';

export type SyncScene =
  | 'never'
  | 'listing'
  | 'running'
  | 'refreshing'
  | 'waiting'
  | 'paused'
  | 'refused'
  | 'full'
  | 'stopped'
  | 'done'
  | 'clock-changed';

const known = everybody.length;

export const done = (): SyncState => ({
  status: 'done',
  task: 'walking',
  why: null,
  listTrouble: null,
  found: known,
  fetched: known,
  failed: 0,
  notFound: 0,
  ratePerSecond: null,
  secondsLeft: null,
  lookAgainAt: null,
  completedAt: Date.now() - 2 * minute,
  refresh: { perDay: 2000, usedToday: 132 },
});

const running = (): SyncState => ({
  ...done(),
  status: 'running',
  fetched: 812,
  failed: 3,
  notFound: 1,
  ratePerSecond: 93.4,
  secondsLeft: 4.2,
  completedAt: null,
});

export const scenes: { readonly [S in SyncScene]: () => SyncState } = {
  never: () => ({ ...done(), status: 'never', found: 0, fetched: 0, completedAt: null }),
  listing: () => ({ ...running(), task: 'listing', found: 0, fetched: 0, failed: 0, notFound: 0, ratePerSecond: null }),
  running,
  refreshing: () => ({ ...done(), status: 'running', task: 'refreshing', ratePerSecond: 4, failed: 2 }),
  waiting: () => ({
    ...running(),
    status: 'waiting',
    why: { kind: 'offline' },
    failed: 1203,
    lookAgainAt: Date.now() + 83_000,
  }),
  paused: () => ({ ...running(), status: 'paused', found: 104_212, fetched: 81_230, failed: 0 }),
  refused: () => ({ ...running(), status: 'paused', why: { kind: 'unauthorized' } }),
  full: () => ({ ...running(), status: 'paused', why: { kind: 'database', trouble: 'full' } }),
  stopped: () => ({ ...running(), status: 'stopped' }),
  done: () => ({ ...done(), failed: 3, fetched: known - 3 }),
  'clock-changed': () => ({ ...done(), completedAt: Date.now() + 3 * day }),
};
