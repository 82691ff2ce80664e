/**
 * Keychain calls cannot take the app down with them: one operation at a time, each step within a deadline, and after
 * the first step that misses it nothing more is asked of the keychain in this run.
 *
 * Why: a binding's call runs in libuv's pool of four threads and cannot be cancelled. Four stuck ones would stop
 * every file operation; one is the most there can ever be here.
 */
import type { Clock } from '../clock.ts';

/** How a step ended. `late`: not within the deadline, or refused because an earlier one was. */
export type Step<T> = { state: 'done'; value: T } | { state: 'threw'; error: unknown } | { state: 'late' };

export type Guard = {
  /** Runs an operation (any number of steps) when all earlier ones have settled. */
  readonly inTurn: <T>(operation: () => Promise<T>) => Promise<T>;
  /** Runs one step. `signal` aborts when the deadline has passed; a step that ignores it is abandoned. Never rejects. */
  readonly step: <T>(work: (signal: AbortSignal) => Promise<T>) => Promise<Step<T>>;
  /** True once a step was late. */
  readonly isLatched: () => boolean;
};

/** `deadlineMs`: for each step. */
export const createGuard = ({ clock, deadlineMs }: { clock: Clock; deadlineMs: number }): Guard => {
  let latched = false;
  let last: Promise<unknown> = Promise.resolve();

  const step = async <T>(work: (signal: AbortSignal) => Promise<T>): Promise<Step<T>> => {
    if (latched) return { state: 'late' };
    const settled = new AbortController();
    const overdue = new AbortController();
    const deadline = clock.sleep(deadlineMs, settled.signal).then(
      (): Step<T> => {
        latched = true;
        overdue.abort();
        return { state: 'late' };
      },
      (): Step<T> => ({ state: 'late' }),
    );
    const answer = Promise.resolve()
      .then(() => work(overdue.signal))
      .then(
        (value): Step<T> => ({ state: 'done', value }),
        (error: unknown): Step<T> => ({ state: 'threw', error }),
      );
    const first = await Promise.race([answer, deadline]);
    settled.abort();
    // Both can be settled in one turn of the loop; what was said of the latch must hold.
    return latched ? { state: 'late' } : first;
  };

  const inTurn = <T>(operation: () => Promise<T>): Promise<T> => {
    const result = last.then(operation);
    last = result.catch(() => undefined);
    return result;
  };

  return { inTurn, step, isLatched: () => latched };
};
