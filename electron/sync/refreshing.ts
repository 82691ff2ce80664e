/** Keeps known people fresh: who is on screen first, then the oldest, within the day's budget and a few at a time. */
import { dayMs } from '../../contract/day.ts';
import { type Failure, succeeded } from '../../contract/failures.ts';
import type { UserId } from '../../contract/ids.ts';
import { type Source, type SyncRun, walk } from './walk.ts';

/** Whoever was fetched within a day is fresh enough. */
export const freshForMs = dayMs;
/** Polite: it has the whole day. */
const askers = 4;
const aRound = 100;

export type RefreshNeeds = {
  /** Who is on screen, to go before everybody else where they are old. */
  readonly onScreen: () => readonly UserId[];
  readonly left: () => number;
  /** One request was made. */
  readonly spend: () => void;
};

/** Resolves when nobody is old, the budget is used, or it is ended. As `walk` otherwise. */
export async function refresh(run: SyncRun, { onScreen, left, spend }: RefreshNeeds): Promise<Failure | null> {
  while (left() > 0 && !run.signal.aborted) {
    const old = await run.storing.ask('stale', [run.clock.now(), freshForMs, onScreen(), Math.min(aRound, left())]);
    if (!old.ok) return old.failure;
    if (old.value.length === 0) return null;
    let underWay = 0;
    const source: Source = async (after) =>
      succeeded(after === 0 ? { ids: old.value, last: 1 } : { ids: [], last: after });
    const trouble = await walk(run, source, {
      askers,
      mayAsk: () => {
        if (left() <= underWay) return false;
        underWay += 1;
        return true;
      },
      asked: (wasSent) => {
        underWay -= 1;
        if (wasSent) spend();
      },
    });
    if (trouble !== null) return trouble;
  }
  return null;
}
