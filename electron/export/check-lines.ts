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

/** The headings. `columns` null: the list is lines. */
export function checkHeadCells(columns: readonly string[] | null): readonly Cell[] {
  const own: readonly Cell[] = columns ?? ofLines.map(([heading]) => word(heading));
  return [...own, ...appended.map(([heading]) => word(heading))];
}

/** `width`: how many columns the table has; no row has more. */
export function checkCells(of: CheckedRow, width: number): readonly Cell[] {
  const { cells } = of;
  const own: readonly Cell[] =
    cells === null ? ofLines.map(([, cell]) => cell(of)) : Array.from({ length: width }, (_, nth) => cells[nth] ?? '');
  return [...own, ...appended.map(([, cell]) => cell(of))];
}

export function checkHead(columns: readonly string[] | null, format: CheckTextFormat): string {
  const line = checkHeadCells(columns);
  return format === 'csv' ? byteOrderMark + csvLine(line) : tabbedLine(line);
}

export function checkLine(of: CheckedRow, width: number, format: CheckTextFormat): string {
  const line = checkCells(of, width);
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
