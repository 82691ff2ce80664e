/** Reads `Retry-After` as RFC 9110 (10.2.3) has it, seconds or a date, and as servers send it besides: a moment as a number. */

import { dayMs } from '../../contract/day.ts';
import { readMoment } from './http-date.ts';

/** Servers that mean to be left alone for longer than a day are rare; broken ones that say so are not. */
const insteadMs = 60 * 60 * 1000;
/** A number is a moment where it lies so close to the reply's own time. */
const epochWithinMs = 10 * 365 * dayMs;
/** Of what numbers count since 1970: seconds, milliseconds, microseconds, nanoseconds. */
const epochUnitsMs = [1000, 1, 1e-3, 1e-6];

/**
 * Milliseconds from now, from 0 to a day; null where there is no such header or it cannot be read. What has passed
 * already is 0; what is further off than a day is an hour, after which the server is asked how long it still takes.
 *
 * Moments are taken relative to the reply's own `Date`, since the two clocks need not agree; `now` stands in where that
 * is missing. Of several values the longest counts.
 */
export function readRetryAfter(headers: Pick<Headers, 'get'>, now: number): number | null {
  const value = headers.get('retry-after')?.trim() ?? '';
  const sent = readMoment(headers.get('date')?.trim() ?? '') ?? now;
  const waits = valuesIn(value).flatMap((one) => readWait(one, sent) ?? []);
  if (waits.length === 0) return null;
  const longest = waits.reduce((most, wait) => Math.max(most, wait), 0);
  return longest > dayMs ? insteadMs : Math.ceil(longest);
}

/** A header that was sent twice comes as one, with a comma between; dates hold commas too. */
function valuesIn(value: string): readonly string[] {
  return /^[-+.\d\s,]+$/.test(value) ? value.split(',').map((one) => one.trim()) : [value];
}

/** In milliseconds, and less than 0 where it is over. */
function readWait(value: string, sent: number): number | null {
  const isNumber = /^[-+]?(?:\d+(?:\.\d*)?|\.\d+)$/.test(value);
  const moment = isNumber ? momentOf(Number(value), sent) : readMoment(value);
  if (moment !== null) return moment - sent;
  return isNumber ? Number(value) * 1000 : null;
}

/** Null where the number is one of seconds: too few to be a moment, or so many that it is none either. */
function momentOf(number: number, sent: number): number | null {
  if (number * 1000 <= dayMs) return null;
  return epochUnitsMs.map((unit) => number * unit).find((ms) => Math.abs(ms - sent) < epochWithinMs) ?? null;
}
