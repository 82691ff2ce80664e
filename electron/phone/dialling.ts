/**
 * What is dialled for a written number: `+4989123456` where its country is told or can be, the digits as they are written
 * where nothing speaks of a country, and nothing where a whole number cannot be told. A wrong number is worse than none.
 */
import parsePhoneNumber, {
  type CountryCode,
  isSupportedCountry,
  type PhoneNumber,
  validatePhoneNumberLength,
} from 'libphonenumber-js/max';
import type { WrittenNumber } from './written-numbers.ts';

export type Dialled = {
  readonly dial: string;
  /** Parted for reading. Worked out when asked for: exports do without. */
  readonly shown: () => string;
  readonly country: CountryCode | null;
};

/** Fewer digits are an extension, a service's number, or a part of one. */
const fewest = 7;
const most = 15;
/** Of Australia's 1300 and 1800. */
const freephoneDigits = 10;

export function dialledOf(number: WrittenNumber, countries: readonly CountryCode[]): Dialled | null {
  if (number.isDoubtful || !waysOf(number).some(({ length }) => length >= fewest)) return null;
  // Where the way out is 011 or 0011, a number that begins with 00 is another.
  if (number.prefix === '00') return withHint(`00${number.digits}`, countries) ?? international(number);
  if (number.prefix === '+') return international(number);
  if (number.isAmerican) return freephoneElsewhere(number, countries) ?? american(number.digits);
  return national(number, countries);
}

function american(digits: string): Dialled | null {
  return internationally(digits.length === 10 ? `+1${digits}` : `+${digits}`);
}

/** "1800 FLOWERS" of Australia and "800 FLOWERS" of the Emirates look American; of too many letters the last are pressed in vain. */
function freephoneElsewhere({ digits, places }: WrittenNumber, countries: readonly CountryCode[]): Dialled | null {
  const [first = 0, second = 1] = places;
  // "1-800" and "1 (800)" are written so in North America alone.
  if (digits.startsWith('1') && second !== first + 1) return null;
  return withHint(digits, countries) ?? withHint(digits.slice(0, freephoneDigits), countries);
}

/** With its country's code. Numbers that a plan does not know yet are dialled all the same, but none that is too long for it. */
function international(number: WrittenNumber): Dialled | null {
  const written = [...waysOf(number), ...(number.withZero === null ? [] : [number.withZero])].map(
    (digits) => `+${digits}`,
  );
  for (const one of written) {
    const parsed = parsePhoneNumber(one);
    if (parsed?.isValid()) return ofUsualLength(parsed);
  }
  const possible = written.find((one) => parsePhoneNumber(one)?.isPossible());
  return internationally(possible ?? `+${number.digits}`);
}

function internationally(written: string): Dialled | null {
  const parsed = parsePhoneNumber(written);
  if (parsed === undefined || /^\+1[01]/.test(written) || validatePhoneNumberLength(written) === 'TOO_LONG')
    return null;
  return ofUsualLength(parsed);
}

function ofUsualLength(parsed: PhoneNumber): Dialled | null {
  const digits = parsed.number.length - 1;
  return digits < fewest || digits > most ? null : dialledAs(parsed);
}

/** Null: of none of the countries, of several of them, or of none in the way in which numbers are written there. */
function withHint(digits: string, countries: readonly CountryCode[]): Dialled | null {
  const fitting = countries.flatMap((country) => fitIn(digits, country) ?? []);
  const [first] = fitting;
  return first !== undefined && new Set(fitting.map(({ number }) => number)).size === 1 ? dialledAs(first) : null;
}

/** The digits alone, and with what stands behind a stroke, in brackets or as the first of several extensions. */
function waysOf({ digits, rest, extension, isRange }: WrittenNumber): string[] {
  const first = isRange ? /^\d+/.exec(extension ?? '') : null;
  return [digits, ...(rest === '' ? [] : [digits + rest]), ...(first === null ? [] : [digits + first[0]])];
}

function national(number: WrittenNumber, countries: readonly CountryCode[]): Dialled | null {
  const { digits } = number;
  for (const way of waysOf(number).filter(({ length }) => length >= fewest)) {
    const hinted = withHint(way, countries);
    if (hinted !== null) return hinted;
  }
  // Of eleven digits that begin so, the North American plan is the only one.
  const american = /^1[2-9]\d{9}$/.test(digits) ? parsePhoneNumber(`+${digits}`) : undefined;
  if (american?.isValid()) return dialledAs(american);
  const mayBeOf = countries.length === 0 || countries.some((country) => isPossibleIn(digits, country));
  return mayBeOf && digits.length >= fewest && digits.length <= most
    ? { dial: digits, shown: () => digits, country: null }
    : null;
}

/** A number of this country, written as it is there: with the trunk prefix where the country writes one, or with its code. */
function fitIn(digits: string, country: CountryCode): PhoneNumber | null {
  const parsed = parsePhoneNumber(digits, country);
  if (parsed === undefined || !parsed.isValid()) return null;
  if (digits === parsed.nationalNumber && needsPrefix(parsed)) return null;
  return parsed;
}

function isPossibleIn(digits: string, country: CountryCode): boolean {
  const parsed = parsePhoneNumber(digits, country);
  return parsed?.isPossible() === true && !(digits === parsed.nationalNumber && needsPrefix(parsed));
}

/** Without the prefix, somebody of that country would not take it for a number with its area's code. */
function needsPrefix(parsed: PhoneNumber): boolean {
  return parsed.formatNational({ nationalPrefix: false }).replace(/\D/g, '') !== parsed.nationalNumber;
}

function dialledAs(parsed: PhoneNumber): Dialled {
  return { dial: parsed.number, shown: () => parsed.formatInternational(), country: parsed.country ?? null };
}

/** The country of a number that has its code; null for one that has none, and for a code of no country. */
export function countryOf(number: WrittenNumber): CountryCode | null {
  // Freephone numbers of letters look alike in several countries.
  const isTold = number.prefix !== '' || (number.isAmerican && !/^1?8/.test(number.digits));
  const country = isTold ? (dialledOf(number, [])?.country ?? null) : null;
  return country !== null && isSupportedCountry(country) ? country : null;
}
