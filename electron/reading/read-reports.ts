/**
 * Reads `reportees`: every id once and in order, and every entry that is none as text. No id is lost; of entries that are none
 * the first are kept, and the list is named as cut.
 */
import { longestWord } from '../../contract/bounds.ts';
import type { UserId } from '../../contract/ids.ts';
import type { User } from '../../contract/user.ts';
import { excerptOf } from './read-excerpt.ts';
import { asUserReference } from './read-ids.ts';
import { type Notes, shortened } from './read-notes.ts';
import { asLine, isBlank } from './read-text.ts';

const textLimit = longestWord;
/** Entries that are no ids: a few tell what is wrong with all of them. */
const mostNotIds = 100;

const asText = (entry: unknown): string => {
  if (typeof entry === 'string' && !isBlank(entry)) return shortened(asLine(entry), textLimit);
  return excerptOf(entry, textLimit, 0).text;
};

export type ReadReports = Pick<User, 'reports' | 'duplicateReports' | 'notIds'>;

/** The user's own id is kept, since data does that. Entries may be ids or objects with an `id`. */
export const readReports = (value: unknown, notes: Notes): ReadReports => {
  const nothing: ReadReports = { reports: [], duplicateReports: [], notIds: [] };
  if (value === null || value === undefined || value === '') return nothing;
  if (!Array.isArray(value)) {
    notes.cannotRead('reportees', 'a list of user ids', value);
    return nothing;
  }
  const reports = new Set<UserId>();
  const duplicates = new Set<UserId>();
  const notIds = new Set<string>();
  let left = 0;
  for (const entry of value) {
    const id = asUserReference(entry);
    if (id === null) {
      if (notIds.size < mostNotIds) notIds.add(asText(entry));
      else left += 1;
    } else if (reports.has(id)) duplicates.add(id);
    else reports.add(id);
  }
  if (left > 0) notes.cutList('reportees', value.length - left, value.length);
  return { reports: [...reports], duplicateReports: [...duplicates], notIds: [...notIds] };
};
