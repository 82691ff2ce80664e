/**
 * When to try again, and when to stop: at most three tries of a request, and of all requests together not many more
 * than a tenth are repetitions, so that a server in trouble is not buried under them.
 */

export const mostTries = 3;

/** In milliseconds: the upper bound of the first wait, doubled for each further one up to `mostMs`. */
export type Backoff = { readonly baseMs: number; readonly mostMs: number };

export type RetryBudget = {
  /** A request is made for the first time. */
  readonly earn: () => void;
  /** Whether a repetition may be made; it is then counted. */
  readonly spend: () => boolean;
};

/** Full at the start, so that a single request has its tries. */
export function createRetryBudget({ share = 0.1, reserve = 10 } = {}): RetryBudget {
  let left = reserve;
  return {
    earn: () => {
      left = Math.min(reserve, left + share);
    },
    spend: () => {
      if (left < 1) return false;
      left -= 1;
      return true;
    },
  };
}

/**
 * Milliseconds to wait before the next try; null: there is none, and the failure stands.
 * Full jitter: any wait up to the bound is as likely as another, which spreads a crowd best. Where the server named a
 * time, that is waited out and the jitter comes on top; one longer than `patienceMs` is reported instead of waited for.
 */
export function waitBeforeNext(of: {
  /** Tries made so far, from 1. */
  readonly tries: number;
  readonly retryAfterMs: number | null;
  readonly patienceMs: number;
  readonly backoff: Backoff;
  /** From 0 up to, not including, 1. */
  readonly random: () => number;
}): number | null {
  if (of.tries >= mostTries) return null;
  if (of.retryAfterMs !== null && of.retryAfterMs > of.patienceMs) return null;
  const bound = Math.min(of.backoff.mostMs, of.backoff.baseMs * 2 ** (of.tries - 1));
  return (of.retryAfterMs ?? 0) + of.random() * bound;
}
