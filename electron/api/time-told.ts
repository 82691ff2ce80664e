/** What a reply's headers tell of the time by its server's clock. */

import { readMoment } from '../pace/http-date.ts';
import type { TimeTold } from '../server-clock.ts';
import type { HttpHeaders } from './request.ts';

/**
 * From `Date`, and `Age` where a cache gave the reply (RFC 9110, 6.6.1; RFC 9111, 5.1): so many seconds after `Date` it was still
 * the same time there as here. Null where they cannot be read. `heardAt`: when the headers came, on the monotonic clock.
 */
export function timeTold(headers: HttpHeaders, heardAt: number): TimeTold | null {
  const date = readMoment(headers.get('date')?.trim() ?? '');
  const age = headers.get('age')?.trim() ?? '0';
  if (date === null || !/^\d{1,9}$/.test(age)) return null;
  return { serverAt: date + Number(age) * 1000, heardAt };
}
