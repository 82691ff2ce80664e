/** A list that was checked, as it is saved and copied: its own columns, and what is known of each row behind them. */
import type { CheckPerson, CheckRow } from '../../contract/check.ts';
import { checkAnswerWords, matchedByWords } from '../../contract/check-words.ts';
import { dayMs } from '../../contract/day.ts';
import { type Cell, csvLine, tabbedLine } from './cells.ts';
import { byteOrderMark } from './people-csv.ts';
import { isoTime } from './record.ts';
import { statusText } from './status-text.ts';

/** `cells`: of a table, as they came; null: the list is lines, and `given` is all of the line. `named`: who is meant, or may be. */
export type CheckedRow = {
  readonly row: CheckRow;
  readonly cells: readonly string[] | null;
  readonly given: string;
  readonly named: readonly CheckPerson[];
  /** When it is written, in milliseconds since 1970-01-01T00:00Z. */
  readonly now: number;
};

export type CheckTextFormat = 'csv' | 'text';

/** Those of a table, or `lines`: the list is lines; `people`: they are in none of its rows. */
export type CheckColumns = readonly string[] | 'lines' | 'people';

type Columns = readonly (readonly [heading: string, cell: (of: CheckedRow) => Cell])[];

const word = (text: string): Cell => ({ verbatim: text });
const between = '; ';

const ofLines: Columns = [
  ['Line', ({ row }) => word(String(row.line))],
  ['Given', ({ given }) => given],
];

const appended: Columns = [
  ['Status', ({ row }) => word(row.answer === null ? '' : checkAnswerWords[row.answer].toLowerCase())],
  ['Deleted on', ({ row }) => isoTime(deletedAt(row))],
  ['Days since', ({ row, now }) => word(daysBetween(deletedAt(row), now))],
  ['Not found since', ({ row }) => isoTime(row.notFoundSince)],
  ['Name', ({ named }) => named.map(({ name }) => name).join(between)],
  ['Id', ({ named }) => named.map(({ id }) => id).join(between)],
  ['Manager', ({ row }) => row.manager?.name ?? ''],
  ['Manager’s status', ({ row }) => word(row.manager === null ? '' : statusText(row.manager.status))],
  ['Matched by', ({ row }) => word(row.matchedBy === null ? '' : matchedByWords[row.matchedBy].toLowerCase())],
  ['Checked at', ({ row }) => isoTime(row.source?.at ?? null)],
  ['Source', ({ row }) => word(row.source === null ? '' : row.source.from === 'server' ? 'server' : 'local copy')],
  ['Same as line', ({ row }) => word(row.repeats === null ? '' : String(row.repeats.line))],
];

/** Of somebody in none of the rows nothing came in. */
const ofPeople: Columns = [
  ['Name', ({ row }) => row.person?.name ?? ''],
  ['Id', ({ row }) => row.person?.id ?? ''],
  ['E-mail', ({ row }) => row.person?.email ?? ''],
  ...columnsOf('Status', 'Deleted on', 'Days since', 'Not found since', 'Manager', 'Manager’s status', 'Checked at'),
];

function columnsOf(...headings: readonly string[]): Columns {
  return appended.filter(([heading]) => headings.includes(heading));
}

/** The headings. */
export function checkHeadCells(columns: CheckColumns): readonly Cell[] {
  if (columns === 'people') return ofPeople.map(([heading]) => word(heading));
  const own: readonly Cell[] = columns === 'lines' ? ofLines.map(([heading]) => word(heading)) : columns;
  return [...own, ...appended.map(([heading]) => word(heading))];
}

/** No row has more cells than its table has columns. */
export function checkCells(of: CheckedRow, columns: CheckColumns): readonly Cell[] {
  if (columns === 'people') return ofPeople.map(([, cell]) => cell(of));
  const own: readonly Cell[] =
    columns === 'lines' ? ofLines.map(([, cell]) => cell(of)) : columns.map((_, nth) => of.cells?.[nth] ?? '');
  return [...own, ...appended.map(([, cell]) => cell(of))];
}

export function checkHead(columns: CheckColumns, format: CheckTextFormat): string {
  const line = checkHeadCells(columns);
  return format === 'csv' ? byteOrderMark + csvLine(line) : tabbedLine(line);
}

export function checkLine(of: CheckedRow, columns: CheckColumns, format: CheckTextFormat): string {
  const line = checkCells(of, columns);
  return format === 'csv' ? csvLine(line) : tabbedLine(line);
}

function deletedAt({ answer, person }: CheckRow): number | null {
  return answer === 'deleted' ? (person?.deletedAt ?? null) : null;
}

/** Calendar days in local time; empty for none. */
export function daysBetween(at: number | null, now: number): string {
  if (at === null) return '';
  const [from, to] = [new Date(at), new Date(now)];
  if (Number.isNaN(from.getTime())) return '';
  // In UTC, where each day has as many hours.
  const dayOf = (date: Date) => Date.UTC(date.getFullYear(), date.getMonth(), date.getDate());
  return String(Math.round((dayOf(to) - dayOf(from)) / dayMs));
}
