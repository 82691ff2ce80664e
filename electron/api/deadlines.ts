/**
 * Watches one request: how long until its headers, how long between bytes, how long altogether, and whether the caller
 * still wants it. What breaks a deadline aborts the connection at once.
 */
import type { Clock } from '../clock.ts';

/** In milliseconds. `headers` includes making the connection, which a fetch does not tell apart. */
export type Deadlines = { readonly headersMs: number; readonly idleMs: number; readonly totalMs: number };

export type Breach = 'headers' | 'idle' | 'total' | 'cancelled';

export type Watch = {
  /** Aborts as soon as something is broken. */
  readonly signal: AbortSignal;
  /** What was broken first, if anything. */
  readonly breach: () => Breach | null;
  /** `work`, or a rejection as soon as something is broken, even where the work takes no notice of the signal. */
  readonly until: <T>(work: Promise<T>) => Promise<T>;
  /** The headers or some bytes came. */
  readonly progress: () => void;
  /** Stops watching. What is still under way is aborted. */
  readonly end: () => void;
};

export function createWatch(needs: {
  readonly clock: Clock;
  readonly deadlines: Deadlines;
  readonly wanted: AbortSignal;
}): Watch {
  const { clock, deadlines, wanted } = needs;
  const request = new AbortController();
  const timers = new AbortController();
  let broken: Breach | null = null;
  let headersCame = false;
  let lastProgress = clock.monotonic();

  const end = () => {
    timers.abort();
    wanted.removeEventListener('abort', cancel);
    request.abort();
  };
  const breakWith = (breach: Breach) => {
    if (timers.signal.aborted) return;
    broken = breach;
    end();
  };
  const cancel = () => breakWith('cancelled');

  const after = async (ms: number, then: () => void) => {
    try {
      await clock.sleep(ms, timers.signal);
    } catch {
      return;
    }
    then();
  };
  const watchIdle = () => {
    const left = lastProgress + deadlines.idleMs - clock.monotonic();
    if (left <= 0) breakWith('idle');
    else void after(left, watchIdle);
  };

  if (wanted.aborted) cancel();
  else {
    wanted.addEventListener('abort', cancel, { once: true });
    void after(deadlines.totalMs, () => breakWith('total'));
    void after(deadlines.headersMs, () => {
      if (!headersCame) breakWith('headers');
    });
  }

  return {
    signal: request.signal,
    breach: () => broken,
    until: (work) =>
      new Promise((resolve, reject) => {
        const stop = () => reject(new Error('stopped'));
        if (request.signal.aborted) stop();
        request.signal.addEventListener('abort', stop, { once: true });
        work.then(resolve, reject).finally(() => request.signal.removeEventListener('abort', stop));
      }),
    progress: () => {
      lastProgress = clock.monotonic();
      if (headersCame) return;
      headersCame = true;
      watchIdle();
    },
    end,
  };
}
