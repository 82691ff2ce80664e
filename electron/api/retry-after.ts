/** Reads `Retry-After` in both forms of RFC 9110 (10.2.3): seconds, or a date. */

/** Nobody is helped by waiting longer than a day, and a timer of more than 24 days would fire at once. */
const mostMs = 24 * 60 * 60 * 1000;

/**
 * Milliseconds from now, from 0 to a day; null where there is no such header or it cannot be read. A date is taken
 * relative to the reply's own `Date`, since the two clocks need not agree; `now` stands in where that is missing.
 */
export function readRetryAfter(headers: Headers, now: number): number | null {
  const value = headers.get('retry-after')?.trim() ?? '';
  if (/^\d+$/.test(value)) return Math.min(Number(value) * 1000, mostMs);
  const until = readHttpDate(value);
  if (until === null) return null;
  const sent = readHttpDate(headers.get('date')?.trim() ?? '') ?? now;
  return Math.min(Math.max(until - sent, 0), mostMs);
}

/** The three forms of RFC 9110 (5.6.7), all of them UTC; the last names no zone. */
function readHttpDate(value: string): number | null {
  const withZone = /^[A-Z][a-z]{2,8}, .*GMT$/.test(value);
  const withoutZone = /^[A-Z][a-z]{2} [A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d \d{4}$/.test(value);
  if (!withZone && !withoutZone) return null;
  const milliseconds = Date.parse(withZone ? value : `${value} GMT`);
  return Number.isNaN(milliseconds) ? null : milliseconds;
}
