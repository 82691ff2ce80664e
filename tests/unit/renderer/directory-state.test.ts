/** The one line in the rail, for every combination of what a sync, a token, a server and a disk can be. */
import { describe, expect, test } from 'vitest';
import { type Reachability, TokenState } from '../../../contract/account.ts';
import type { Failure } from '../../../contract/failures.ts';
import { type SyncState, SyncStatus } from '../../../contract/sync.ts';
import {
  type DirectoryState,
  directoryState,
  type SeenOfDirectory,
} from '../../../renderer/connection/directory-state.ts';
import { clockTime } from '../../../renderer/time/relative-time.ts';
import { scenes } from '../../renderer-double/sync-states.ts';

const now = Date.now();
const since = now - 60_000;
const soon = now + 83_000;
const later = now + 240_000;
const offlineLine = `Offline since ${clockTime(since, now)}`;

const whys: readonly (Failure | null)[] = [
  null,
  { kind: 'offline' },
  { kind: 'timeout', after: 'idle' },
  { kind: 'rate-limited', retryAfterSeconds: 60 },
  { kind: 'server', status: 503 },
  { kind: 'not-the-api', contentType: 'text/html' },
  { kind: 'disk-low', freeBytes: 312_000_000 },
  { kind: 'unauthorized' },
  { kind: 'token-needed' },
  { kind: 'forbidden' },
  { kind: 'database', trouble: 'full' },
  { kind: 'database', trouble: 'locked' },
  { kind: 'many-named', named: 40_000, fetched: 2 },
];
const states: readonly Reachability['state'][] = ['online', 'offline', 'unauthorized', 'untried'];
const tasks = ['listing', 'walking', 'refreshing'] as const;

type Case = SeenOfDirectory & { readonly sync: SyncState };

/** Each by itself; also what cannot be together today may be tomorrow. */
function* everyCase(): Generator<Case> {
  for (const status of SyncStatus.options)
    for (const task of tasks)
      for (const why of whys)
        for (const state of states)
          for (const token of TokenState.options)
            for (const canFetch of [true, false])
              for (const isKeychainLocked of [true, false])
                for (const [found, secondsLeft, perDay] of [
                  [0, null, 2000],
                  [1200, null, 2000],
                  [1200, 5, 2000],
                  [1200, null, 0],
                ] as const)
                  yield {
                    open: { token, canFetch, reachability: { state, since, lookAgainAt: later } },
                    isKeychainLocked,
                    sync: {
                      ...scenes.running(),
                      status,
                      task,
                      why,
                      found,
                      fetched: found === 0 ? 0 : 812,
                      secondsLeft,
                      lookAgainAt: soon,
                      refresh: { perDay, usedToday: 132 },
                    },
                    now,
                  };
}

const seen = (
  change: Partial<SyncState>,
  open: Partial<SeenOfDirectory['open']> = {},
  isKeychainLocked = false,
): Case => ({
  open: { token: 'stored', canFetch: true, reachability: { state: 'online', since, lookAgainAt: null }, ...open },
  isKeychainLocked,
  sync: { ...scenes.done(), found: 1200, fetched: 1200, failed: 0, ...change },
  now,
});
const away = { reachability: { state: 'offline', since, lookAgainAt: later } } as const;
const refusal = { reachability: { state: 'unauthorized', since, lookAgainAt: later } } as const;
const noToken = { token: 'missing', canFetch: false } as const;

