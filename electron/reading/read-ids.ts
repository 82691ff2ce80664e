/** Reads user ids: what comes out may stand in a request path, and one person has one id whatever the letter case. */
import { UserId } from '../../contract/ids.ts';
import { isCanonicalUuid } from '../../contract/uuid.ts';
import { isRecord } from './read-notes.ts';
import { digitsOf } from './written-json.ts';

/** What the contract's schema returns unchanged, recognised without its cost: replies can list 100,000 ids. UUIDs aside. */
const plain = /^[A-Za-z0-9_~-][A-Za-z0-9._~-]{0,127}$/;

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
