/** The time zone that a record names, also where it takes a table to know: as Windows does, in any letter case, by an abbreviation. */
import type { ZoneReading } from '../../contract/reach.ts';
import { isZone, offsetMinutes, plainZone, seenZone } from './plain-zone.ts';
import { zoneOfPlaces } from './shown-places.ts';
import { zoneTables } from './windows-zones.ts';

/** As Windows shows a zone: "(UTC+05:30) Chennai, Kolkata, Mumbai, New Delhi". */
const shown = /^\(((?:utc|gmt)(?:[+\-\u2212]\d{1,2}:\d{2})?)\)/i;

/** Zones of so few letters that are names, and no abbreviations that several zones share. */
const shortNames = new Set(
  'utc uct gmt gmt0 zulu cet eet met wet gb nz prc roc rok cuba eire egypt iran japan libya hst'.split(' '),
);

/** Null for what is no time zone that is known. */
export function readZone(came: string): ZoneReading | null {
  const plain = plainZone(came);
  if (plain !== null) return plain;
  const text = seenZone(came);
  const small = text.toLowerCase();
  const { ianaOf, spelling } = zoneTables();
  const windows = ianaOf.get(small) ?? ianaOf.get(standardOf(small));
  if (windows !== undefined && !shortNames.has(small)) return { kind: 'named', name: text, zone: windows };
  const [opening = '', ofOffset] = shown.exec(text) ?? [];
  if (ofOffset !== undefined) {
    const minutes = offsetMinutes(ofOffset) ?? 0;
    const zone = zoneOfPlaces(text.slice(opening.length), minutes);
    return zone === null ? { kind: 'offset', minutes } : { kind: 'named', name: text, zone };
  }
  if (/^[a-z]{2,5}$/.test(small) && !shortNames.has(small)) {
    return isZone(text) || text === text.toUpperCase() ? { kind: 'abbreviation' } : null;
  }
  // Intl also takes bare offsets; what is left here has to be a name.
  if (!/^[a-z]/.test(small)) return null;
  const zone = [text, text.replaceAll(' ', '_')].find(isZone);
  if (zone === undefined) return null;
  const isWritten = /[A-Z]/.test(text) || shortNames.has(text);
  return { kind: 'named', name: spelling.get(small) ?? (isWritten ? text : properly(zone)), zone };
}

/** Windows says "Daylight" for half the year, of the same zone. */
function standardOf(small: string): string {
  return small.replace(/ (?:daylight|summer) time$/, ' standard time');
}

/** `america/new_york` as it is written: a capital for each word. */
function properly(name: string): string {
  return name.toLowerCase().replace(/(?<=^|[/_-])[a-z]/g, (letter) => letter.toUpperCase());
}