type Row = readonly [what: string, of: Case, said: Partial<DirectoryState>];
const again = (at: number) => ({ of: 'again', at }) as const;
const rows: readonly Row[] = [
  ['never synced', seen({ status: 'never' }), { line: 'Not synced yet', bar: null, act: 'sync', countdown: null }],
  [
    'nobody to start from',
    seen({ status: 'never', found: 0 }),
    { line: 'Nobody to start from', act: 'add', tone: 'held' },
  ],
  [
    'nobody to start from was found',
    seen({ found: 2, fetched: 0, notFound: 2 }),
    { line: 'Nobody to start from', act: 'add', tone: 'held' },
  ],
  [
    'running while more are named',
    seen({ status: 'running', fetched: 900 }),
    { line: '900 of 1,200', bar: 0.75, act: 'pause', countdown: null },
  ],
  [
    'running, the total stands still',
    seen({ status: 'running', fetched: 900, secondsLeft: 12 }),
    { line: '900 of 1,200', bar: 0.75, act: 'pause', countdown: { of: 'left', seconds: 12 } },
  ],
  [
    'reading the list',
    seen({ status: 'running', task: 'listing', found: 0, fetched: 0 }),
    { line: 'Reading the list…', bar: 0, act: 'pause' },
  ],
  ['finished', seen({}), { line: 'Updates automatically', bar: null, act: 'sync', countdown: null, tone: 'well' }],
  [
    'refreshing',
    seen({ status: 'running', task: 'refreshing' }),
    { line: 'Updates automatically', bar: null, act: 'sync' },
  ],
  [
    'finished, nothing heard yet',
    seen({}, { reachability: { state: 'untried', since, lookAgainAt: null } }),
    { line: 'Asking the server…' },
  ],
  [
    'finished, updates turned off',
    seen({ refresh: { perDay: 0, usedToday: 0 } }),
    { line: 'Updates are off', bar: null },
  ],
  [
    'paused',
    seen({ status: 'paused', fetched: 900 }),
    { line: 'Paused at 900 of 1,200', bar: null, act: 'resume', countdown: null },
  ],
  ['stopped', seen({ status: 'stopped', fetched: 900 }), { line: 'Stopped at 900 of 1,200', bar: null, act: 'resume' }],
  [
    'finished, offline',
    seen({}, away),
    { line: offlineLine, bar: null, act: 'try', countdown: again(later), tone: 'held' },
  ],
  [
    'running, offline',
    seen({ status: 'running' }, away),
    { line: offlineLine, bar: null, act: 'try', countdown: again(later) },
  ],
  [
    'waiting, offline',
    seen({ status: 'waiting', why: { kind: 'offline' }, lookAgainAt: soon }, away),
    { line: offlineLine, countdown: again(later) },
  ],
  ['paused, offline', seen({ status: 'paused' }, away), { line: offlineLine, act: 'try' }],
  [
    'finished, token missing',
    seen({}, noToken),
    { line: 'Token needed', bar: null, act: 'token', countdown: null, tone: 'held' },
  ],
  ['never synced, token missing', seen({ status: 'never' }, noToken), { line: 'Token needed', act: 'token' }],
  [
    'keychain out of reach',
    seen({}, { token: 'unavailable', canFetch: false }),
    { line: 'Token needed', act: 'token' },
  ],
  ['keychain locked', seen({}, { token: 'locked', canFetch: false }), { line: 'Keychain locked', act: 'unlock' }],
  ['keychain locked, token not read', seen({}, noToken, true), { line: 'Keychain locked', act: 'unlock' }],
  [
    'keychain not answered',
    seen({}, { token: 'asking', canFetch: false }),
    { line: 'Asking the keychain…', act: null },
  ],
  ['offline without a token', seen({}, { ...noToken, ...away }), { line: offlineLine, act: 'token', countdown: null }],
  [
    'finished, token refused',
    seen({}, refusal),
    { line: 'Token refused', bar: null, act: 'token', countdown: again(later), tone: 'held' },
  ],
  [
    'paused since it was refused',
    seen({ status: 'paused', why: { kind: 'unauthorized' } }, refusal),
    { line: 'Token refused', act: 'token', countdown: again(later) },
  ],
  [
    'everybody refused',
    seen({ status: 'paused', why: { kind: 'forbidden' } }),
    { line: 'Refused by the server', act: 'token', countdown: null },
  ],
  [
    'less room than is kept free',
    seen({ status: 'waiting', why: { kind: 'disk-low', freeBytes: 312_000_000 }, lookAgainAt: soon }),
    { line: 'Low disk space', bar: null, act: 'pause', countdown: null, tone: 'held' },
  ],
  [
    'finished, less room than is kept free',
    seen({ why: { kind: 'disk-low', freeBytes: 312_000_000 } }),
    { line: 'Low disk space', act: 'pause' },
  ],
  [
    'disk full',
    seen({ status: 'paused', why: { kind: 'database', trouble: 'full' } }),
    { line: 'Paused: the disk is full', bar: null, act: 'resume', countdown: null },
  ],
  [
    'told to slow down',
    seen({ status: 'waiting', why: { kind: 'rate-limited', retryAfterSeconds: 60 }, lookAgainAt: soon }),
    { line: 'Asked to slow down', bar: null, act: 'try', countdown: again(soon) },
  ],
  [
    'the server fails',
    seen({ status: 'waiting', why: { kind: 'server', status: 503 }, lookAgainAt: soon }),
    { line: 'Waiting for the server', act: 'try', countdown: again(soon) },
  ],
  [
    'finished, the server fails while people are updated',
    seen({ why: { kind: 'server', status: 503 }, lookAgainAt: soon }),
    { line: 'Waiting for the server', act: 'try', countdown: again(soon) },
  ],
];

