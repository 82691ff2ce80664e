/** What a number format (ECMA-376, 18.8.31) makes of a number, as far as it says what the number is: a moment, or digits in places. */

export type CellFormat =
  | { readonly kind: 'number' }
  /** `day`: with its time or without. `time`: that of a day which is not shown. `length`: hours that go on beyond a day. */
  | { readonly kind: 'moment'; readonly shows: 'day' | 'time' | 'length' }
  /** Places for digits and signs between them: `00000`, `000-00-0000`. A digit stands in each `0`, and in a `#` where there is one. */
  | { readonly kind: 'places'; readonly places: readonly Place[] };

/** `digit`: it is filled, with a 0 where the number has none left. `optional`: it stays away then. Others stand as they are. */
export type Place = 'digit' | 'optional' | { readonly sign: string };

export const plainNumber: CellFormat = { kind: 'number' };
const day = { kind: 'moment', shows: 'day' } as const;
const time = { kind: 'moment', shows: 'time' } as const;
const length = { kind: 'moment', shows: 'length' } as const;

/** Formats that have a number and no code. Those from 27 on are of East Asian languages. */
const builtIn: readonly (readonly [from: number, to: number, format: CellFormat])[] = [
  [14, 17, day],
  [18, 21, time],
  [22, 22, day],
  [27, 31, day],
  [32, 35, time],
  [36, 36, day],
  [45, 45, time],
  [46, 46, length],
  [47, 47, time],
  [50, 54, day],
  [55, 56, time],
  [57, 58, day],
];

export function builtInFormat(id: number): CellFormat {
  return builtIn.find(([from, to]) => id >= from && id <= to)?.[2] ?? plainNumber;
}

/** A text in quotes, a sign by itself, room as wide as a sign, a sign that fills, what stands in brackets; or one sign. */
const token = /"([^"]*)"|\\(.)|_.|\*.|(\[[^\]]*\])|(.)/gsu;
/** Hours, minutes or seconds that go on beyond a day. */
const elapsed = /^\[(?:h+|m+|s+)\]$/i;

/** Spreadsheets write none that is longer. Each number in a sheet goes through all of its format. */
const longestCode = 255;

export function formatOf(code: string): CellFormat {
  if (code.length > longestCode) return plainNumber;
  // After the first semicolon stand negative numbers, zero and texts.
  const section = /^(?:"[^"]*"|\\.|[^";\\])*/su.exec(code)?.[0] ?? '';
  const places: Place[] = [];
  let letters = '';
  let isLength = false;
  let isOnlyPlaces = true;
  for (const [, quoted, single, bracket, plain] of section.matchAll(token)) {
    if (bracket !== undefined) {
      if (elapsed.test(bracket)) isLength = true;
      // A colour, a language or a currency says nothing of places; a condition does.
      else if (/^\[[<>=]/.test(bracket)) isOnlyPlaces = false;
      continue;
    }
    const literal = quoted ?? single;
    if (literal !== undefined) places.push({ sign: literal });
    else if (plain === '0') places.push('digit');
    else if (plain === '#') places.push('optional');
    else if (plain !== undefined) {
      letters += plain.toLowerCase();
      if (/[-+ ()/:]/.test(plain)) places.push({ sign: plain });
      else isOnlyPlaces = false;
    }
  }
  if (letters.replace('general', '') === letters && (isLength || /[dmyhs]/.test(letters)))
    return momentOf(letters, isLength);
  const filled = places.filter((place) => place === 'digit').length;
  return isOnlyPlaces && filled > 1 ? { kind: 'places', places } : plainNumber;
}

/** `m` alone is a month; beside hours or seconds it is minutes. */
function momentOf(letters: string, isLength: boolean): CellFormat {
  if (/[dy]/.test(letters)) return day;
  if (isLength) return length;
  return /[hs]/.test(letters) ? time : day;
}

/** `digits`: of a whole number that is not negative. Those that are more than there are places for stand in the first. */
export function inPlaces(digits: string, places: readonly Place[]): string {
  let left = digits;
  let made = '';
  const first = places.findIndex((place) => typeof place === 'string');
  for (let nth = places.length - 1; nth >= 0; nth -= 1) {
    const place = places[nth];
    if (place === undefined) continue;
    if (typeof place === 'object') {
      made = place.sign + made;
      continue;
    }
    // The first place holds all that is left.
    const filled = nth === first ? left : left.slice(-1);
    made = (filled === '' && place === 'digit' ? '0' : filled) + made;
    left = nth === first ? '' : left.slice(0, -1);
  }
  return made;
}
