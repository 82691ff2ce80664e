/** Reads a text line by line, and as a table where it is one: the items in it, and what spoils them as a list. */
import type { OddItems } from '../../contract/pasted.ts';
import { isHeadingLine, isRule, isTitle } from './headings.ts';
import { idColumnsOf } from './id-columns.ts';
import { createOddList, mostNamed } from './odd-items.ts';
import { createPartReader, type Items, type PartReader, type Reading } from './part-reader.ts';
import { linesOf } from './separators.ts';
import { readOnce } from './short-parts.ts';
import { cellsOf, tableShapeOf } from './table-shape.ts';

/** Each item once, in the order of the text. */
export type ReadLines<T> = { readonly items: readonly T[]; readonly odd: OddItems };

/** `isSure`: what is read are surely items. `isPlain`: each line is one text, and no row of a table. */
export type HowToRead = {
  readonly isSure: boolean;
  readonly isPlain: boolean;
  /** Different parts that are read closely. */
  readonly most?: number | undefined;
};

/**
 * More than anybody has people; a few seconds' work. What comes after is only looked through for what is an item wherever it
 * stands; lines without one are named as odd.
 */
const mostRead = 2_000_000;

/** Lines by which it is told whether a text is a table. */
const sampled = 200;
/** Of a text without items, in UTF-16 units: enough to name the first few that look like some. */
const lookedThrough = 100_000;

export function readLines<T>(
  text: string,
  given: Items<T>,
  { isSure, isPlain, most = mostRead }: HowToRead,
): ReadLines<T> {
  let read = 0;
  const item = readOnce((part) => {
    read += 1;
    return given.item(part);
  });
  const items: Items<T> = { ...given, item };
  const parts = createPartReader(items);
  const found = new Map<string, T>();
  const odd = createOddList();
  /** Lines without an item: odd where most lines have one. */
  const without = createOddList();
  const beside: { readonly item: T; readonly line: string; readonly number: number }[] = [];
  let good = 0;
  const add = (item: T) => {
    const key = items.keyOf(item);
    if (!found.has(key)) found.set(key, item);
  };
  const readLine = isPlain
    ? (line: string) => parts.read(line)
    : lineReader(text, parts, { isSure, isCertain: items.isCertain });
  for (const { line, number } of linesOf(text)) {
    if (read >= most) {
      const some = items.within(line);
      for (const item of some) add(item);
      if (some.length === 0) odd.add(line, number);
      continue;
    }
    // As most lines of long lists are.
    const whole = items.item(line);
    if (whole !== null) {
      good += 1;
      add(whole);
      continue;
    }
    const reading = readLine(line);
    if (reading === 'heading') continue;
    if (reading.items.length > 0) {
      good += 1;
      for (const item of reading.items) add(item);
      for (const one of reading.odd) odd.add(one, number);
    } else if (reading.beside !== null && items.mayStandBeside(reading.beside)) {
      beside.push({ item: reading.beside, line, number });
    } else if (!(good === 0 && isTitle(line))) without.add(reading.odd[0] ?? line, number);
  }
  // Names beside ids, line by line; one such line may be prose.
  const isColumn = beside.length + good > 1 && beside.length + good >= without.all().count;
  for (const { item, line, number } of beside) {
    if (isColumn) add(item);
    else without.add(line, number);
  }
  if (found.size === 0) return { items: [], odd: nearlyIds(text) };
  const none = without.all();
  const inLines = odd.all();
  const isList = good + (isColumn ? beside.length : 0) >= none.count;
  const first = [...inLines.first, ...none.first].slice(0, mostNamed);
  return { items: [...found.values()], odd: isList ? { count: inLines.count + none.count, first } : inLines };
}

/** Where nothing is found: what has a digit or is a link, and why it is no id. */
function nearlyIds(text: string): OddItems {
  const odd = createOddList();
  let looked = 0;
  for (const { line, number } of linesOf(text)) {
    looked += line.length;
    if (looked > lookedThrough) break;
    for (const part of line.split(/[\s,;|]+/)) {
      if (part.includes('://') || /\d/.test(part)) odd.add(part, number);
    }
  }
  return odd.all();
}

/** Reads a line as a row of the table that the text is, or by itself where it is none. */
function lineReader<T>(
  text: string,
  parts: PartReader<T>,
  { isSure, isCertain }: { readonly isSure: boolean; readonly isCertain: Items<T>['isCertain'] },
): (line: string) => Reading<T> | 'heading' {
  const sample: string[] = [];
  let last = 0;
  for (const { line, number } of linesOf(text)) {
    // The pieces of one line are no rows.
    if (number !== last) sample.push(line);
    if (sample.length >= sampled) break;
    last = number;
  }
  /** In a cell, with a word beside it what can be nothing else. */
  const itemsOf = ({ items, beside }: Reading<T>): readonly T[] =>
    items.length === 0 && beside !== null && isCertain(beside) ? [beside] : items;
  const hasId = (cell: string) => itemsOf(parts.read(cell)).length > 0;
  const hasCertainId = (cell: string) => itemsOf(parts.read(cell)).some(isCertain);
  const shape = tableShapeOf(sample, hasId);
  if (shape === null) {
    return readOnce((line) => (isRule(line) || isHeadingLine(line) ? 'heading' : parts.read(line)));
  }
  const columns = new Set(idColumnsOf(shape, { hasId, hasCertainId }, isSure));
  let isAbove = true;
  return (line) => {
    if (isRule(line)) return 'heading';
    const cells = cellsOf(line, shape.separator);
    const isRow = cells.length === shape.cells;
    const wasAbove = isAbove;
    isAbove &&= !isRow;
    if ((isRow && wasAbove && shape.hasHeading) || isHeadingLine(line)) return 'heading';
    if (!isRow || columns.size === 0) {
      const reading = parts.read(line);
      return isAbove && reading.items.length === 0 && reading.beside === null ? 'heading' : reading;
    }
    const isOfIds = (nth: number) => columns.has(nth);
    // Without a heading nothing says that what is surely an id is not meant, in whichever column it stands.
    const items = cells.flatMap((cell, nth) => {
      if (isOfIds(nth)) return itemsOf(parts.read(cell));
      return shape.named.length > 0 ? [] : itemsOf(parts.read(cell)).filter(isCertain);
    });
    const own = cells.filter((_, nth) => isOfIds(nth));
    // What stands where an id should, rather than the whole row.
    const none = items.length > 0 ? [] : own.filter((cell) => cell.trim() !== '');
    return { items, odd: [...own.flatMap((cell) => parts.read(cell).odd), ...none.slice(0, 1)], beside: null };
  };
}
