/** A cell's value as it reads in the sheet, as one text. */
import { dayMs } from '../../contract/day.ts';
import { type CellFormat, inPlaces } from './number-format.ts';

export type Epoch = 1900 | 1904;

/** What day 0 is: the day before the first of 1900, with one more for the 29 February 1900 that spreadsheets have. */
const daysTo1970: { readonly [E in Epoch]: number } = { 1900: 25_569, 1904: 24_107 };
/** Up to here days of 1900 are counted without the one that never was. */
const lastBeforeLeapDay = 60;
/** The last day of the year 9999. */
const mostDays = 2_958_466;
/** Spreadsheets know no more digits of a number. */
const mostDigits = 15;

/** A number as it is written in the part, in the format of its cell. What is no number stays as it is written. */
export function numberText(written: string, format: CellFormat, epoch: Epoch): string {
  const value = Number(written);
  if (written.trim() === '' || !Number.isFinite(value)) return written;
  if (format.kind === 'moment' && value >= 0 && value < mostDays) return momentText(value, format, epoch);
  const plain = plainText(written.trim(), value);
  return format.kind === 'places' && /^\d+$/.test(plain) ? inPlaces(plain, format.places) : plain;
}

/** Whole numbers keep each digit that is written; others lose what arithmetic in binary has put behind their fifteen. */
function plainText(written: string, value: number): string {
  if (/^-?\d+$/.test(written)) return written.replace(/^(-?)0+(?=\d)/, '$1');
  const short = Number(value.toPrecision(mostDigits));
  return withoutExponent(String(short));
}

/** `1.5e+21` as `1500000000000000000000`, `1e-7` as `0.0000001`. */
function withoutExponent(text: string): string {
  const [, minus = '', whole = '', part = '', exponent] = /^(-?)(\d+)(?:\.(\d+))?e([+-]\d+)$/.exec(text) ?? [];
  if (exponent === undefined) return text;
  const digits = whole + part;
  const point = whole.length + Number(exponent);
  if (point <= 0) return `${minus}0.${'0'.repeat(-point)}${digits}`;
  return (
    minus + (point >= digits.length ? digits.padEnd(point, '0') : `${digits.slice(0, point)}.${digits.slice(point)}`)
  );
}

/** ISO 8601, without a zone: sheets have none. What its format shows of day and time, and a time that is not midnight where it shows the day alone. */
function momentText(value: number, { shows }: Extract<CellFormat, { kind: 'moment' }>, epoch: Epoch): string {
  const days = epoch === 1900 && value < lastBeforeLeapDay ? value + 1 : value;
  const ms = Math.round((days - daysTo1970[epoch]) * dayMs);
  const [date = '', clock = ''] = new Date(ms)
    .toISOString()
    .replace(/\.000Z$|Z$/, '')
    .split('T');
  if (shows === 'length' && value >= 1) return lengthText(value);
  if (shows !== 'day') return clock;
  return clock === '00:00:00' ? date : `${date}T${clock}`;
}

function lengthText(value: number): string {
  const seconds = Math.round((value * dayMs) / 1000);
  const two = (some: number) => String(some).padStart(2, '0');
  return `${Math.floor(seconds / 3600)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}
