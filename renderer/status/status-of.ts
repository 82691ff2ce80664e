/** What of a person says how they stand, and since when. Pure. */
import type { PersonCard } from '../../contract/person.ts';
import { statusWords } from '../../contract/words.ts';
import { calendarDay } from '../time/relative-time.ts';

export type StatusOf = Pick<PersonCard, 'status' | 'deletedAt' | 'notFoundSince'>;

/** Whether nobody is there any more: deleted, or no longer found. */
export function isGone({ status }: Pick<StatusOf, 'status'>): boolean {
  return status === 'deleted' || status === 'not-found';
}

/** "Deleted 27 Aug 2026, no longer found since 14 Sep 2026"; of who is there the word alone. */
export function statusSentence({ status, deletedAt, notFoundSince }: StatusOf): string {
  const word = statusWords[status];
  const since = notFoundSince === null ? null : calendarDay(notFoundSince);
  if (status === 'not-found') return since === null ? word : `${word} since ${since}`;
  if (status !== 'deleted') return word;
  const deleted = deletedAt === null ? `${word}, no date` : `${word} ${calendarDay(deletedAt)}`;
  return since === null ? deleted : `${deleted}, no longer found since ${since}`;
}

/** The status of an id that was never stored, and that the server says nobody has. */
export function neverStored(notFoundSince: number): StatusOf {
  return { status: 'not-found', deletedAt: null, notFoundSince };
}
