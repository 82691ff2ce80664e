/**
 * The digits by which telephone numbers are looked up: what is indexed of a number, and what a typed one may stand as
 * there. Both come from the one reading of numbers, so that they meet whichever way a number is written.
 */
import { inPlainText } from './plain-text.ts';
import { nationalOf } from './runs.ts';
import { type WrittenNumber, writtenNumbersIn } from './written-numbers.ts';

/** Fewer digits are no number, and no extension. */
export const shortestNumber = 3;
/** Fewer digits end the numbers of too many. */
const surelyOne = 7;
/** What is longer is keyed in: nobody types it as a part of the number. */
const longestExtension = 5;

/** One number and nothing else, at most its area in brackets: what most fields hold, and read at a glance. */
const plainNumber = /^(?:\+[1-9]\d{0,2} ?)?(?:\(\d{2,5}\) ?)?\d+(?:[ .-]\d+)*$/;
const fewestPlainDigits = 7;
/** More may be two. */
const mostPlainDigits = 13;

/**
 * What is dialled, from the country's or the area's code on: no `+`, `00` or trunk `0`. Each number, what it is with its
 * extension or with another ending, and each extension.
 */
export function dialledNumbersIn(text: string): string[] {
  if (text.length < 30 && plainNumber.test(text)) {
    const digits = text.replace(/\D+/g, '');
    if (digits.length >= fewestPlainDigits && digits.length <= mostPlainDigits && !digits.startsWith('00')) {
      return [text.startsWith('+') ? digits : digits.replace(/^0/, '')];
    }
  }
  return writtenNumbersIn(text).flatMap(waysOf);
}

function waysOf({ digits, prefix, rest, extension }: WrittenNumber): string[] {
  const dialled = prefix === '' ? digits.replace(/^0+/, '') : digits;
  const inside = (extension ?? '').split(/\D+/).filter((one) => one !== '');
  const whole =
    dialled === '' ? [] : inside.filter((one) => one.length <= longestExtension).map((one) => dialled + one);
  const ended = rest === '' ? [] : [dialled + rest, dialled.slice(0, -rest.length) + rest];
  return [dialled, ...ended, ...whole, ...inside].filter((one) => one !== '');
}

const writtenAsNumber = /^[\d\s+()./\p{Pd}\u2212]+$/u;
const asciiOnly = (text: string): string => text.normalize('NFKC').replace(/\p{Cf}/gu, '');

/**
 * What a typed number may stand as in a record, the likeliest first: as it is dialled; with its leading zero, as the end
 * of a longer one; without the country's code. Empty where the text cannot be a number.
 */
export function typedNumbersIn(text: string): string[] {
  // Words, which most of what is typed is, hold no number; an address or a link holds none that is meant.
  if (!/\p{Nd}/u.test(text) || /[@\uff20]|:\/\//.test(text)) return [];
  const numbers = writtenNumbersIn(text);
  const isNumber =
    writtenAsNumber.test(asciiOnly(text)) ||
    numbers.some((one) => isWhole(one, text)) ||
    (numbers.length === 1 && numbers[0]?.extension !== null);
  const [first] = numbers.filter(({ digits }) => digits.length >= shortestNumber);
  if (!isNumber) return [];
  const dialled = first === undefined ? '' : (waysOf(first)[0] ?? '');
  const written = first?.digits ?? '';
  const inside = numbers.flatMap(({ extension }) => extension?.replace(/\D/g, '') ?? []);
  const ways = [
    dialled,
    written,
    ...endingsOf(dialled).filter((ending) => ending.length >= surelyOne),
    ...(dialled === '' ? inside : []),
  ];
  return [...new Set(ways)].filter((digits) => digits.length >= shortestNumber);
}

/** A whole number may be pasted with its label; fewer digits beside words are of something else, and some within a word of an id. */
function isWhole({ digits, isDoubtful, start }: WrittenNumber, text: string): boolean {
  return digits.length >= surelyOne && !isDoubtful && !/\p{L}$/u.test(text.slice(0, start));
}

/** What is left of a number without its country's code, and without its area's or its switchboard's: the longest first. */
export function endingsOf(dialled: string): string[] {
  const national = nationalOf(dialled);
  const endings = national.length >= 6 ? [national] : [];
  for (const last of [8, 7, 6, 4]) if (dialled.length > last) endings.push(dialled.slice(-last));
  return endings;
}

/** Where the most of what may be meant stands in the text, `[start, end)`; null where none of it does. */
export function placeInText(text: string, wanted: readonly string[]): readonly [start: number, end: number] | null {
  const longestFirst = wanted.toSorted((one, other) => other.length - one.length);
  const numbers = writtenNumbersIn(text);
  // With its extension a number stands nowhere in one piece.
  const extended = numbers.find((one) =>
    waysOf(one).some((way) => longestFirst.some((digits) => way.endsWith(digits))),
  );
  const whole = extended === undefined || extended.digits === '' ? null : ([extended.start, extended.end] as const);
  return placeIn(numbers, longestFirst) ?? whole ?? placeIn([digitsIn(text)], longestFirst);
}

type Placed = { readonly digits: string; readonly places: readonly number[] };

function placeIn(pieces: readonly Placed[], wanted: readonly string[]): readonly [start: number, end: number] | null {
  for (const digits of wanted) {
    for (const { digits: own, places } of pieces) {
      const at = own.indexOf(digits);
      const first = places[at];
      const last = places[at + digits.length - 1];
      if (at >= 0 && first !== undefined && last !== undefined) return [first, last + 1];
    }
  }
  return null;
}

/** All digits of the text, whatever they are of. */
function digitsIn(text: string): Placed {
  const found = [...text.matchAll(/\p{Nd}/gu)];
  return {
    digits: found.map(([digit]) => inPlainText(digit).text).join(''),
    places: found.map(({ index }) => index),
  };
}
