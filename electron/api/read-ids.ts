/** Reads user ids: what comes out may stand in a request path, and one person has one id whatever the letter case. */
import { UserId } from '../../contract/ids.ts';
import { isRecord } from './read-notes.ts';
import { digitsOf } from './written-json.ts';

/** What the contract's schema returns unchanged, recognised without its cost: replies can list 100,000 ids. */
const canonical = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
/** The same of what is no UUID, which has 36 characters. */
const plain = /^[A-Za-z0-9_~-][A-Za-z0-9._~-]{0,127}$/;

/** Whether a text is a UUID as ids are kept: in lower case. */
export const isCanonicalUuid = (text: string): boolean => text.length === 36 && canonical.test(text);

/** An id from a string or a positive whole number; null for anything else. */
export const asUserId = (value: unknown): UserId | null => {
  if (typeof value === 'string') {
    if (value.length === 36 ? isCanonicalUuid(value) : plain.test(value)) return value as UserId;
    // Longer than any id even with generous white space around it.
    if (value.length > 1000) return null;
    const parsed = UserId.safeParse(value);
    return parsed.success ? parsed.data : null;
  }
  const digits = digitsOf(value);
  return digits === null ? null : asUserId(digits);
};

/** An id, or an object that carries one as `id`. */
export const asUserReference = (value: unknown): UserId | null => asUserId(isRecord(value) ? value.id : value);
