/** Reads `reportees`: every id once and in order, and every entry that is none as text. Nothing listed is lost. */
import type { UserId } from '../../contract/ids.ts';
import { excerptOf } from './read-excerpt.ts';
import { asUserReference } from './read-ids.ts';
import { type Notes, shortened } from './read-notes.ts';
import { asLine, isBlank } from './read-text.ts';

const textLimit = 200;

const asText = (entry: unknown): string => {
  if (typeof entry === 'string' && !isBlank(entry)) return shortened(asLine(entry), textLimit);
  return excerptOf(entry, textLimit, 0).text;
};

/** The user's own id is kept, since data does that. Entries may be ids or objects with an `id`. */
export const readReports = (value: unknown, notes: Notes): { reports: UserId[]; notIds: string[] } => {
  if (value === null || value === undefined || value === '') return { reports: [], notIds: [] };
  if (!Array.isArray(value)) {
    notes.cannotRead('reportees', 'a list of user ids', value);
    return { reports: [], notIds: [] };
  }
  const reports = new Set<UserId>();
  const notIds = new Set<string>();
  for (const entry of value) {
    const id = asUserReference(entry);
    if (id === null) notIds.add(asText(entry));
    else reports.add(id);
  }
  return { reports: [...reports], notIds: [...notIds] };
};
