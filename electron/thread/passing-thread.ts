/**
 * A thread that is there while it is needed: it starts with the first question, and ends some time after it was left. What it
 * gives to keep at its end, the next one begins with.
 */
import { failed } from '../../contract/failures.ts';
import type { Clock } from '../clock.ts';
import type { Thread } from './start-thread.ts';
import type { Answer, Ask, Work } from './thread-messages.ts';

export type PassingThread<W extends Work> = {
  /** A thread that was lost is begun again. While nobody needs it, it ends some time after the last question. */
  readonly ask: Ask<W>;
  /** Somebody needs it from now on. */
  readonly enter: () => void;
  /** Nobody needs it for now: it ends unless something is asked soon. */
  readonly leave: () => void;
  /** Whether there is one: what is told to it on leaving is no reason to start one. */
  readonly isThere: () => boolean;
  /** As `Thread.close`, of all that there were. What is asked from then on is cancelled. */
  readonly close: () => Promise<boolean>;
};

export type PassingThreadNeeds<W extends Work, Kept> = {
  /** `nth`: of how many that were begun, this one among them. */
  readonly begin: (kept: Kept | null, nth: number) => Thread<W>;
  /** Asks for what the next one begins with; null: nothing new. */
  readonly keep: (ask: Ask<W>) => Promise<Kept | null>;
  /** How long it stays after it was left. */
  readonly unusedMs: number;
  readonly clock: Pick<Clock, 'sleep'>;
};

export function createPassingThread<W extends Work, Kept>({
  begin,
  keep,
  unusedMs,
  clock,
}: PassingThreadNeeds<W, Kept>): PassingThread<W> {
  let thread: Thread<W> | null = null;
  let begun = 0;
  let kept: Kept | null = null;
  let ending: Promise<void> | null = null;
  let isNeeded = false;
  let leaving = new AbortController();
  let isClosed = false;
  let areSound = true;

  const end = async (last: Thread<W>): Promise<void> => {
    thread = null;
    const given = await keep(last.ask);
    kept = given ?? kept;
    if (!(await last.close())) areSound = false;
    ending = null;
  };

  const endSoon = (): void => {
    leaving.abort();
    if (thread === null) return;
    leaving = new AbortController();
    const { signal } = leaving;
    clock.sleep(unusedMs, signal).then(
      () => {
        if (!signal.aborted && thread !== null) ending ??= end(thread);
      },
      () => undefined,
    );
  };

  const current = (): Thread<W> => {
    if (thread !== null && !thread.isLost()) return thread;
    if (thread !== null) areSound = false;
    begun += 1;
    thread = begin(kept, begun);
    return thread;
  };

  return {
    ask: async <N extends keyof W & string>(
      name: N,
      input: Parameters<W[N]>,
      transfer?: readonly ArrayBuffer[],
    ): Promise<Answer<W, N>> => {
      // What it gives to keep belongs to the next one.
      await ending;
      if (isClosed) return failed({ kind: 'cancelled' }) as Answer<W, N>;
      const asked = current();
      if (!isNeeded) endSoon();
      return asked.ask(name, input, transfer);
    },
    enter: () => {
      isNeeded = true;
      leaving.abort();
    },
    leave: () => {
      isNeeded = false;
      endSoon();
    },
    isThere: () => thread !== null && !thread.isLost(),
    close: async () => {
      isClosed = true;
      leaving.abort();
      await ending;
      const last = thread;
      thread = null;
      if (last !== null && !(await last.close())) areSound = false;
      return areSound;
    },
  };
}
