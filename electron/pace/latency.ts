/**
 * Judges by how long its answers take whether a server has too much to do. A server that has become slower for good is
 * soon taken as it is: however much slower, it looks like pressure at most three times in a row. A few milliseconds
 * more or less, or single slow answers, never do.
 */

export type Latency = {
  /** Takes in one answer's time from sending to headers. Whether, with it, the answers have become too slow. */
  readonly isRising: (milliseconds: number) => boolean;
  /** The pace has changed: what came before is not judged together with what comes now. */
  readonly startAnew: () => void;
};

/** So many answers are judged together, by their median. */
export const answersTogether = 16;

/** Slower than twice the usual is pressure, if it is slower by more than so much as well. */
const marginMs = 100;

/**
 * How far the usual moves towards what has just been seen. After a judgement against the server, so far that three
 * are enough for any step: what is left of it, (3/4)³, is then less than half.
 */
const follows = { pressure: 1 / 4, slower: 1 / 16, faster: 1 / 8 };

export function createLatency(): Latency {
  let usualMs: number | null = null;
  let recent: number[] = [];
  return {
    isRising: (milliseconds) => {
      recent.push(milliseconds);
      if (recent.length < answersTogether) return false;
      const seenMs = medianOf(recent);
      recent = [];
      usualMs ??= seenMs;
      const isRising = seenMs > 2 * usualMs + marginMs;
      const follow = isRising ? follows.pressure : seenMs > usualMs ? follows.slower : follows.faster;
      usualMs += (seenMs - usualMs) * follow;
      return isRising;
    },
    startAnew: () => {
      recent = [];
    },
  };
}

/** The lower of the two in the middle. */
function medianOf(values: readonly number[]): number {
  const sorted = Float64Array.from(values).sort();
  return sorted[(sorted.length - 1) >> 1] ?? 0;
}
