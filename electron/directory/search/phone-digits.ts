/**
 * The digits of telephone numbers, whichever way they are written: in any script's digits, with brackets, strokes,
 * dashes or spaces of any kind, as a `tel:` link, with an extension, with or without the trunk zero.
 */

import { trunkZeroIn, withoutTrunkZero } from '../../telephone.ts';

/** Fewer digits are no number, and no extension. */
export const shortestNumber = 3;
/** Fewer digits end the numbers of too many. */
const surelyOne = 7;
/** Two numbers beside a stroke have so many digits each; with fewer, the stroke parts the area's code from the rest. */
const shortestOfTwo = 7;

// biome-ignore lint/suspicious/noControlCharactersInRegex: the range of ASCII is what is meant.
const plain = /^[\x00-\x7f]*$/;
const extensionWord = /ext(?:ension|n)?\.?|[x#;,]/gi;
const writtenAsNumber = /^[\d\s+()./\p{Pd}\u2212]+$/u;

/** The text in ASCII digits, without what is not seen, and without a link's scheme. */
function inAscii(text: string): string {
  const seen = plain.test(text)
    ? text
    : text
        .normalize('NFKC')
        .replace(/\p{Cf}/gu, '')
        .replace(/\p{Nd}/gu, asciiDigit);
  return seen.trim().replace(/^tel:/i, '');
}

const isDigit = (code: number): boolean => /^\p{Nd}$/u.test(String.fromCodePoint(code));

/** Ten digits of a script stand one after the other in Unicode, and no others right before them once NFKC is done. */
function asciiDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  let value = 0;
  while (value < 9 && isDigit(code - value - 1)) value += 1;
  return String(value);
}

/**
 * What is dialled, from the country's or the area's code on: no `+`, `00` or trunk `0`. The number first, then its
 * extension or a second number, where there is one.
 */
export function dialledNumbersIn(text: string): string[] {
  return inAscii(text)
    .split(extensionWord)
    .flatMap(partedAtStroke)
    .map((number) => withoutTrunkZero(number.trim().replace(/^00/, '+')).replace(/\D/g, '').replace(/^0+/, ''))
    .filter((digits) => digits !== '');
}

function partedAtStroke(text: string): string[] {
  if (!text.includes('/')) return [text];
  const parts = text.split('/');
  return parts.every((part) => part.replace(/\D/g, '').length >= shortestOfTwo) ? parts : [text];
}

/**
 * What a typed number may stand as in a record, the likeliest first: as it is dialled; with its leading zero, as the end
 * of a longer one; without the country's code. Empty where the text cannot be a number.
 */
export function typedNumbersIn(text: string): string[] {
  const ascii = inAscii(text);
  if (!writtenAsNumber.test(ascii.replace(extensionWord, ' '))) return [];
  const dialled = dialledNumbersIn(ascii).find((digits) => digits.length >= shortestNumber);
  const written = ascii.replace(/\D/g, '');
  const ways = [dialled ?? '', written, ...endingsOf(dialled ?? '').filter((ending) => ending.length >= surelyOne)];
  return [...new Set(ways)].filter((digits) => digits.length >= shortestNumber);
}

// Of the numbering plan E.164; every other country's code has three digits.
const countryCode = /^(?:[17]|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]|\d{3})/;

/** What is left of a number without its country's code, and without its area's or its switchboard's: the longest first. */
export function endingsOf(dialled: string): string[] {
  const national = dialled.replace(countryCode, '').replace(/^0+/, '');
  const endings = national.length >= 6 ? [national] : [];
  for (const last of [8, 7, 6, 4]) if (dialled.length > last) endings.push(dialled.slice(-last));
  return endings;
}

/** All digits of a number as it is written, in ASCII and without a trunk zero in brackets, and where each stands. */
export function digitsWithOrigin(text: string): { readonly digits: string; readonly places: readonly number[] } {
  const [start, end] = trunkZeroIn(text) ?? [0, 0];
  const found = [...text.matchAll(/\p{Nd}/gu)].filter(({ index }) => index < start || index >= end);
  return {
    digits: found.map(([digit]) => asciiDigit(digit.normalize('NFKC'))).join(''),
    places: found.map(({ index }) => index),
  };
}
