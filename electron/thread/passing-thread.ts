/**
 * A thread that is there while it is needed: it starts with the first question, and ends some time after it was left. What it
 * gives to keep at its end, the next one begins with.
 */
import { failed } from '../../contract/failures.ts';
import type { Clock } from '../clock.ts';
import type { Thread } from './start-thread.ts';
import type { Answer, Ask, Work } from './thread-messages.ts';

export type PassingThread<W extends Work> = {
  readonly ask: Ask<W>;
  /** Nobody needs it for now. It ends unless something is asked soon. */
  readonly leave: () => void;
  /** As `Thread.close`, of all that there were. What is asked from then on is cancelled. */
  readonly close: () => Promise<boolean>;
};

export type PassingThreadNeeds<W extends Work, Kept> = {
  readonly begin: (kept: Kept | null) => Thread<W>;
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
  let kept: Kept | null = null;
  let ending: Promise<void> | null = null;
  let leaving = new AbortController();
  let isClosed = false;
  let areSound = true;

  const end = async (): Promise<void> => {
    const last = thread;
    if (last === null) return;
    thread = null;
    const given = await keep(last.ask);
    kept = given ?? kept;
    if (!(await last.close())) areSound = false;
    ending = null;
  };

  return {
    ask: async <N extends keyof W & string>(
      name: N,
      input: Parameters<W[N]>,
      transfer?: readonly ArrayBuffer[],
    ): Promise<Answer<W, N>> => {
      leaving.abort();
      // What it gives to keep belongs to the next one.
      await ending;
      if (isClosed) return failed({ kind: 'cancelled' }) as Answer<W, N>;
      thread ??= begin(kept);
      return thread.ask(name, input, transfer);
    },
    leave: () => {
      leaving.abort();
      leaving = new AbortController();
      const { signal } = leaving;
      clock.sleep(unusedMs, signal).then(
        () => {
          if (!signal.aborted) ending ??= end();
        },
        () => undefined,
      );
    },
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
