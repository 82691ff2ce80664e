/** What time it is where somebody is, as files and copied text say it. */
import type { Status } from '../../contract/user.ts';
import { localTimeAt } from '../zone/local-time.ts';
import { readZone } from '../zone/read-zone.ts';
import type { Verbatim } from './cells.ts';

/**
 * The clock there, with how far it is from UTC, so that it tells the moment as well: "2026-12-01T19:35:12+05:30". Empty for
 * somebody who is gone, and where the time cannot be told. `at`: when it is taken, in milliseconds since 1970-01-01T00:00Z.
 */
export function localTimeText(status: Status, timeZone: string | null, at: number): Verbatim {
  const isGone = status === 'deleted' || status === 'not-found';
  const zone = isGone || timeZone === null ? null : readZone(timeZone);
  return { verbatim: (zone === null ? null : localTimeAt(zone, at)) ?? '' };
}
