/**
 * Keychain calls cannot take the app down with them: one operation at a time, each within a deadline, and after one that
 * missed it the keychain is left alone for a while: until the late call has answered, and half a minute where nothing answers.
 *
 * Why: a binding's call runs in libuv's pool of four threads and cannot be cancelled. Four stuck ones would stop
 * every file operation; one is the most there can ever be here.
 */
import pLimit from 'p-limit';
import type { Clock } from '../clock.ts';

/** How a step ended. `late`: the operation's deadline has passed, or the keychain is left alone. */
export type Step<T> = { state: 'done'; value: T } | { state: 'threw'; error: unknown } | { state: 'late' };

export type Guard = {
  /** Runs an operation (any number of steps) when all earlier ones have settled. `withinMs`: for all its steps together. */
  readonly inTurn: <T>(operation: () => Promise<T>, withinMs?: number) => Promise<T>;
  /** Runs one step of an operation. `signal` aborts with the deadline; a step that ignores it is abandoned. Never rejects. */
  readonly step: <T>(work: (signal: AbortSignal) => Promise<T>) => Promise<Step<T>>;
  /** Whether the keychain is left alone now. */
  readonly isLeftAlone: () => boolean;
  /** The keychain was seen to answer. A call that is still unanswered keeps it left alone. */
  readonly answered: () => void;
};

const leftAloneMs = 30_000;

/** `deadlineMs`: for an operation. */
export const createGuard = ({ clock, deadlineMs }: { clock: Clock; deadlineMs: number }): Guard => {
  let unanswered = 0;
  let leftAloneUntil = Number.NEGATIVE_INFINITY;
  let due = Number.POSITIVE_INFINITY;
  const turn = pLimit(1);

  const isLeftAlone = () => unanswered > 0 || clock.monotonic() < leftAloneUntil;
  const answered = () => {
    leftAloneUntil = Number.NEGATIVE_INFINITY;
  };

  const step = async <T>(work: (signal: AbortSignal) => Promise<T>): Promise<Step<T>> => {
    if (isLeftAlone()) return { state: 'late' };
    const settled = new AbortController();
    const overdue = new AbortController();
    let isLate = false;
    const answer = Promise.resolve()
      .then(() => work(overdue.signal))
      .then(
        (value): Step<T> => ({ state: 'done', value }),
        (error: unknown): Step<T> => ({ state: 'threw', error }),
      );
    const deadline = clock.sleep(Math.max(0, due - clock.monotonic()), settled.signal).then(
      (): Step<T> => {
        isLate = true;
        unanswered += 1;
        leftAloneUntil = clock.monotonic() + leftAloneMs;
        void answer.then(({ state }) => {
          unanswered -= 1;
          if (state === 'done') answered();
        });
        overdue.abort();
        return { state: 'late' };
      },
      (): Step<T> => ({ state: 'late' }),
    );
    const first = await Promise.race([answer, deadline]);
    settled.abort();
    // Both can be settled in one turn of the loop; what was said of the deadline must hold.
    return isLate ? { state: 'late' } : first;
  };

  const inTurn = <T>(operation: () => Promise<T>, withinMs = deadlineMs): Promise<T> =>
    turn(() => {
      due = clock.monotonic() + withinMs;
      return operation();
    });

  return { inTurn, step, isLeftAlone, answered };
};
