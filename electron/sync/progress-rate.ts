/** How fast people come, lately, and how long the rest will take, once nobody further is named. */

/** Long enough that one slow second does not show, short enough that a server that becomes slow does. */
const windowMs = 5000;
/** Before that nothing can be said. */
const leastMs = 1000;
/** Longer than any answer takes: nobody comes any more. */
const silentMs = 60_000;
/** Samples are at least so far apart: a window of them stays short however fast people come. */
const apartMs = 50;

type Sample = { readonly done: number; readonly named: number; readonly at: number };

export type Rate = {
  /** So many are done of so many who are named, at this time. */
  readonly note: (done: number, named: number, at: number) => void;
  /** A second, seen from this time; null: too early to say. */
  readonly perSecond: (at: number) => number | null;
  /**
   * Until all who are named are done, seen from this time; null: cannot be said. As long as more people are named nobody can
   * know: what is left is said once none was over all of the window that the rate is of, and only while people come.
   */
  readonly secondsLeft: (at: number) => number | null;
};

/** Times are of a clock that only ever grows, in milliseconds. */
export function createRate(): Rate {
  let samples: Sample[] = [];

  /** Those of the last seconds and the one before them: where people come more rarely, the last two there are. */
  const lately = (at: number) => {
    const isOld = (sample: Sample) => at - sample.at >= windowMs;
    const old = Math.min(samples.findLastIndex(isOld), samples.length - 2);
    return samples.slice(Math.max(0, old));
  };
  /** Whether nobody came for longer than is usual between two: how long the rest takes is then not known. */
  const isStill = (seen: readonly Sample[], at: number) => {
    const [first, last] = [seen[0], seen.at(-1)];
    if (first === undefined || last === undefined) return true;
    const usualMs = (last.at - first.at) / (seen.length - 1);
    return at - last.at > Math.max(leastMs, 2 * usualMs);
  };
  const perSecond = (at: number) => {
    const [first, ...others] = lately(at);
    const last = others.at(-1);
    if (first === undefined || last === undefined || at - first.at < leastMs) return null;
    if (at - last.at >= silentMs) return 0;
    return Math.max(0, ((last.done - first.done) * 1000) / (at - first.at));
  };
  return {
    note: (done, named, at) => {
      const [before, last] = samples.slice(-2);
      const isClose = before !== undefined && last !== undefined && at - before.at < apartMs;
      samples = [...(isClose ? samples.slice(0, -1) : lately(at)), { done, named, at }];
    },
    perSecond,
    secondsLeft: (at) => {
      const seen = lately(at);
      const [first] = seen;
      const last = seen.at(-1);
      if (first === undefined || last === undefined || at - first.at < windowMs) return null;
      if (isStill(seen, at) || seen.some(({ named }) => named !== last.named)) return null;
      const left = last.named - last.done;
      const rate = perSecond(at);
      // Who failed is tried once more when everybody else is done: nobody knows how long that takes.
      return left <= 0 || rate === null || rate === 0 ? null : Math.ceil(left / rate);
    },
  };
}
