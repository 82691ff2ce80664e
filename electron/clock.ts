/** Time as the main process's parts take it, so that a test can hold it still or let it run. */
export type Clock = {
  /** Milliseconds since 1970-01-01T00:00Z: what is stored and shown. May jump when the computer's clock is set. */
  readonly now: () => number;
  /** Whether a server's replies confirm `now`; left out: no server was asked. See server-clock.ts. */
  readonly isServerTime?: () => boolean;
  /** Milliseconds that only ever grow: what durations and deadlines are measured with. */
  readonly monotonic: () => number;
  /** Resolves after `ms`, or rejects with the signal's reason as soon as it aborts. Keeps no process alive. */
  readonly sleep: (ms: number, signal?: AbortSignal) => Promise<void>;
};

/** A clock that differs by no more is right: servers' clocks differ by as much. */
export const clockToleranceMs = 5 * 60_000;

/** When something came, and whether replies of the server that it came from confirm the clock that says so. */
export type Received = { readonly receivedAt: number; readonly isServerTime?: boolean };

export function receivedNow({ now, isServerTime }: Clock): Received {
  return isServerTime?.() === true ? { receivedAt: now(), isServerTime: true } : { receivedAt: now() };
}

export function receivedOf({ receivedAt, isServerTime }: Received): Received {
  return isServerTime === true ? { receivedAt, isServerTime } : { receivedAt };
}

/** Whether a moment lies less than so long ago. One in the future is a clock that was set back: it makes nothing fresh. */
export function isFresh(at: number, now: number, forMs: number): boolean {
  return at <= now && now - at < forMs;
}

export const systemClock: Clock = {
  now: Date.now,
  monotonic: () => performance.now(),
  sleep: (ms, signal) =>
    new Promise((resolve, reject) => {
      signal?.throwIfAborted();
      const timer = setTimeout(end, ms);
      timer.unref();
      signal?.addEventListener('abort', stop, { once: true });
      function end() {
        signal?.removeEventListener('abort', stop);
        resolve();
      }
      function stop() {
        clearTimeout(timer);
        reject(signal?.reason);
      }
    }),
};
