/** How fast people come, lately, and how long the rest will take. */

/** Long enough that one slow second does not show, short enough that a server that becomes slow does. */
const windowMs = 5000;
/** Before that nothing can be said. */
const leastMs = 1000;

export type Rate = {
  /** So many are done, at this time. */
  readonly note: (done: number, at: number) => void;
  /** A second; null: too early to say. */
  readonly perSecond: () => number | null;
  /** Until `left` more are done; null: cannot be said. */
  readonly secondsFor: (left: number) => number | null;
};

/** Times are of a clock that only ever grows, in milliseconds. */
export function createRate(): Rate {
  let samples: { readonly done: number; readonly at: number }[] = [];
  const perSecond = () => {
    const first = samples[0];
    const last = samples.at(-1);
    if (first === undefined || last === undefined || last.at - first.at < leastMs) return null;
    return Math.max(0, ((last.done - first.done) * 1000) / (last.at - first.at));
  };
  return {
    note: (done, at) => {
      samples = [...samples.filter((sample) => at - sample.at <= windowMs), { done, at }];
    },
    perSecond,
    secondsFor: (left) => {
      const rate = perSecond();
      return rate === null || rate === 0 ? null : Math.ceil(left / rate);
    },
  };
}
