/**
 * How the page that is open follows what is stored: its counts with the direct reports that came, or all of it. However many
 * people are stored it is told at most once a second, and the last change always.
 */
import type { InBackground } from '../background.ts';
import type { Clock } from '../clock.ts';

const leastMs = 1000;
/** Counting takes at most one in so many moments: below the head of a large organisation are all of it. */
const mostOften = 20;

/** `page` has the counts in it. */
export type Followed = 'counts' | 'page';

export type Following = {
  /** Tells it now where that is due, and else when it is. */
  readonly want: (what: Followed) => void;
  /** Whether the counts may be told right now, with something else; otherwise they are told when it is time. */
  readonly countsAreDue: () => boolean;
  /** Another page is opened, or none: nothing is told of the last one any more. */
  readonly begin: (signal: AbortSignal | null) => void;
};

export type FollowingNeeds = {
  readonly clock: Pick<Clock, 'sleep' | 'monotonic'>;
  readonly inBackground: InBackground;
  readonly tell: (what: Followed) => Promise<void> | void;
};

export function createFollowing({ clock, inBackground, tell }: FollowingNeeds): Following {
  let open: AbortSignal | null = null;
  let wanted: Followed | null = null;
  let isWaiting = false;
  let toldAt = Number.NEGATIVE_INFINITY;
  let tookMs = 0;

  const left = () => toldAt + Math.max(leastMs, mostOften * tookMs) - clock.monotonic();
  const go = async () => {
    const what = wanted;
    if (what === null) return;
    wanted = null;
    toldAt = clock.monotonic();
    await tell(what);
    tookMs = clock.monotonic() - toldAt;
  };
  const want = (what: Followed) => {
    const signal = open;
    if (signal === null) return;
    wanted = what === 'page' ? what : (wanted ?? what);
    if (isWaiting) return;
    isWaiting = true;
    inBackground('follow', async () => {
      // The time that the last telling took may be known only now.
      for (let ms = left(); ms > 0 && signal === open; ms = left())
        await clock.sleep(ms, signal).catch(() => undefined);
      if (signal !== open) return;
      isWaiting = false;
      await go();
    });
  };
  return {
    want,
    countsAreDue: () => {
      if (left() > 0) {
        want('counts');
        return false;
      }
      toldAt = clock.monotonic();
      return true;
    },
    begin: (signal) => {
      open = signal;
      wanted = null;
      isWaiting = false;
      toldAt = Number.NEGATIVE_INFINITY;
      tookMs = 0;
    },
  };
}
