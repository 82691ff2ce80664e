/** The status of somebody as files and copied text say it. Pure. */
import type { PersonCard } from '../../contract/person.ts';
import { statusWords } from '../../contract/status-words.ts';
import type { Status } from '../../contract/user.ts';
import { isoTime } from './record.ts';

/** "active", "not found": a word to filter by. */
export function statusText(status: Status): string {
  return statusWords[status].toLowerCase();
}

/** The same with since when, where it stands alone: "deleted 2026-08-27T09:12:00.000Z". `isDateUnread`: a date came that cannot be read. */
export function datedStatusText(
  of: Pick<PersonCard, 'status' | 'deletedAt' | 'notFoundSince'>,
  isDateUnread = false,
): string {
  const word = statusText(of.status);
  const since = isoTime(of.notFoundSince).verbatim;
  if (of.status === 'not-found') return since === '' ? word : `${word} since ${since}`;
  if (of.status !== 'deleted') return word;
  const deletedAt = isoTime(of.deletedAt).verbatim;
  const deleted =
    deletedAt === '' ? `${word}, ${isDateUnread ? 'date not readable' : 'no date'}` : `${word} ${deletedAt}`;
  return since === '' ? deleted : `${deleted}, no longer found since ${since}`;
}
