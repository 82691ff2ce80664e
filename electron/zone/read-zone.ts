/**
 * The time zone that a record names: an offset such as `+0530` or `Z`, an IANA name, or a name of Windows such as
 * "India Standard Time". The record's own name is kept: engines know many zones by a name of their own.
 */
import type { ZoneReading } from '../../contract/reach.ts';
import { zoneTables } from './windows-zones.ts';

/** With a colon, four digits, or hours alone: three digits could be read in two ways. */
const offset = /^(?:utc|gmt)?\s*([+\-\u2212])(?:(\d{1,2}):(\d{2})|(\d{2})(\d{2})|(\d{1,2}))$/i;
/** As Windows shows a zone: "(UTC+05:30) Chennai, Kolkata, Mumbai, New Delhi". */
const shown = /^\(((?:utc|gmt)(?:[+\-\u2212]\d{1,2}:\d{2})?)\)/i;
const farthestMinutes = 14 * 60;

/** Zones of so few letters that are names, and no abbreviations that several zones share. */
const shortNames = new Set(
  'utc uct gmt gmt0 zulu cet eet met wet gb nz prc roc rok cuba eire egypt iran japan libya hst'.split(' '),
);

/** Null for what is no time zone that is known. Engines differ in which of a zone's names they prefer; none of that shows. */
export function readZone(came: string): ZoneReading | null {
  const text = came.replace(/\p{Cf}/gu, '').trim();
  if (/^z$/i.test(text)) return { kind: 'offset', minutes: 0 };
  const minutes = minutesOf(text);
  if (minutes !== null) return { kind: 'offset', minutes };
  const { ianaOf, spelling } = zoneTables();
  const windows = ianaOf.get(text.toLowerCase()) ?? ianaOf.get(standardOf(text));
  if (windows !== undefined && !shortNames.has(text.toLowerCase())) return { kind: 'named', name: text, zone: windows };
  const ofOffset = shown.exec(text)?.[1];
  if (ofOffset !== undefined) return { kind: 'offset', minutes: minutesOf(ofOffset) ?? 0 };
  const isAbbreviation = /^[a-z]{2,5}$/i.test(text) && !shortNames.has(text.toLowerCase());
  if (isAbbreviation) return isZone(text) || text === text.toUpperCase() ? { kind: 'abbreviation' } : null;
  // Intl also takes bare offsets; what is left here has to be a name.
  if (!/^[A-Za-z]/.test(text)) return null;
  const name = [text, text.replaceAll(' ', '_')].find(isZone);
  if (name === undefined) return null;
  const isWritten = /[A-Z]/.test(text) || shortNames.has(text);
  const own = spelling.get(text.toLowerCase()) ?? (isWritten ? text : properly(name));
  return { kind: 'named', name: own, zone: name };
}

function minutesOf(text: string): number | null {
  const match = offset.exec(text);
  if (match === null) return null;
  const [, sign, longHours, longMinutes, fourHours, fourMinutes, bareHours] = match;
  const minutes = Number(longMinutes ?? fourMinutes ?? 0);
  const size = Number(longHours ?? fourHours ?? bareHours) * 60 + minutes;
  if (size > farthestMinutes || minutes > 59) return null;
  return size === 0 ? 0 : sign === '+' ? size : -size;
}

/** Windows says "Daylight" for half the year, of the same zone. */
function standardOf(text: string): string {
  return text.toLowerCase().replace(/ (?:daylight|summer) time$/, ' standard time');
}

function isZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** `america/new_york` as it is written: a capital for each word. */
function properly(name: string): string {
  return name.toLowerCase().replace(/(?<=^|[/_-])[a-z]/g, (letter) => letter.toUpperCase());
}
