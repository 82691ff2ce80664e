/** Workbooks that are written: read back, by our own reader and by others', each cell is what it was. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withoutUnits } from '../../../electron/workbook/escaped-units.ts';
import { createWorkbookWriter, longestCell, type WrittenCell } from '../../../electron/workbook/write-workbook.ts';
import { unwrap } from '../sync/synced.ts';
import { read, readCells } from './made-workbooks.ts';
import { readWorkbookByLibreOffice, whyNoLibreOffice } from './office.ts';
import { readByOpenpyxl, whyNoOpenpyxl } from './openpyxl.ts';

type Rows = readonly (readonly WrittenCell[])[];

function written(rows: Rows, { sheet = 'Status check', hasHeadings = true, inPart = 3 } = {}): Buffer {
  const writer = createWorkbookWriter(sheet, { hasHeadings });
  const parts: Uint8Array[] = [];
  for (let from = 0; from < rows.length; from += inPart) parts.push(writer.rows(rows.slice(from, from + inPart)));
  return Buffer.concat([...parts, writer.end()]);
}
/** Without the empty cells at their end, and the empty rows around all others. */
const trimmed = (rows: readonly (readonly string[])[]) => {
  const cut = rows.map((row) => row.slice(0, row.findLastIndex((cell) => cell !== '') + 1));
  const isFull = (row: readonly string[]) => row.length > 0;
  return cut.slice(cut.findIndex(isFull), cut.findLastIndex(isFull) + 1).filter(() => cut.some(isFull));
};

const lookalikes = [
  ...[
    '007',
    '12345678901234567890',
    '1E5',
    '+34 91 555 01 27',
    '-1',
    '=1+1',
    '=HYPERLINK("http://x.example")',
    '@SUM(A1)',
  ],
  ...[
    'TRUE',
    '2024-03-01',
    'MAR1',
    '#N/A',
    "'t Hooft",
    '  Ann  ',
    'a\tb\nc',
    'a\rb',
    '_x000D_',
    '_x005F_x000D_',
    '<&>"\'',
  ],
  ...['\u0000\u001f', '\ufffe\uffff', '\ud800', '🙂', 'א‎ב', ']]>', '&lol;', '\u2028'],
];
/** Excel alone reads the others as they are. */
const readable = lookalikes.filter((one) => withoutUnits(one) === one);
const text = fc.oneof(fc.constantFrom('', ...lookalikes), fc.string({ unit: 'binary', maxLength: 20 }));

describe('a workbook that is written', () => {
  it('is read back equal, whatever its texts are', async () => {
    const rows = fc.array(fc.array(text, { maxLength: 5 }), { maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(rows, fc.boolean(), fc.integer({ min: 1, max: 9 }), async (some, hasHeadings, inPart) => {
        expect(await readCells(written(some, { hasHeadings, inPart }))).toEqual(trimmed(some));
      }),
    );
  });

  it('has moments as days that are calculated with, and numbers', async () => {
    const moment = Date.UTC(2024, 2, 1, 13, 5, 9);
    const rows: Rows = [[{ moment }, { moment: 0 }, { moment: Date.UTC(2024, 1, 29) }, { number: 12 }, null]];
    const [row] = await readCells(written(rows));
    expect(row).toEqual(['2024-03-01T13:05:09', '1970-01-01', '2024-02-29', '12']);
  });

  it('has moments that no sheet has as text', async () => {
    const rows: Rows = [[{ moment: Date.UTC(1800, 0, 1) }, { moment: Date.UTC(10_000, 0, 1) }, { moment: 8.65e15 }]];
    expect(await readCells(written(rows))).toEqual([
      ['1800-01-01T00:00:00.000Z', '+010000-01-01T00:00:00.000Z', '8650000000000000'],
    ]);
  });

  it('has as much of a text as a cell holds, and says that there was more', async () => {
    const [[cell = ''] = []] = await readCells(written([['x'.repeat(40_000)]]));
    expect([cell.length, cell.at(-1)]).toEqual([longestCell, '…']);
    const [[halved = ''] = []] = await readCells(written([[`${'x'.repeat(longestCell - 2)}🙂🙂`]]));
    expect(halved).toBe(`${'x'.repeat(longestCell - 2)}…`);
  });

  it('is the same bytes each time', () => {
    const rows: Rows = [['Id'], ['u-1'], [{ moment: 1 }]];
    expect(written(rows).equals(written(rows))).toBe(true);
  });

  it('may have no rows, and any name', async () => {
    expect(await readCells(written([]))).toEqual([]);
    const named = async (sheet: string) => unwrap(await read(written([['a']], { sheet }))).sheet;
    const cut = 'x'.repeat(30);
    expect(await Promise.all(["'Leavers’ July'", 'a\0b\nc', `${cut}🙂`, 'History', "' '", '?'].map(named))).toEqual([
      'Leavers’ July',
      'a b c',
      cut,
      ...['List', 'List', 'List'],
    ]);
    expect(await readCells(written([['a']], { sheet: `A/B [<&>] ${'x'.repeat(40)}🙂` }))).toEqual([['a']]);
  });
});

describe('openpyxl', () => {
  it('reads each cell as it is', async ({ skip }) => {
    skip(whyNoOpenpyxl !== null, whyNoOpenpyxl ?? '');
    const moment = Date.UTC(2024, 2, 1, 13, 5, 9);
    const read = await readByOpenpyxl(written([['Given', 'When'], ...readable.map((one) => [one, { moment }])]));
    expect(read.slice(1).map(([given]) => given)).toEqual(readable.map((value) => ({ type: 's', value })));
    expect(new Set(read.slice(1).map(([, when]) => JSON.stringify(when)))).toEqual(
      new Set([JSON.stringify({ type: 'd', value: '2024-03-01T13:05:09' })]),
    );
  });
});

describe('LibreOffice', () => {
  it('reads each cell as text that stays as it is', async ({ skip }) => {
    skip(whyNoLibreOffice !== null, whyNoLibreOffice ?? '');
    const read = await readWorkbookByLibreOffice(written([['Given'], ...readable.map((one) => [one])]));
    expect(read.slice(1).map(([given]) => given)).toEqual(readable.map((one) => ({ text: one, isText: true })));
  });
});
