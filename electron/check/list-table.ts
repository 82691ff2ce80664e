/**
 * Reads a list that is a table: CSV, TSV, semicolons, or lines of Markdown and wikis. Each record is a row; the first is its headings
 * where it has some. Quotation marks are CSV's where all of them are closed soon, and signs of the text otherwise.
 */
import { type Parser, parse } from 'csv-parse';
import { mostCheckedLines } from '../../contract/bounds.ts';
import { isIdHeading } from '../pasted/headings.ts';
import { cellsOf, tableShapeOf } from '../pasted/table-shape.ts';
import { createGathering } from './in-parts.ts';
import type { FindKeyColumn } from './key-column.ts';
import { isTableSize, type ListTable, ListTooLarge, type ReadList, type ReadPart } from './list-kinds.ts';
import { everyLine } from './list-lines.ts';
import type { RowReader } from './row-text.ts';

export type TableNeeds = { readonly reader: RowReader; readonly keyColumnOf: FindKeyColumn };

/** Lines by which a table is told, and their longest. */
const sampled = 200;
const longestSampled = 65_536;
/** Text between quotation marks over more lines is none: one of them is not closed. */
const mostLinesInCell = 50;
const longestHeading = 60;
const chunk = 128 * 1024;

type RowOf = (cells: readonly string[], line: number, read: number) => void;

/** Null: the text is no table. */
export async function readListTable(text: string, needs: TableNeeds): Promise<ReadList | null> {
  const sample: string[] = [];
  for (const { line } of everyLine(text)) {
    if (line.length > longestSampled) return null;
    if (line.trim() !== '') sample.push(line);
    if (sample.length >= sampled) break;
  }
  const { reader, keyColumnOf } = needs;
  const isItem = (cell: string) => reader.read(cell).kind === 'items';
  const shape = tableShapeOf(sample, isItem);
  if (shape === null) return null;
  const { separator } = shape;
  const isQuoted = separator !== '|' && text.includes('"') && (await countRecords(text, separator, true)) !== null;
  const counted = await countRecords(text, separator, isQuoted);
  if (counted === null) return null;
  const first = await firstRecords(text, separator, isQuoted);
  const table = tableOf(first, counted.width, isItem, keyColumnOf);
  if (table === null) return null;
  const rows = counted.records - (table.hasHeads ? 1 : 0);
  if (rows > mostCheckedLines) throw new ListTooLarge({ lines: counted.records });
  return { table: table.is, parts: partsIn(text, separator, isQuoted, table.hasHeads) };
}

function tableOf(
  records: readonly (readonly string[])[],
  width: number,
  isItem: (cell: string) => boolean,
  keyColumnOf: FindKeyColumn,
): { readonly is: ListTable; readonly hasHeads: boolean } | null {
  const [head = [], ...others] = records;
  const isHeaded = hasHeads(records, isItem);
  const rows = isHeaded ? others : records;
  const key = keyColumnOf(isHeaded ? head : null, rows);
  if (key === null) return null;
  // Lines that are lists of their own: several stand in each, and nothing beside them.
  const said = rows.flatMap((row) => row.filter((cell) => cell.trim() !== ''));
  if (!isHeaded && said.every(isItem)) return null;
  return { is: { columns: columnsOf(isHeaded ? head : null, width), key }, hasHeads: isHeaded };
}

/** Whether the first of some records names the columns of the others. */
export function hasHeads(records: readonly (readonly string[])[], isItem: (cell: string) => boolean): boolean {
  const [head = [], ...others] = records;
  const isHead = head.some(isIdHeading) || head.every((cell) => isHeading(cell, isItem));
  return others.length > 0 && isHead && head.some((cell) => cell.trim() !== '');
}

/** What the columns are called; those without a name by their number. */
export function columnsOf(head: readonly string[] | null, width: number): string[] {
  return Array.from({ length: width }, (_, nth) => {
    const name = (head?.[nth] ?? '').trim();
    return name === '' ? `Column ${nth + 1}` : name;
  });
}

function isHeading(cell: string, isItem: (cell: string) => boolean): boolean {
  return cell.length <= longestHeading && !/[\p{Nd}@]/u.test(cell) && !isItem(cell);
}

/** `width`: the most cells of a record. */
type Counted = { readonly records: number; readonly width: number };

/** Null: it cannot be read so. */
async function countRecords(text: string, separator: string, isQuoted: boolean): Promise<Counted | null> {
  let records = 0;
  let width = 0;
  let line = 1;
  let isFit = true;
  const ended = await eachRecord(text, separator, isQuoted, (cells, at) => {
    records += 1;
    width = Math.max(width, cells.length);
    if (!isTableSize(width, records) || at - line > mostLinesInCell) isFit = false;
    line = at;
  });
  return ended && isFit ? { records, width } : null;
}

async function firstRecords(
  text: string,
  separator: string,
  isQuoted: boolean,
): Promise<readonly (readonly string[])[]> {
  const records: (readonly string[])[] = [];
  for (let length = longestSampled; ; length *= 4) {
    records.length = 0;
    // Of a text that is cut anywhere, the last record is none.
    await eachRecord(text.slice(0, length), separator, isQuoted, (cells) => void records.push(cells));
    if (length >= text.length) return records.slice(0, sampled);
    if (records.length > 2) return records.slice(0, -1).slice(0, sampled);
  }
}

async function* partsIn(
  text: string,
  separator: string,
  isQuoted: boolean,
  hasHeads: boolean,
): AsyncGenerator<ReadPart> {
  const gathering = createGathering(text.length);
  let ready: ReadPart[] = [];
  let nth = 0;
  const add: RowOf = (cells, _line, read) => {
    nth += 1;
    if (hasHeads && nth === 1) return;
    const part = gathering.add({ row: [nth, 0, cells], read });
    if (part !== null) ready.push(part);
  };
  for await (const _ of recordsOf(text, separator, isQuoted, add)) {
    for (const part of ready) yield part;
    ready = [];
  }
  for (const part of ready) yield part;
  yield gathering.last();
}

/** False: a quotation mark is not closed. */
async function eachRecord(text: string, separator: string, isQuoted: boolean, add: RowOf): Promise<boolean> {
  try {
    for await (const _ of recordsOf(text, separator, isQuoted, add));
    return true;
  } catch (error) {
    if (error instanceof ListTooLarge) throw error;
    return false;
  }
}

/** Tells each record as it is read, and yields now and then. */
async function* recordsOf(text: string, separator: string, isQuoted: boolean, add: RowOf): AsyncGenerator<null> {
  if (separator === '|') {
    let since = 0;
    for (const { line, number, end } of everyLine(text)) {
      add(cellsOf(line, separator), number, end);
      if (end - since < chunk) continue;
      since = end;
      yield null;
    }
    return;
  }
  let read = 0;
  const parser: Parser = parse({
    delimiter: separator,
    quote: isQuoted ? '"' : null,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: false,
    on_record: (cells: string[], { lines }) => {
      add(cells, lines, read);
      return null;
    },
  });
  // Nothing comes out of it: what is read is told as it is.
  parser.resume();
  const failing = new Promise<never>((_, reject) => parser.once('error', reject));
  failing.catch(() => undefined);
  for (let from = 0; from < text.length; from += chunk) {
    read = Math.min(text.length, from + chunk);
    const given = text.slice(from, read);
    await Promise.race([new Promise((resolve) => parser.write(given, resolve)), failing]);
    yield null;
  }
  const ended = new Promise((resolve) => parser.once('end', resolve));
  parser.end();
  await Promise.race([ended, failing]);
}
