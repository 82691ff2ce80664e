/** What a list is read as, and what keeps it from being read. */
import { longestChecked, mostCheckedLines } from '../../contract/bounds.ts';
import type { Failure } from '../../contract/failures.ts';
import type { ListRow } from '../storage/checks-table.ts';

/** `columns`: the headings, or what stands for them. `key`: which of them is looked up, from 0. */
export type ListTable = { readonly columns: readonly string[]; readonly key: number };

/** Rows as they are read, in the list's order. `read`: of `total`, in whichever unit the text goes by. */
export type ReadPart = { readonly rows: readonly ListRow[]; readonly read: number; readonly total: number };

/** Of a workbook the sheet that was read, and the first of the others. */
export type ListSheet = { readonly name: string; readonly others: readonly string[] };

/** What is given has been read when it is asked for. */
export type ReadList = {
  /** Null: the list is lines. Of a workbook it is known once the last part was given. */
  readonly table: ListTable | null;
  /** As `table`. Null, or missing: it is no workbook. */
  readonly sheet?: ListSheet | null;
  readonly parts: AsyncIterable<ReadPart> | Iterable<ReadPart>;
};

/** Thrown by what reads a list. */
export class ListRefused extends Error {
  readonly failure: Failure;
  constructor(failure: Failure) {
    super('the list is refused');
    this.failure = failure;
  }
}

export class ListTooLarge extends ListRefused {
  constructor(size: { readonly lines?: number; readonly bytes?: number }) {
    const most = { lines: mostCheckedLines, bytes: longestChecked };
    super({ kind: 'list-too-large', lines: size.lines ?? null, bytes: size.bytes ?? null, most });
  }
}

/** As many as a spreadsheet has. */
const mostColumns = 16_384;
/** Cells of a table, with those that its rows lack: each row is saved with all columns. No text that is read has more separators. */
const mostCells = longestChecked;

/** Whether a list of so many records can be a table with so many columns. */
export const isTableSize = (columns: number, records: number): boolean =>
  columns <= mostColumns && columns * records <= mostCells;

/** Rows of one part, and UTF-16 units in them: others have their turn in between. */
export const rowsInPart = 2000;
export const longestInPart = 200_000;
