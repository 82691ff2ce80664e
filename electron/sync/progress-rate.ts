/** How fast people come, lately, and how long the rest will take. */

/** Long enough that one slow second does not show, short enough that a server that becomes slow does. */
const windowMs = 5000;
/** Before that nothing can be said. */
const leastMs = 1000;
/** Longer than any answer takes: nobody comes any more. */
const silentMs = 60_000;
/** Samples are at least so far apart: a window of them stays short however fast people come. */
const apartMs = 50;

export type Rate = {
  /** So many are done, at this time. */
  readonly note: (done: number, at: number) => void;
  /** A second, seen from this time; null: too early to say. */
  readonly perSecond: (at: number) => number | null;
  /** Until `left` more are done, seen from this time; null: cannot be said. */
  readonly secondsFor: (left: number, at: number) => number | null;
};

/** Times are of a clock that only ever grows, in milliseconds. */
export function createRate(): Rate {
  let samples: { readonly done: number; readonly at: number }[] = [];

  /** Those of the last seconds and the one before them: where people come more rarely, the last two there are. */
  const lately = (at: number) => {
    const isOld = (sample: { readonly at: number }) => at - sample.at >= windowMs;
    const old = Math.min(samples.findLastIndex(isOld), samples.length - 2);
    return samples.slice(Math.max(0, old));
  };
  const perSecond = (at: number) => {
    const [first, ...others] = lately(at);
    const last = others.at(-1);
    if (first === undefined || last === undefined || at - first.at < leastMs) return null;
    if (at - last.at >= silentMs) return 0;
    return Math.max(0, ((last.done - first.done) * 1000) / (at - first.at));
  };
  return {
    note: (done, at) => {
      const [before, last] = samples.slice(-2);
      const isClose = before !== undefined && last !== undefined && at - before.at < apartMs;
      samples = [...(isClose ? samples.slice(0, -1) : lately(at)), { done, at }];
    },
    perSecond,
    secondsFor: (left, at) => {
      const rate = perSecond(at);
      return rate === null || rate === 0 ? null : Math.ceil(left / rate);
    },
  };
}
