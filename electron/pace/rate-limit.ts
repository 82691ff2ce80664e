/**
 * What is done about an answer that says something of the server's load, be it about a person, a list or a picture: the one
 * table of 429, 503 and `Retry-After`.
 */

import { readRetryAfter } from './retry-after.ts';

/** What an answer says of the server's load; `unknown` where there was no answer. */
export type Pressure = 'eased' | 'pressed' | 'unknown';

export type Load = {
  readonly pressure: Pressure;
  /** How long the server asked to be left alone; null: it named no time. */
  readonly holdMs: number | null;
  /** Whether this was one request too many. */
  readonly isLimit: boolean;
  /** Whether the same request may fare better later. */
  readonly again: boolean;
};

/** Of an answer that is no success. Any that names a time to come back is pressure. */
export function loadOf(
  { status, headers }: { readonly status: number; readonly headers: Pick<Headers, 'get'> },
  now: number,
): Load {
  const holdMs = readRetryAfter(headers, now);
  const isPressed = status === 429 || status === 503 || holdMs !== null;
  return { pressure: isPressed ? 'pressed' : 'eased', holdMs, isLimit: status === 429, again: isPassing(status) };
}

const passing: ReadonlySet<number> = new Set([408, 425, 429, 502, 503, 504]);

/** Whether a status says that the server, or what stands before it, has trouble that passes. */
export function isPassing(status: number): boolean {
  return passing.has(status);
}

const firstHoldMs = 1000;
const firstRestMs = 30_000;
/** Of what is doubled. What the server names is waited out however long it is. */
const longestMs = 600_000;

/**
 * How long a server that limits is left alone, in milliseconds, for the nth time in a row, from 0. `holdMs`: by everything.
 * `restMs`: by the sync, which has the whole day: half a minute, doubled, where the server names no time.
 */
export function limitWaits(namedMs: number | null, nth: number): { readonly holdMs: number; readonly restMs: number } {
  const doubled = (firstMs: number) => Math.min(longestMs, firstMs * 2 ** nth);
  const holdMs = Math.max(namedMs ?? 0, doubled(firstHoldMs));
  return { holdMs, restMs: namedMs === null ? doubled(firstRestMs) : holdMs };
}
