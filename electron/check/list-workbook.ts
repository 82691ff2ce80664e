/**
 * Reads a list that is a workbook: its sheet is a table, of which each row is one of the list; a sheet with one column and no heading is lines.
 * How far it is is told while it is unpacked.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { longestChecked, longestWord, mostCheckedLines, mostNamedFiles } from '../../contract/bounds.ts';
import { shortened } from '../reading/read-notes.ts';
import { readWorkbook } from '../workbook/read-workbook.ts';
import type { SheetRow } from '../workbook/sheet.ts';
import { inParts, type RowRead } from './in-parts.ts';
import type { FindKeyColumn } from './key-column.ts';
import { partsOfLine } from './line-parts.ts';
import {
  isTableSize,
  ListRefused,
  type ListSheet,
  type ListTable,
  ListTooLarge,
  type ReadList,
  type ReadPart,
} from './list-kinds.ts';
import { columnsOf, hasHeads } from './list-table.ts';
import type { RowReader } from './row-text.ts';

export type WorkbookListNeeds = {
  readonly reader: RowReader;
  readonly keyColumnOf: FindKeyColumn;
  readonly isGivenUp: () => boolean;
};

/** Rows by which the column of those who are looked up is found. */
const sampled = 200;
/** Nothing has been read for so long: it is told how far it is. */
const tellMs = 100;

/** Its parts throw `ListRefused`. */
export function readListWorkbook(bytes: Uint8Array, needs: WorkbookListNeeds): ReadList {
  let table: ListTable | null = null;
  let sheet: ListSheet | null = null;

  const parts = async function* (): AsyncGenerator<ReadPart> {
    let far = { read: 0, total: bytes.length };
    const reading = readWorkbook(bytes, {
      mostRows: mostCheckedLines + 1,
      mostUnits: longestChecked,
      progress: (read, total) => {
        far = { read, total };
      },
      isGivenUp: needs.isGivenUp,
    });
    let read = await Promise.race([reading, sleep(tellMs, null)]);
    while (read === null) {
      yield { rows: [], ...far };
      read = await Promise.race([reading, sleep(tellMs, null)]);
    }
    if (!read.ok) throw new ListRefused(read.failure);
    const { rows, count, others } = read.value;
    if (count > mostCheckedLines + 1) throw new ListTooLarge({ lines: count });
    if (count === 0) throw new ListRefused({ kind: 'bad-input', where: 'list', reason: 'empty' });
    const named = (name: string) => shortened(name, longestWord);
    sheet = { name: named(read.value.sheet), others: others.slice(0, mostNamedFiles).map(named) };
    const width = rows.reduce((most, { cells }) => Math.max(most, cells.length), 0);
    if (!isTableSize(width, rows.length)) throw new ListRefused({ kind: 'list-too-heavy' });
    const found = tableOf(rows, width, needs);
    table = found?.table ?? null;
    const own = found?.hasHead ? rows.slice(1) : rows;
    yield* inParts(table === null ? linesIn(own, needs.reader) : recordsIn(own), own.length);
  };

  return {
    get table() {
      return table;
    },
    get sheet() {
      return sheet;
    },
    parts: parts(),
  };
}

/** Null: its one column has no heading, and what stands in it is lines. */
function tableOf(
  rows: readonly SheetRow[],
  width: number,
  { reader, keyColumnOf }: WorkbookListNeeds,
): { readonly table: ListTable; readonly hasHead: boolean } | null {
  const sample = rows.slice(0, sampled).map(({ cells }) => cells);
  const hasHead = hasHeads(sample, (cell) => reader.read(cell).kind === 'items');
  if (width === 1 && !hasHead) return null;
  const [head = []] = sample;
  // Where nobody is in any column the first is as good as another, and each can be chosen.
  const key = keyColumnOf(hasHead ? head : null, hasHead ? sample.slice(1) : sample) ?? 0;
  return { table: { columns: columnsOf(hasHead ? head : null, width), key }, hasHead };
}

function* recordsIn(rows: readonly SheetRow[]): Generator<RowRead> {
  for (const [nth, { row, cells }] of rows.entries()) yield { row: [row, 0, cells], read: nth + 1 };
}

function* linesIn(rows: readonly SheetRow[], reader: RowReader): Generator<RowRead> {
  for (const [nth, { row, cells }] of rows.entries()) {
    for (const [part, given] of partsOfLine(cells[0] ?? '', reader).entries())
      yield { row: [row, part, given], read: nth + 1 };
  }
}
