/** A clock that stands still and a log that only minds defects. */
import type { Clock } from '../../electron/clock.ts';
import type { Log } from '../../electron/log.ts';

export const clock: Clock = {
  now: () => Date.UTC(2026, 2, 1, 12),
  monotonic: () => performance.now(),
  sleep: () => Promise.resolve(),
};

export const log: Log = {
  info: () => {},
  defect: (event, error) => {
    throw new Error(event, { cause: error });
  },
};
