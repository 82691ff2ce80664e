/** A clock that stands still until it is told to move on. */
import type { Clock } from '../../electron/clock.ts';

export type FakeClock = Clock & {
  /** Lets so many milliseconds pass: wakes those whose time has come, in order, each after the one before has acted. */
  readonly pass: (ms: number) => Promise<void>;
  /** How many are asleep. */
  readonly sleepers: () => number;
};

/** Everything that can happen without time passing has happened. */
export const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

export function createFakeClock(start = 1_700_000_000_000): FakeClock {
  let at = 0;
  const sleepers = new Set<{ readonly due: number; readonly wake: () => void }>();
  return {
    now: () => start + at,
    monotonic: () => at,
    sleep: (ms, signal) =>
      new Promise((resolve, reject) => {
        signal?.throwIfAborted();
        const sleeper = {
          due: at + ms,
          wake: () => {
            signal?.removeEventListener('abort', stop);
            resolve();
          },
        };
        const stop = () => {
          sleepers.delete(sleeper);
          reject(signal?.reason);
        };
        sleepers.add(sleeper);
        signal?.addEventListener('abort', stop, { once: true });
      }),
    pass: async (ms) => {
      const until = at + ms;
      for (;;) {
        await settled();
        const next = [...sleepers].sort((a, b) => a.due - b.due)[0];
        if (next === undefined || next.due > until) break;
        at = Math.max(at, next.due);
        sleepers.delete(next);
        next.wake();
      }
      at = until;
      await settled();
    },
    sleepers: () => sleepers.size,
  };
}
