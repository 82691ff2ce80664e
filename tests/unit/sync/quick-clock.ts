/** A clock on which everything takes a fraction of its time: waits of minutes are over in seconds, in their order. */
import { type Clock, systemClock } from '../../../electron/clock.ts';

/** Begins half a day ago, so that what is stored by it is not of the future for any other clock. */
export function createQuickClock(times: number): Clock {
  const begun = systemClock.monotonic();
  const monotonic = () => (systemClock.monotonic() - begun) * times;
  const start = Date.now() - 12 * 60 * 60 * 1000;
  return {
    monotonic,
    now: () => Math.floor(start + monotonic()),
    sleep: (ms, signal) => systemClock.sleep(ms / times, signal),
  };
}
