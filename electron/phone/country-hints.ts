/**
 * The countries that a number without a country's code may be of: those of the person's other numbers, else those whose
 * clock the record's time zone is. A hint, no more: a number is taken for one of them only where it fits just one.
 */
import { type CountryCode, isSupportedCountry } from 'libphonenumber-js/max';
import type { ZoneReading } from '../../contract/reach.ts';
import { readZone } from '../zone/read-zone.ts';
import { zoneTables } from '../zone/windows-zones.ts';

/**
 * Offsets, in minutes, that are the clock of one or two countries. Whole hours are shared by dozens, whose numbers look
 * alike. Source: the IANA time zone database.
 */
const ofOffset: ReadonlyMap<number, readonly CountryCode[]> = new Map([
  [-570, ['PF']],
  [-210, ['CA']],
  [-150, ['CA']],
  [210, ['IR']],
  [270, ['AF']],
  [330, ['IN', 'LK']],
  [345, ['NP']],
  [390, ['MM', 'CC']],
  [525, ['AU']],
  [570, ['AU']],
  [630, ['AU']],
  [765, ['NZ']],
  [825, ['NZ']],
]);

/** A file of everybody asks for the same few zones again and again. */
const known = new Map<string, readonly CountryCode[]>();
const mostKnown = 1000;

export function countriesOfZone(timezone: string | null): readonly CountryCode[] {
  if (timezone === null) return [];
  const before = known.get(timezone);
  if (before !== undefined) return before;
  const countries = countriesOf(readZone(timezone));
  if (known.size < mostKnown) known.set(timezone, countries);
  return countries;
}

function countriesOf(zone: ZoneReading | null): readonly CountryCode[] {
  if (zone === null || zone.kind === 'abbreviation') return [];
  if (zone.kind === 'offset') return ofOffset.get(zone.minutes) ?? [];
  // "(UTC+01:00) Amsterdam, Berlin, …" is the clock of many countries, and the zone of one of them.
  if (zone.name.startsWith('(')) return [];
  const tables = zoneTables();
  const ofWindows = tables.countriesOf.get(zone.name.toLowerCase());
  const country =
    tables.countryOf.get(zone.zone.toLowerCase()) ?? tables.countryOf.get(canonical(zone.zone).toLowerCase());
  return [...(ofWindows ?? [country])].filter((one) => one !== undefined && isSupportedCountry(one));
}

/** A zone that went by another name is known to CLDR by one of the two; the clock of half a continent is of no country. */
function canonical(zone: string): string {
  if (/^[cemw]et$/i.test(zone)) return zone;
  return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone;
}
