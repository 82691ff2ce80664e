/** A clock that stands still, a log that only minds defects, and nothing that is saved. */
import { succeeded } from '../../contract/failures.ts';
import type { Exports } from '../../electron/calls/exports.ts';
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

export const noExports: Exports = {
  save: async () => succeeded({ saved: null }),
  print: async () => succeeded({ printed: false }),
  stop: () => undefined,
};
