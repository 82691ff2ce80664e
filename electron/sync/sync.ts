/**
 * Grows the directory of one connection and keeps it fresh: everybody in one list where the server gives one, then one by
 * one whoever is named and not known; afterwards, for as long as the app runs, the oldest again. One run at a time.
 *
 * What is to be fetched follows from the local copy, so a run that was ended in any way goes on where it was.
 */
import type { Failure, Outcome } from '../../contract/failures.ts';
import { succeeded } from '../../contract/failures.ts';
import type { UserId } from '../../contract/ids.ts';
import type { SyncState } from '../../contract/sync.ts';
import type { Announce } from '../announce.ts';
import { findIds } from '../api/find-ids.ts';
import type { ApiClient } from '../api/reply.ts';
import { usersPath } from '../api/request.ts';
import type { InBackground } from '../background.ts';
import { type Clock, isFresh } from '../clock.ts';
import type { Progress } from '../directory/frontier-table.ts';
import type { Grown } from '../directory/growth.ts';
import type { SyncRecord } from '../directory/sync-table.ts';
import type { Ask } from '../directory/thread/work.ts';
import { leftToday, settled, spendOne } from './budget.ts';
import { grow } from './growing.ts';
import { createLedger } from './ledger.ts';
import { createMeanwhile } from './meanwhile.ts';
import { freshForMs, refresh } from './refreshing.ts';

/** How often the oldest are looked for. */
const lookForOldMs = 60_000;

export type SyncNeeds = {
  readonly api: ApiClient;
  /** The origin that is asked. */
  readonly server: string;
  readonly ask: Ask;
  readonly clock: Clock;
  readonly announce: Announce;
  readonly inBackground: InBackground;
  /** False while the token is not at hand. */
  readonly canFetch: () => boolean;
  /** Told of each batch that is stored. */
  readonly grown: (grown: Grown) => void;
  /** Who is on screen now. */
  readonly onScreen: () => readonly UserId[];
  /** Told when it begins to go through everybody. */
  readonly begun: () => void;
  /** Told when everybody who is named has been fetched, after somebody was. */
  readonly completed: () => void;
};

export type Sync = {
  readonly state: () => SyncState;
  /**
   * Goes on where the last run of the app left it; does nothing where the person had paused or stopped it. Without a
   * token it pauses, and says why, where it would go on.
   */
  readonly resume: () => void;
  readonly begin: () => SyncState;
  readonly pause: () => SyncState;
  readonly stop: () => SyncState;
  /** More people to begin from. */
  readonly startFrom: (ids: readonly UserId[]) => Promise<Outcome<{ added: number }>>;
  readonly addIds: (text: string) => Promise<Outcome<{ found: number; added: number; state: SyncState }>>;
  readonly setBudget: (perDay: number) => SyncState;
  /** Somebody may have been named whom nobody fetches yet. */
  readonly named: () => void;
  /** Whether somebody was asked for who is not stored yet. */
  readonly isUnderWay: (id: UserId) => boolean;
  /** Somebody was fetched for another reason: they need not be asked for once more. */
  readonly fetchedElsewhere: (id: UserId) => void;
  /** The token is at hand that was not, or another one is. */
  readonly tokenCame: () => void;
  /** Ends what is under way, once it is stored. The status stays, so that the next start goes on. */
  readonly close: () => Promise<void>;
};

