/**
 * Parses JSON without losing how a number was written. JavaScript's numbers give 12345678901234567890 back as
 * 12345678901234567000, 1.0 as 1 and 1e3 as 1000: as ids, the first is another one, and the others are none.
 */

import { cutDeep, isCut, TooDeep } from './nesting.ts';

/** A number that JavaScript would write with other characters than the reply has, or a whole one beyond 2^53. */
export class WrittenNumber {
  /** As it stands in the reply. */
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
  /** What is left of it as a JavaScript number; may be infinite. */
  get value(): number {
    return Number(this.text);
  }
}

/**
 * Where there may be such a number: a value, or an element of a list, that begins with 16 digits or has a point or an
 * exponent. Also true of some texts, such as "Since 2020, 1.5 days", which costs time and changes nothing; the
 * digit before the colon leaves out times of day.
 */
const mayBeLost = /[:[,](?<!\d:)\s*-?\d(?:\d{15}|\d*[.eE])/;

type ParseWithSource = (
  text: string,
  reviver: (key: string, value: unknown, context: { readonly source?: string }) => unknown,
) => unknown;

/**
 * Throws a `SyntaxError` where the text is no JSON; a byte order mark before it is passed over. What is nested deeper than
 * `mostLevels` comes as a `TooDeep`.
 */
export function parseWrittenJson(text: string): unknown {
  const whole = text.startsWith('\uFEFF') ? text.slice(1) : text;
  const json = cutDeep(whole);
  // What is cut out is looked at as well: a part of it that is no JSON makes the whole none.
  if (json !== whole) JSON.parse(whole);
  else if (!mayBeLost.test(json)) return JSON.parse(json);
  return (JSON.parse as ParseWithSource)(json, asWritten);
}

/** ECMAScript's "JSON.parse source text access" (V8 has it), which TypeScript's library does not know. */
function asWritten(_key: string, value: unknown, { source }: { readonly source?: string }): unknown {
  if (typeof value === 'string') return isCut(source) ? new TooDeep() : value;
  if (typeof value !== 'number' || source === undefined) return value;
  // Half of the numbers beyond 2^53 happen to come back as they were written, and are none that one could count with.
  const isKept = source === String(value) && (Number.isSafeInteger(value) || !Number.isInteger(value));
  return isKept ? value : new WrittenNumber(source);
}

/** Whether two values are the same number, however each is written: 1, 1.0 and 1e0 are. */
export function isSameNumber(one: unknown, other: unknown): boolean {
  const [text, otherText] = [writtenOf(one), writtenOf(other)];
  if (text === null || otherText === null) return false;
  return text === otherText || plainForm(text) === plainForm(otherText);
}

function writtenOf(value: unknown): string | null {
  return value instanceof WrittenNumber ? value.text : typeof value === 'number' ? String(value) : null;
}

/** Its significant digits and where they stand, which are the same for all ways to write a number. */
function plainForm(text: string): string {
  const [, sign = '', whole = '', part = '', exponent = '0'] =
    /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([-+]?\d+))?$/.exec(text) ?? [];
  const digits = `${whole}${part}`.replace(/^0+/, '');
  const significant = digits.replace(/0+$/, '');
  if (significant === '') return '0';
  return `${sign}${significant}e${Number(exponent) - part.length + digits.length - significant.length}`;
}

/** The digits of a positive whole number as the reply has them; null for everything else, 1.0 and 1e3 among it. */
export function digitsOf(value: unknown): string | null {
  if (typeof value === 'number') return Number.isSafeInteger(value) && value > 0 ? String(value) : null;
  return value instanceof WrittenNumber && /^[1-9]\d*$/.test(value.text) ? value.text : null;
}
