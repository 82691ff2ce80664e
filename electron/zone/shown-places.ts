/** Which zone Windows means by the places that it shows behind an offset: the offset alone is an hour off for half the year. */
import { zoneOffsetAt } from './local-time.ts';
import { isZone } from './plain-zone.ts';
import { zoneTables } from './windows-zones.ts';

/** "Pacific Time (US & Canada)". */
const americanTime = /^\s*(\p{L}+ time) \((?:us & )?canada\)\s*$/iu;

/** Looking takes a millisecond, and people share a few zones. */
const known = new Map<string, string | null>();
const mostKnown = 1000;

/** `places`: such as "Amsterdam, Berlin, Bern". `minutes`: east of UTC, in winter. Null: none of them has a zone of its own. */
export function zoneOfPlaces(places: string, minutes: number): string | null {
  const key = `${minutes} ${places}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  const zone = lookedUp(places, minutes);
  if (known.size < mostKnown) known.set(key, zone);
  return zone;
}

function lookedUp(places: string, minutes: number): string | null {
  const { ianaOf, spelling } = zoneTables();
  const name = americanTime.exec(places)?.[1]?.replace(/ time$/i, '') ?? places.trim();
  const named = ianaOf.get(`${name} standard time`.toLowerCase());
  if (named !== undefined) return named;
  const wanted = places.split(',').map((place) => folded(place.trim()));
  const zones = [...spelling.values()].filter((zone) => zone.includes('/'));
  for (const place of wanted) {
    const found = zones.find((zone) => placeOf(zone) === place && isZone(zone) && winterMinutes(zone) === minutes);
    if (found !== undefined) return found;
  }
  return null;
}

function placeOf(zone: string): string {
  return folded(zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' '));
}

function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** The lesser of the offsets in January and July, as Windows counts them; null where it cannot be told. */
function winterMinutes(zone: string): number | null {
  const offsets = [0, 6].map((month) => zoneOffsetAt(zone, Date.UTC(new Date().getUTCFullYear(), month, 15)));
  const told = offsets.filter((one) => one !== null);
  return told.length === offsets.length ? Math.min(...told) : null;
}
