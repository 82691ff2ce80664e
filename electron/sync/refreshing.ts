/** Keeps known people fresh: who is on screen first, then the oldest, within the day's budget and a few at a time. */
import { dayMs } from '../../contract/day.ts';
import { type Failure, succeeded } from '../../contract/failures.ts';
import type { UserId } from '../../contract/ids.ts';
import type { WalkNeeds } from './walk.ts';
import { walk } from './walk.ts';

/** Whoever was fetched within a day is fresh enough. */
export const freshForMs = dayMs;
/** Polite: it has the whole day. */
const askers = 4;
const aRound = 100;

export type RefreshNeeds = Omit<WalkNeeds, 'source' | 'askers' | 'mayAsk' | 'asked'> & {
  /** Who is on screen, to go before everybody else where they are old. */
  readonly onScreen: () => readonly UserId[];
  readonly left: () => number;
  /** One request was made. */
  readonly spend: () => void;
};

/** Resolves when nobody is old, the budget is used, or it is ended. As `walk` otherwise. */
export async function refresh({ onScreen, left, spend, ...needs }: RefreshNeeds): Promise<Failure | null> {
  while (left() > 0 && !needs.signal.aborted) {
    const old = await needs.ask('stale', [needs.clock.now(), freshForMs, onScreen(), Math.min(aRound, left())]);
    if (!old.ok) return old.failure;
    if (old.value.length === 0) return null;
    let underWay = 0;
    const trouble = await walk({
      ...needs,
      askers,
      source: async (after) => succeeded(after === 0 ? { ids: old.value, last: 1 } : { ids: [], last: after }),
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