describe('the one line of a directory', () => {
  test.each(rows)('%s', (_what, of, said) => {
    expect(directoryState(of)).toMatchObject(said);
  });

  test('in every combination has words, and claims nothing that is not so', () => {
    let cases = 0;
    const broken: unknown[] = [];
    for (const of of everyCase()) {
      cases += 1;
      const said = directoryState(of);
      const lies = liesOf(of, said);
      if (lies.length > 0) broken.push({ lies, said, of });
    }
    expect(broken.slice(0, 3)).toEqual([]);
    expect(cases).toBeGreaterThan(50_000);
  });

  test('before the sync is told claims nothing of it', () => {
    expect(directoryState({ ...seen({}), sync: null })).toMatchObject({ bar: null, countdown: null, act: null });
    expect(directoryState({ ...seen({}, away), sync: null }).line).toBe(offlineLine);
  });

  test('tells in full how old everything is, and how fast people come', () => {
    const detail = (change: Partial<SyncState>) => directoryState(seen(change)).detail;
    expect(detail({ completedAt: now - 120_000 })).toBe('Synced 2 min ago. 132 of at most 2,000 updated today.');
    expect(detail({ completedAt: now + 3_600_000 })).toMatch(/^Synced \d.*; the clock was changed since\. /);
    expect(detail({ completedAt: now - 40 * 86_400_000, refresh: { perDay: 0, usedToday: 0 } })).toMatch(
      /^Synced 40 days ago\. /,
    );
    const running = { status: 'running', fetched: 900 } as const;
    expect(detail({ ...running, ratePerSecond: 93.4, failed: 3 })).toBe(
      '900 of 1,200 who were named so far, 93 a second. 3 could not be fetched: see Problems.',
    );
    expect(detail({ ...running, ratePerSecond: 0.84 })).toContain(', 0.8 a second.');
  });
});

/** The promises that a line does not keep. */
function liesOf({ open, sync }: Case, { line, detail, bar, countdown, act, tone }: DirectoryState): string[] {
  const { state } = open.reachability;
  const { status, task, why, found, secondsLeft, refresh } = sync;
  const isFree = open.canFetch && why === null;
  const isIdle = status === 'done' || (status === 'running' && task === 'refreshing');
  const isAutomatic = isFree && state === 'online' && isIdle && found > 0 && refresh.perDay > 0;
  const isThere = state === 'online' || state === 'untried';
  const isRunning = isFree && isThere && status === 'running' && task !== 'refreshing';
  const isAgain = countdown?.of === 'again';
  const promises: Readonly<Record<string, boolean>> = {
    'a line of its own, without a full stop': /^[A-Z\d].*[^.\s]$/.test(line),
    'a sentence in full': detail.endsWith('.'),
    'no hole': !/undefined|null|NaN|Infinity/.test(`${line} ${detail}`),
    'updates automatically only where they do': (line === 'Updates automatically') === isAutomatic,
    'offline is said where it is so': /offline/i.test(line) === (state === 'offline'),
    'a bar while something runs': (bar !== null) === isRunning,
    'what is left, while something runs': (countdown?.of === 'left') === (isRunning && secondsLeft !== null),
    'a look again that is planned': !isAgain || [later, soon].includes(countdown.at),
    'pause where there is something to pause': (act === 'pause') === (isRunning || line === 'Low disk space'),
    'without a token, nothing by itself and nothing that needs one':
      open.canFetch || (countdown === null && tone === 'held' && [null, 'token', 'unlock'].includes(act)),
  };
  return Object.entries(promises).flatMap(([promise, isKept]) => (isKept ? [] : [promise]));
}
