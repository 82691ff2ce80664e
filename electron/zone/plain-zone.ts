/**
 * Time zones that are told without a table of names: offsets such as `+0530`, `Z`, and IANA names as they are written. The
 * record's own name is kept: engines know many zones by a name of their own.
 */
import type { ZoneReading } from '../../contract/reach.ts';

/** With a colon, four digits, or hours alone: three digits could be read in two ways. */
const offset = /^(?:utc|gmt)?\s*([+\-\u2212])(?:(\d{1,2}):(\d{2})|(\d{2})(\d{2})|(\d{1,2}))$/i;
const farthestMinutes = 14 * 60;
/** `Area/Place`, each with its capital. */
const written = /^[A-Z][A-Za-z]+(?:\/[A-Z][A-Za-z_+-]*\d*)+$/;

/** What is left of the text without spaces around it and what cannot be seen. */
export function seenZone(came: string): string {
  return came.replace(/\p{Cf}/gu, '').trim();
}

/** Null for what is none of these; see `readZone` for the rest. */
export function plainZone(came: string): ZoneReading | null {
  const text = seenZone(came);
  if (/^z$/i.test(text)) return { kind: 'offset', minutes: 0 };
  const minutes = offsetMinutes(text);
  if (minutes !== null) return { kind: 'offset', minutes };
  return written.test(text) && isZone(text) ? { kind: 'named', name: text, zone: text } : null;
}

/** Minutes east of UTC; null for what is no offset. */
export function offsetMinutes(text: string): number | null {
  const match = offset.exec(text);
  if (match === null) return null;
  const [, sign, longHours, longMinutes, fourHours, fourMinutes, bareHours] = match;
  const minutes = Number(longMinutes ?? fourMinutes ?? 0);
  const size = Number(longHours ?? fourHours ?? bareHours) * 60 + minutes;
  if (size > farthestMinutes || minutes > 59) return null;
  return size === 0 ? 0 : sign === '+' ? size : -size;
}

/** Asking takes longer than everything else on a page, and people share a few zones. */
const asked = new Map<string, boolean>();
const mostAsked = 1000;

/** Whether `Intl` takes the name. */
export function isZone(name: string): boolean {
  const before = asked.get(name);
  if (before !== undefined) return before;
  const isOne = isTaken(name);
  if (asked.size < mostAsked) asked.set(name, isOne);
  return isOne;
}

function isTaken(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
