/**
 * What is known of a sync: how far it is, what it does, why it waits. The part that lasts is kept in the local copy; all
 * of it is told to the page whenever it changes, a few times a second at most while it only grows.
 */
import type { Failure } from '../../contract/failures.ts';
import type { SyncState, SyncStatus } from '../../contract/sync.ts';
import type { InBackground } from '../background.ts';
import type { Clock } from '../clock.ts';
import type { Progress } from '../storage/frontier-table.ts';
import type { News } from '../storage/news.ts';
import type { SyncRecord } from '../storage/sync-table.ts';
import type { AskWriter } from '../storage/write-store.ts';
import { usedToday } from './budget.ts';
import { createRate } from './progress-rate.ts';

/** How often the page is told how far it is. */
const tellEveryMs = 250;
/** The same where nothing happens. */
const tellSilentMs = 1000;

/** Nothing is asked for, and until when; null: nobody knows. */
export type Waiting = { readonly why: Failure; readonly until: number | null };

export type LedgerNeeds = {
  readonly ask: AskWriter;
  readonly clock: Clock;
  readonly news: Pick<News, 'tell'>;
  readonly inBackground: InBackground;
};

export type Ledger = ReturnType<typeof createLedger>;

/** `record` and `progress` as they were stored. */
export function createLedger({ ask, clock, news, inBackground }: LedgerNeeds, record: SyncRecord, progress: Progress) {
  let kept = record;
  let counted = progress;
  let task: SyncState['task'] = 'walking';
  let waiting: Waiting | null = null;
  let pausedBy: Failure | null = null;
  let rate = createRate();
  let isTelling = false;
  let isListening = false;
  let isClosed = false;

  const done = () => counted.fetched + counted.failed + counted.notFound;
  const isRunning = () => kept.status === 'running' && pausedBy === null;
  const isMoving = () => isRunning() && waiting === null;
  const ratePerSecond = () => (isMoving() ? rate.perSecond(clock.monotonic()) : null);
  const secondsLeft = () => {
    if (!isMoving() || task === 'listing') return null;
    return rate.secondsLeft(clock.monotonic());
  };
  const state = (): SyncState => {
    return {
      status: pausedBy !== null ? 'paused' : isRunning() && waiting !== null ? 'waiting' : kept.status,
      task,
      why: waiting?.why ?? pausedBy,
      listTrouble: kept.listTrouble,
      ...counted,
      ratePerSecond: ratePerSecond(),
      secondsLeft: secondsLeft(),
      lookAgainAt: waiting?.until ?? null,
      completedAt: kept.completedAt,
      refresh: { perDay: kept.refreshPerDay, usedToday: usedToday(kept, clock.now()) },
    };
  };
  const tell = () => {
    if (!isClosed) news.tell('syncChanged', state());
  };
  /** While nothing comes nothing would be told, and the rate last told would stay. */
  const tellOfSilence = async () => {
    if (isListening) return;
    isListening = true;
    do {
      await clock.sleep(tellSilentMs);
      tell();
    } while (!isClosed && (ratePerSecond() ?? 0) > 0);
    isListening = false;
  };
  const keep = (change: Partial<SyncRecord>) => {
    kept = { ...kept, ...change };
    inBackground('keep the sync', () => ask('saveSync', [kept]));
  };
  const become = (status: SyncStatus, why: Failure | null) => {
    pausedBy = why;
    waiting = null;
    keep({ status });
    tell();
  };

  return {
    state,
    tell,
    /** What lasts. */
    kept: (): SyncRecord => kept,
    keep,
    task: () => task,
    pausedBy: () => pausedBy,
    isRunning,
    /** The person paused or stopped it. */
    isHeld: () => kept.status === 'paused' || kept.status === 'stopped',
    become: (status: SyncStatus) => become(status, null),
    /** What is kept says that it was running: the next start of the app tries again by itself. */
    pauseFor: (why: Failure) => become('running', why),
    turnTo: (next: SyncState['task']) => {
      task = next;
      tell();
    },
    wait: (wait: Waiting | null) => {
      waiting = wait;
      tell();
    },
    beginRate: () => {
      rate = createRate();
    },
    counted: (): Progress => counted,
    count: (now: Progress) => {
      counted = now;
    },
    /** The same after a batch: told soon, with those that follow. */
    grow: (now: Progress) => {
      counted = now;
      rate.note(done(), counted.found, clock.monotonic());
      void tellOfSilence();
      if (isTelling) return;
      isTelling = true;
      void clock.sleep(tellEveryMs).then(() => {
        isTelling = false;
        tell();
      });
    },
    /** Nothing is told any more. */
    close: () => {
      isClosed = true;
    },
  };
}
