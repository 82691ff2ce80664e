/** Time zones by the names that Windows and Exchange give them, and the countries that each zone is the clock of (CLDR's table). */
import { WINDOWS_TO_IANA_MAP } from 'windows-iana';

/** CLDR's sign for a zone's usual place, and for one of no country. */
const nowhere = new Set(['001', 'ZZ']);

type Tables = {
  /** By a Windows name in small letters. */
  readonly ianaOf: ReadonlyMap<string, string>;
  readonly countriesOf: ReadonlyMap<string, ReadonlySet<string>>;
  /** By an IANA name in small letters. */
  readonly countryOf: ReadonlyMap<string, string>;
  /** IANA names as they are written. */
  readonly spelling: ReadonlyMap<string, string>;
};

let made: Tables | null = null;

/** Made when a zone is first read, which costs a millisecond. */
export function zoneTables(): Tables {
  if (made !== null) return made;
  const ianaOf = new Map<string, string>();
  const countriesOf = new Map<string, Set<string>>();
  const countryOf = new Map<string, string>();
  const spelling = new Map<string, string>();
  for (const { windowsName, territory, iana } of WINDOWS_TO_IANA_MAP) {
    const name = windowsName.toLowerCase();
    const [usual] = iana;
    if (territory === '001' && usual !== undefined) ianaOf.set(name, usual);
    const countries = countriesOf.get(name) ?? new Set<string>();
    countriesOf.set(name, countries);
    if (!nowhere.has(territory)) countries.add(territory);
    for (const zone of iana) {
      spelling.set(zone.toLowerCase(), zone);
      if (!nowhere.has(territory)) countryOf.set(zone.toLowerCase(), territory);
    }
  }
  made = { ianaOf, countriesOf, countryOf, spelling };
  return made;
}
