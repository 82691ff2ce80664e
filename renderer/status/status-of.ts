/** What of a person says how they stand, and since when. Pure. */
import type { PersonCard } from '../../contract/person.ts';
import { statusWords } from '../../contract/status-words.ts';
import { calendarDay } from '../time/relative-time.ts';

export type StatusOf = Pick<PersonCard, 'status' | 'deletedAt' | 'notFoundSince'> & {
  /** The server gives a date, in a form that cannot be read. A list does not know that: it has the date alone. */
  readonly isDateUnread?: boolean;
};

/** Whether nobody is there any more: deleted, or no longer found. */
export function isGone({ status }: Pick<StatusOf, 'status'>): boolean {
  return status === 'deleted' || status === 'not-found';
}

/** "Deleted 27 Aug 2026, no longer found since 14 Sep 2026"; of who is there the word alone. */
export function statusSentence({ status, deletedAt, notFoundSince, isDateUnread }: StatusOf): string {
  const word = statusWords[status];
  const since = notFoundSince === null ? null : calendarDay(notFoundSince);
  if (status === 'not-found') return since === null ? word : `${word} since ${since}`;
  if (status !== 'deleted') return word;
  const deleted = deletedAt === null ? `${word}, ${noDate(isDateUnread)}` : `${word} ${calendarDay(deletedAt)}`;
  return since === null ? deleted : `${deleted}, no longer found since ${since}`;
}

/** Said in place of a deletion date. */
export function noDate(isUnread = false): string {
  return isUnread ? 'date not readable' : 'no date';
}

/** The status of an id that was never stored, and that the server says nobody has. */
export function neverStored(notFoundSince: number): StatusOf {
  return { status: 'not-found', deletedAt: null, notFoundSince };
}
