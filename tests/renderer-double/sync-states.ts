/** The sync as a page may find it, and problems of every kind. Not random: the same in every run. */
import { UserId } from '../../contract/ids.ts';
import type { PersonCard } from '../../contract/person.ts';
import type { Problem, SyncState } from '../../contract/sync.ts';
import { cardOf, day, everybody, idOf, minute } from './people.ts';

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

const pick = (...numbers: readonly number[]): PersonCard[] => numbers.map((number) => cardOf(number));
const rtl = cardOf(9060, { name: 'עדי בן־דוד', status: 'inactive' });
const long = everybody.find(({ name }) => name.startsWith('Maximiliana')) ?? cardOf(1);

const kinds: readonly Problem[] = [
  { kind: 'cycle', more: 0, people: pick(31, 32, 33) },
  { kind: 'cycle', more: 1, people: [long, rtl, ...pick(34, 35, 36)] },
  { kind: 'self-report', person: cardOf(41) },
  { kind: 'duplicate-report', more: 0, person: cardOf(42), ids: [idOf(51), idOf(52)] },
  {
    kind: 'not-an-id',
    more: 0,
    person: rtl,
    texts: ['../../etc/passwd', 'مدير الفرع', 'x'.repeat(300), '', '<script>alert(1)</script>'],
  },
  { kind: 'too-many-reports', person: cardOf(43), reports: 5000 },
  { kind: 'listed-twice', person: cardOf(47), times: 3 },
  { kind: 'list-part', listed: 800, total: 1200 },
  { kind: 'bad-entry', entry: 1204, why: 'no-id', text: '"../../etc/passwd"' },
  { kind: 'bad-entry', entry: 1205, why: 'no-user', text: '42' },
  { kind: 'several-managers', person: cardOf(44), managers: pick(45, 46) },
  { kind: 'several-managers', person: long, managers: pick(45, 46, 47, 48, 49, 50, 51) },
  { kind: 'not-found', id: idOf(4711), person: null, since: Date.now() - 9 * day, listedBy: pick(53, 54) },
  { kind: 'not-found', id: idOf(55), person: cardOf(55), since: Date.now() - 9 * minute, listedBy: [] },
  {
    kind: 'failed',
    id: UserId.parse('u-7'),
    person: null,
    failure: { kind: 'bad-reply', where: 'another-id', detail: '' },
    at: Date.now() - 3 * minute,
    listedBy: pick(56),
  },
  {
    kind: 'failed',
    id: idOf(57),
    person: cardOf(57),
    failure: { kind: 'server', status: 500 },
    at: Date.now() + 2 * day,
    listedBy: pick(58, 59, 60, 61, 62),
  },
];

/** Enough of them that a list cannot draw all. */
export const problems: readonly Problem[] = [
  ...kinds,
  ...Array.from({ length: 240 }, (_, index): Problem => {
    const card = cardOf(100 + index);
    return {
      kind: 'failed',
      id: card.id,
      person: index % 3 === 0 ? null : card,
      failure: index % 2 === 0 ? { kind: 'forbidden' } : { kind: 'timeout', after: 'idle' },
      at: Date.now() - index * minute,
      listedBy: pick(9, 10).slice(0, index % 3),
    };
  }),
];
