/**
 * What one run of the sync does: everybody in one list where the server gives one, then one by one whoever is named and
 * not known; afterwards, for as long as it is not ended, the oldest again.
 *
 * What is to be fetched follows from the local copy, so a run that was ended in any way goes on where it was.
 */
import type { Failure } from '../../contract/failures.ts';
import { goesOnByItself } from '../../contract/pauses.ts';
import { isFresh } from '../clock.ts';
import type { Progress } from '../storage/frontier-table.ts';
import { leftToday, settled, spendOne } from './budget.ts';
import { grow } from './growing.ts';
import type { Ledger } from './ledger.ts';
import type { Meanwhile } from './meanwhile.ts';
import { tooManyNamed } from './named.ts';
import { freshForMs, refresh } from './refreshing.ts';
import { createRoom } from './room.ts';
import type { SyncNeeds } from './sync.ts';
import type { SyncRun } from './walk.ts';

/** How often the oldest are looked for. Everybody is gone through for it; a day's freshness is worth no more often. */
const lookForOldMs = 600_000;
/** How often it is looked whether another program still writes to the local copy. */
const lookForUnlockedMs = 3_000;

export type Running = {
  /** Goes on until the signal aborts, or pauses for what keeps it from going on. */
  readonly live: (signal: AbortSignal) => Promise<void>;
  /** The list is asked for again, however it fared before. */
  readonly listSoon: () => void;
  /** There may be somebody to fetch: a run that waits looks at once. */
  readonly nudge: () => void;
};

export function createRunning(
  needs: Pick<SyncNeeds, 'ask' | 'clock' | 'disk' | 'onScreen' | 'news'>,
  ledger: Ledger,
  meanwhile: Meanwhile,
): Running {
  const { ask, clock, news } = needs;
  const { keep, kept, become } = ledger;
  /** On the monotonic clock: however the list fares, it is not asked for again before. */
  let nextListAt = Number.NEGATIVE_INFINITY;
  let wake: () => void = () => undefined;

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

  const begin = (signal: AbortSignal, grown: (progress: Progress) => void): SyncRun => ({
    api: meanwhile.api,
    clock,
    signal,
    storing: {
      ask,
      isFetched: meanwhile.isFetched,
      grown: (batch) => {
        meanwhile.stored(batch);
        ledger.grow(batch.progress);
        news.tell('stored', { by: 'sync', recorded: batch.recorded, missed: batch.missed });
        grown(batch.progress);
      },
    },
    waiting: ledger.wait,
    room: createRoom({ disk: needs.disk, signal, waiting: ledger.wait }),
  });

  /** Halts the work, and says why, once more people are named than the server can have. */
  const untilTooMany = async (
    wanted: AbortSignal,
    work: (run: SyncRun, isHalted: () => boolean) => Promise<Failure | null>,
  ): Promise<Failure | null> => {
    const halting = new AbortController();
    let tooMany: Failure | null = null;
    const halt = (progress: Progress) => {
      tooMany ??= tooManyNamed(progress, kept().namedAgreed);
      if (tooMany !== null) halting.abort();
    };
    const run = begin(AbortSignal.any([wanted, halting.signal]), halt);
    const trouble = await work(run, () => halting.signal.aborted);
    return tooMany ?? trouble;
  };

  const growThrough = async (wanted: AbortSignal): Promise<Failure | null> => {
    const mayHaveList = mayList();
    nextListAt = clock.monotonic() + freshForMs;
    const trouble = await untilTooMany(wanted, (run, isHalted) =>
      grow(
        { ...run, storing: { ...run.storing, isHalted } },
        {
          mayList: mayHaveList,
          listed: ({ trouble: listTrouble, part: listPart }) => keep({ listedAt: clock.now(), listTrouble, listPart }),
          turnTo: ledger.turnTo,
        },
      ),
    );
    // It was interrupted in the middle of the list, which is then the way to go on.
    if (ledger.task() === 'listing') nextListAt = Number.NEGATIVE_INFINITY;
    return trouble;
  };

  const keepFresh = async (wanted: AbortSignal): Promise<Failure | null> => {
    ledger.turnTo('refreshing');
    keep(settled(kept(), clock.now()));
    return untilTooMany(wanted, (run) =>
      refresh(run, {
        onScreen: needs.onScreen,
        left: () => leftToday(kept(), clock.now()),
        spend: () => keep(spendOne(kept(), clock.now())),
      }),
    );
  };

  /** Null: nobody is left who is named and not known. */
  const growIfNeeded = async (signal: AbortSignal): Promise<Failure | null> => {
    const [next, before] = await Promise.all([ask('pending', [0, 1]), ask('progress', [])]);
    if (!next.ok) return next.failure;
    if (!before.ok) return before.failure;
    // A pause that came meanwhile stands.
    if (signal.aborted) return null;
    ledger.count(before.value);
    const tooMany = tooManyNamed(before.value, kept().namedAgreed);
    if (tooMany !== null) return tooMany;
    if (kept().status !== 'running' && next.value.ids.length === 0 && !mayList()) return null;
    ledger.beginRate();
    become('running');
    news.tell('begun', null);
    const trouble = await growThrough(signal);
    if (trouble !== null || signal.aborted) return trouble;
    const after = await ask('progress', []);
    if (!after.ok) return after.failure;
    if (signal.aborted) return null;
    ledger.count(after.value);
    keep({ completedAt: clock.now() });
    become(after.value.found === 0 ? 'never' : 'done');
    news.tell('completed', null);
    return null;
  };

  /** A write that changes nothing tells whether the other program is done. */
  const untilUnlocked = async (signal: AbortSignal): Promise<void> => {
    while (!signal.aborted) {
      await clock.sleep(lookForUnlockedMs, signal).catch(() => undefined);
      if (signal.aborted || (await ask('saveSync', [kept()])).ok) return;
    }
  };

  const live = async (signal: AbortSignal): Promise<void> => {
    // From here on what was found is known at once.
    await needs.disk.look();
    while (!signal.aborted) {
      const nudged = new Promise<void>((resolve) => {
        wake = resolve;
      });
      meanwhile.begin();
      const growing = await growIfNeeded(signal);
      if (signal.aborted) return;
      const trouble = growing ?? (await keepFresh(signal));
      if (signal.aborted) return;
      if (trouble !== null) {
        ledger.pauseFor(trouble);
        if (!goesOnByItself(trouble)) return;
        await untilUnlocked(signal);
        if (signal.aborted) return;
        become('running');
        continue;
      }
      ledger.tell();
      await Promise.race([clock.sleep(lookForOldMs, signal).catch(() => undefined), nudged]);
    }
  };

  return { live, listSoon, nudge: () => wake() };
}
