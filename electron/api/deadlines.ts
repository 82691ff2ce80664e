/**
 * Watches requests: how long until the headers, how long between bytes, how long altogether, and whether the caller
 * still wants it. What breaks a deadline aborts the connection, at most `lookEveryMs` late: one timer serves all
 * requests, and none of them makes one of its own.
 */
import type { Clock } from '../clock.ts';

/** In milliseconds. `headers` includes making the connection, which a fetch does not tell apart. */
export type Deadlines = { readonly headersMs: number; readonly idleMs: number; readonly totalMs: number };

export type Breach = 'headers' | 'idle' | 'total' | 'cancelled' | 'gave-way';

export type Watch = {
  /** Aborts as soon as something is broken. */
  readonly signal: AbortSignal;
  /** What was broken first, if anything. */
  readonly breach: () => Breach | null;
  /**
   * `work`, or a rejection as soon as something is broken, even where the work takes no notice of the signal.
   * One at a time.
   */
  readonly until: <T>(work: Promise<T>) => Promise<T>;
  /** The same for work of our own, for which the server is not to blame: no deadline runs meanwhile. */
  readonly pause: <T>(work: Promise<T>) => Promise<T>;
  /** The headers or some bytes came. */
  readonly progress: () => void;
  /** Nothing is under way any more, so that there will be nothing to abort: an abort costs more than all the watching. */
  readonly complete: () => void;
  /** Breaks it for another request's sake. */
  readonly giveWay: () => void;
  /** Stops watching. What is still under way is aborted. */
  readonly end: () => void;
};

export type WatchNeeds = { readonly deadlines: Deadlines; readonly wanted: AbortSignal };

export const lookEveryMs = 200;

/** What an ended request rejects with. Made once: an error of its own would cost each request a stack trace. */
const stopped = new Error('stopped');

/** Watches that share one timer, which runs only while there is something to watch. */
export function createWatches(clock: Pick<Clock, 'monotonic' | 'sleep'>): (needs: WatchNeeds) => Watch {
  const looks = new Set<() => void>();
  let isLooking = false;

  const keepLooking = async () => {
    if (isLooking) return;
    isLooking = true;
    while (looks.size > 0) {
      await clock.sleep(lookEveryMs);
      for (const look of looks) look();
    }
    isLooking = false;
  };

  return ({ deadlines, wanted }) => {
    const request = new AbortController();
    let broken: Breach | null = null;
    let hasEnded = false;
    let isComplete = false;
    let isPaused = false;
    let headersCame = false;
    let stop: (reason: Error) => void = () => undefined;
    let lastProgress = clock.monotonic();
    let totalDue = lastProgress + deadlines.totalMs;

    const end = () => {
      if (hasEnded) return;
      hasEnded = true;
      looks.delete(look);
      wanted.removeEventListener('abort', cancel);
      if (!isComplete) request.abort(stopped);
      stop(stopped);
    };
    const breakWith = (breach: Breach) => {
      if (hasEnded) return;
      broken = breach;
      end();
    };
    function cancel() {
      breakWith('cancelled');
    }
    function look() {
      if (isPaused) return;
      const now = clock.monotonic();
      const progressDue = lastProgress + (headersCame ? deadlines.idleMs : deadlines.headersMs);
      if (now < progressDue && now < totalDue) return;
      breakWith(totalDue <= progressDue ? 'total' : headersCame ? 'idle' : 'headers');
    }
    const until = <T>(work: Promise<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        if (hasEnded) reject(stopped);
        stop = reject;
        work.then(resolve, reject);
      });

    if (wanted.aborted) cancel();
    else {
      wanted.addEventListener('abort', cancel);
      looks.add(look);
      void keepLooking();
    }

    return {
      signal: request.signal,
      breach: () => broken,
      until,
      pause: async (work) => {
        isPaused = true;
        const from = clock.monotonic();
        try {
          return await until(work);
        } finally {
          isPaused = false;
          lastProgress = clock.monotonic();
          totalDue += lastProgress - from;
        }
      },
      progress: () => {
        lastProgress = clock.monotonic();
        headersCame = true;
      },
      complete: () => {
        isComplete = true;
      },
      giveWay: () => breakWith('gave-way'),
      end,
    };
  };
}

/** A watch for one request alone. */
export const createWatch = ({ clock, ...needs }: WatchNeeds & { readonly clock: Clock }): Watch =>
  createWatches(clock)(needs);