/** `record` and `progress` as they were stored. */
export function createSync(needs: SyncNeeds, record: SyncRecord, progress: Progress): Sync {
  const { api, ask, clock, inBackground, canFetch } = needs;
  const ledger = createLedger(needs, record, progress);
  const { state, keep, kept, become } = ledger;
  /** On the monotonic clock: however the list fares, it is not asked for again before. */
  let nextListAt = Number.NEGATIVE_INFINITY;
  let run: { readonly ending: AbortController; readonly over: Promise<void> } | null = null;
  let lastOver: Promise<void> = Promise.resolve();
  let isClosed = false;
  /** The next token that comes is another one, and not the one that was only not at hand. */
  let hadToken = false;
  const meanwhile = createMeanwhile(api);
  let nudge: () => void = () => undefined;

  /** Whether the server may have a list, and it is time to ask for it. */
  const mayList = () => {
    const { listedAt } = kept();
    const wasListed = listedAt !== null && isFresh(listedAt, clock.now(), freshForMs);
    return clock.monotonic() >= nextListAt && !wasListed;
  };
  const listSoon = () => {
    nextListAt = Number.NEGATIVE_INFINITY;
    keep({ listedAt: null });
  };

  const walkNeeds = (signal: AbortSignal) => ({
    api: meanwhile.api,
    ask,
    clock,
    signal,
    grown: (batch: Grown) => {
      meanwhile.stored(batch);
      ledger.grow(batch.progress);
      needs.grown(batch);
    },
    waiting: ledger.wait,
    isFetched: meanwhile.isFetched,
  });

  const growThrough = async (signal: AbortSignal): Promise<Failure | null> => {
    const mayHaveList = mayList();
    nextListAt = clock.monotonic() + freshForMs;
    const trouble = await grow({
      ...walkNeeds(signal),
      listUrl: mayHaveList ? new URL(usersPath, needs.server).href : null,
      listed: ({ trouble: listTrouble }) => keep({ listedAt: clock.now(), listTrouble }),
      turnTo: ledger.turnTo,
    });
    // It was interrupted in the middle of the list, which is then the way to go on.
    if (ledger.task() === 'listing') nextListAt = Number.NEGATIVE_INFINITY;
    return trouble;
  };

  const keepFresh = async (signal: AbortSignal): Promise<Failure | null> => {
    ledger.turnTo('refreshing');
    keep(settled(kept(), clock.now()));
    return refresh({
      ...walkNeeds(signal),
      onScreen: needs.onScreen,
      left: () => leftToday(kept(), clock.now()),
      spend: () => keep(spendOne(kept(), clock.now())),
    });
  };

  /** Null: nobody is left who is named and not known. */
  const growIfNeeded = async (signal: AbortSignal): Promise<Failure | null> => {
    const [next, before] = await Promise.all([ask('pending', [0, 1]), ask('progress', [])]);
    if (!next.ok) return next.failure;
    if (!before.ok) return before.failure;
    // A pause that came meanwhile stands.
    if (signal.aborted) return null;
    ledger.count(before.value);
    if (kept().status !== 'running' && next.value.ids.length === 0 && !mayList()) return null;
    ledger.beginRate();
    become('running');
    needs.begun();
    const trouble = await growThrough(signal);
    if (trouble !== null || signal.aborted) return trouble;
    const after = await ask('progress', []);
    if (!after.ok) return after.failure;
    if (signal.aborted) return null;
    ledger.count(after.value);
    keep({ completedAt: clock.now() });
    become(after.value.found === 0 ? 'never' : 'done');
    needs.completed();
    return null;
  };

  const live = async (signal: AbortSignal): Promise<void> => {
    while (!signal.aborted) {
      const nudged = new Promise<void>((resolve) => {
        nudge = resolve;
      });
      meanwhile.begin();
      const growing = await growIfNeeded(signal);
      if (signal.aborted) return;
      const trouble = growing ?? (await keepFresh(signal));
      if (signal.aborted) return;
      if (trouble !== null) return ledger.pauseFor(trouble);
      ledger.tell();
      await Promise.race([clock.sleep(lookForOldMs, signal).catch(() => undefined), nudged]);
    }
  };

  const start = () => {
    if (run !== null || ledger.isHeld() || isClosed) return;
    hadToken ||= canFetch();
    const ending = new AbortController();
    const over = live(ending.signal).finally(() => {
      if (run?.ending === ending) run = null;
    });
    run = { ending, over };
    inBackground('sync', () => over);
  };
  /** Also waits for a run that was told to end before and is still storing what it had. */
  const end = async () => {
    const ended = run;
    run = null;
    ended?.ending.abort();
    if (ended !== null) lastOver = ended.over.catch(() => undefined);
    await lastOver;
  };
  /** A new run begins once the old one has stored what it had. */
  const restart = () =>
    inBackground('sync', async () => {
      await end();
      start();
    });

  const startFrom = async (ids: readonly UserId[]): Promise<Outcome<{ added: number }>> => {
    const added = await ask('addStartIds', [ids]);
    if (!added.ok) return added;
    ledger.count({ ...ledger.counted(), found: ledger.counted().found + added.value.added });
    ledger.tell();
    return added;
  };

  return {
    state,
    resume: () => {
      if (canFetch()) start();
      else if (ledger.isRunning() || (state().status === 'never' && state().found > 0))
        ledger.pauseFor({ kind: 'token-needed' });
    },
    begin: () => {
      api.circuit.retryNow();
      if (run !== null && ledger.isRunning()) return state();
      // What was only paused goes on; otherwise everything is tried once more, the list and whoever failed.
      if (state().status !== 'paused') {
        listSoon();
        inBackground('forgive', () => ask('forgiveFailures', []));
      }
      become('running');
      restart();
      return state();
    },
    pause: () => {
      inBackground('pause', end);
      become('paused');
      return state();
    },
    stop: () => {
      inBackground('stop', end);
      become('stopped');
      return state();
    },
    startFrom,
    addIds: async (text) => {
      const found = findIds(text);
      if (found.length === 0)
        return { ok: false, failure: { kind: 'bad-input', where: 'text', reason: 'no-id-found' } };
      const added = await startFrom(found);
      if (!added.ok) return added;
      nudge();
      if (canFetch()) start();
      ledger.tell();
      return succeeded({ found: found.length, ...added.value, state: state() });
    },
    setBudget: (perDay) => {
      keep({ refreshPerDay: perDay });
      nudge();
      ledger.tell();
      return state();
    },
    named: () => nudge(),
    isUnderWay: (id) => run !== null && meanwhile.isUnderWay(id),
    fetchedElsewhere: meanwhile.fetched,
    tokenCame: () => {
      const why = ledger.pausedBy()?.kind;
      // What another token was refused says nothing of this one.
      if (hadToken) inBackground('forgive', () => ask('forgiveRefusals', []));
      hadToken = true;
      if (why !== undefined && !isOfToken(why)) return;
      if (why === 'unauthorized' || why === 'forbidden') listSoon();
      restart();
    },
    close: async () => {
      isClosed = true;
      ledger.close();
      await end();
    },
  };
}

/** Whether another token can mend it. */
const isOfToken = (why: Failure['kind']): boolean =>
  why === 'unauthorized' || why === 'forbidden' || why === 'token-needed';
