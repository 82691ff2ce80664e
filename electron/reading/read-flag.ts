/**
 * Reads true and false, and nothing that would have to be guessed. The words "true" and "false" are read in any
 * case. 1 and 0 are not: this API writes 0 for "not set", and a guessed `isDeleted` would be a wrong status.
 */
import type { Notes } from './read-notes.ts';

const asFlag = (value: unknown): boolean | null => {
  if (typeof value === 'boolean') return value;
  if (typeof value !== 'string' || value.length > 20) return null;
  const word = value.trim().toLowerCase();
  return word === 'true' ? true : word === 'false' ? false : null;
};

/** A flag that may be missing or null without comment. */
export const readFlag = (value: unknown, field: string, notes: Notes): boolean | null => {
  if (value === null || value === undefined || value === '') return null;
  return readNeededFlag(value, field, notes);
};

/** A flag that a status depends on: missing and null are listed as unread too. */
export function readNeededFlag(value: unknown, field: string, notes: Notes): boolean | null {
  const flag = asFlag(value);
  if (flag === null) notes.cannotRead(field, 'true or false', value);
  return flag;
}
