/** Workbooks as rows of text: each cell as it reads in the sheet. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { isWorkbook, type WorkbookRead } from '../../../electron/workbook/read-workbook.ts';
import { readSharedStrings } from '../../../electron/workbook/shared-strings.ts';
import { unwrap } from '../sync/synced.ts';
import { type Made, packed, partsOf, read, readCells, sheetOf, workbookOf } from './made-workbooks.ts';

/** The texts of one row of cells. */
const cellsOf = async (row: string, made: Made = {}) =>
  (await readCells(workbookOf({ ...made, sheets: { One: `<row r="1">${row}</row>` } })))[0] ?? [];
/** What a number reads as in a format. */
const inFormat = async (value: string, code: string, made: Made = {}) =>
  (await cellsOf(`<c r="A1" s="1"><v>${value}</v></c>`, { ...made, formats: [code] }))[0];

describe('a cell', () => {
  it('is the text that it refers to, without how that is pronounced', async () => {
    const strings =
      '<si><t xml:space="preserve"> 007 </t></si><si><r><t>An</t></r><r><t>na</t></r><rPh><t>no</t></rPh></si><si><t>a_x000D_b_x005F_x000D_</t></si>';
    const row = '<c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="s"><v>2</v></c>';
    expect(await cellsOf(row, { strings })).toEqual([' 007 ', 'Anna', 'a\rb_x000D_']);
  });

  it('is its own text, whatever signs are in it', async () => {
    const text = '&lt;b&gt; &amp; <![CDATA[<raw>]]> 🙂 =1+1';
    expect(await cellsOf(`<c t="inlineStr"><is><t>${text}</t></is></c>`)).toEqual(['<b> & <raw> 🙂 =1+1']);
  });

  it('is what a formula last gave, not the formula', async () => {
    const row =
      '<c t="str"><f>A2&amp;"x"</f><v>Ann x</v></c><c><f>1+1</f><v>2</v></c><c t="e"><f>1/0</f><v>#DIV/0!</v></c><c t="b"><f>1=1</f><v>1</v></c><c><f>NOW()</f></c>';
    expect(await cellsOf(row)).toEqual(['Ann x', '2', '#DIV/0!', 'TRUE']);
  });

  it('keeps each digit of a whole number that is written, and no noise of binary', async () => {
    const values = [
      '12345678901234567890',
      '-42',
      '0.1',
      '0.30000000000000004',
      '1.2345678901234567E+19',
      '1E-7',
      '42.0',
    ];
    const row = values.map((value) => `<c><v>${value}</v></c>`).join('');
    expect(await cellsOf(row)).toEqual([
      '12345678901234567890',
      '-42',
      '0.1',
      '0.3',
      '12345678901234600000',
      '0.0000001',
      '42',
    ]);
  });

  it('has the zeros and signs that its format gives a number', async () => {
    expect(await inFormat('123', '00000')).toBe('00123');
    expect(await inFormat('1234567', '00000')).toBe('1234567');
    expect(await inFormat('123456789', '000-00-0000')).toBe('123-45-6789');
    expect(await inFormat('5550127', '"(0"00") "000\\-0000')).toBe('(000) 555-0127');
    expect(await inFormat('123', '#,##0.00')).toBe('123');
    expect(await inFormat('0.5', '0%')).toBe('0.5');
    expect(await inFormat('123', 'General')).toBe('123');
    // No program writes one of more than 255 signs, and each number would take as long as its format is.
    expect(await inFormat('123', '0'.repeat(255))).toBe('123'.padStart(255, '0'));
    expect(await inFormat('123', '0'.repeat(256))).toBe('123');
  });

  it('is a moment in ISO 8601 where its format says so', async () => {
    expect(await inFormat('45352', 'dd/mm/yyyy')).toBe('2024-03-01');
    expect(await inFormat('45352.5451388889', 'yyyy-mm-dd hh:mm')).toBe('2024-03-01T13:05:00');
    expect(await inFormat('0.5', 'hh:mm AM/PM')).toBe('12:00:00');
    expect(await inFormat('1.5', '[h]:mm:ss')).toBe('36:00:00');
    expect(await inFormat('1.5', '[mm]:ss')).toBe('36:00:00');
    expect(await inFormat('0.25', '[h]:mm')).toBe('06:00:00');
    // The sheet shows the time alone of what may be a moment of any day.
    expect(await inFormat('45352.5451388889', 'hh:mm')).toBe('13:05:00');
    expect(await inFormat('45352.5451388889', 'mm:ss.0')).toBe('13:05:00');
    expect(await inFormat('1', 'd mmm yy')).toBe('1900-01-01');
    expect(await inFormat('45352', '[$-409]d\\ mmmm\\ yyyy;@')).toBe('2024-03-01');
    expect(await inFormat('45352', '"day" 0')).toBe('45352');
    expect(await inFormat('43890', 'yyyy-mm-dd', { is1904: true })).toBe('2024-03-01');
    expect(await cellsOf('<c s="1"><v>45352</v></c>')).toEqual(['2024-03-01']);
    expect(await cellsOf('<c t="d"><v>2024-03-01</v></c>')).toEqual(['2024-03-01']);
  });
});

describe('a sheet', () => {
  it('has its cells where they stand, with what is empty or merged between them', async () => {
    const row = '<c r="B1" t="str"><v>b</v></c><c r="D1"/><c r="AA1"><v>1</v></c><c r="AB1" t="str"><v></v></c>';
    expect(await cellsOf(row)).toEqual(['', 'b', ...Array(24).fill(''), '1']);
  });

  it('has the rows between those that hold something, with their numbers', async () => {
    const rows =
      '<row r="3"><c t="str"><v>a</v></c></row><row r="4"><c/></row><row r="6"><c><v>2</v></c></row><row r="9"/>';
    const { rows: found, count } = unwrap(await read(workbookOf({ sheets: { One: rows } })));
    expect(found.map(({ row, cells }) => ({ row, cells }))).toEqual([
      { row: 3, cells: ['a'] },
      { row: 4, cells: [] },
      { row: 5, cells: [] },
      { row: 6, cells: ['2'] },
    ]);
    expect(count).toBe(4);
  });

  it('need not number its rows and cells, and may have a prefix', async () => {
    const parts = partsOf({ sheets: { One: '' } });
    const sheet = sheetOf('<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>');
    const prefixed = sheet.replaceAll(/<(\/?)(?=[a-z])/g, '<$1x:').replace('<x:worksheet', '<x:worksheet xmlns:x="y"');
    expect(await readCells(packed({ ...parts, 'xl/worksheets/sheet1.xml': prefixed }))).toEqual([['1', '2'], ['3']]);
  });

  it('is the first in which something stands, and the others are named', async () => {
    const one = '<row><c><v>1</v></c></row>';
    const bytes = workbookOf({ sheets: { Notes: '', Old: one, List: one, 'A &amp; B': one }, hidden: ['Old'] });
    const { sheet, others } = unwrap(await read(bytes));
    expect([sheet, others]).toEqual(['List', ['Notes', 'Old', 'A & B']]);
  });

  it('is one that is hidden where nothing stands in the others', async () => {
    const bytes = workbookOf({ sheets: { Old: '<row><c><v>1</v></c></row>', Notes: '' }, hidden: ['Old'] });
    expect(unwrap(await read(bytes)).sheet).toBe('Old');
  });

  it('has no rows where nothing stands in the workbook', async () => {
    expect(unwrap(await read(workbookOf({ sheets: { One: '', Two: '<row r="5"><c/></row>' } })))).toMatchObject({
      sheet: 'One',
      others: ['Two'],
      rows: [],
    });
  });

  it('says how many rows there are where they are too many, and gives none', async () => {
    const rows = Array.from({ length: 12 }, (_, nth) => `<row r="${nth + 3}"><c><v>${nth}</v></c></row>`).join('');
    expect(unwrap(await read(workbookOf({ sheets: { One: rows } }), { mostRows: 10 }))).toMatchObject({
      rows: [],
      count: 12,
    });
    const far = '<row r="1"><c><v>1</v></c></row><row r="1048576"><c><v>1</v></c></row>';
    expect(unwrap(await read(workbookOf({ sheets: { One: far } })))).toMatchObject({ rows: [], count: 1_048_576 });
  });
});

describe('reading', () => {
  const rows = Array.from({ length: 20_000 }, (_, nth) => `<row><c><v>${nth}</v></c></row>`).join('');

  it('tells how far it is, up to all of it', async () => {
    const told: (readonly [number, number])[] = [];
    await read(workbookOf({ sheets: { One: rows } }), { progress: (...far) => void told.push(far) });
    expect(told.length).toBeGreaterThan(3);
    expect(told.map(([far]) => far)).toEqual(told.map(([far]) => far).toSorted((one, other) => one - other));
    const [far, total] = told.at(-1) ?? [];
    expect(far).toBe(total);
  });

  it('ends where it is given up', async () => {
    let asked = 0;
    const isGivenUp = () => {
      asked += 1;
      return asked > 2;
    };
    expect(await read(workbookOf({ sheets: { One: rows } }), { isGivenUp })).toEqual({
      ok: false,
      failure: { kind: 'cancelled' },
    });
    expect(asked).toBe(3);
  });

  it('knows a workbook by what it begins with or by its name', () => {
    const text = Buffer.from('u-1\nu-2');
    expect(isWorkbook(workbookOf({}), 'list.txt')).toBe(true);
    expect(isWorkbook(text, 'List.XLSX')).toBe(true);
    expect(isWorkbook(text, 'list.xlsm')).toBe(true);
    expect(isWorkbook(text, 'list.csv')).toBe(false);
    // Many a program writes text under this name.
    expect(isWorkbook(text, 'list.xls')).toBe(false);
    expect(isWorkbook(Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'list.xls')).toBe(true);
  });
});

describe('what is held of a workbook that was read', () => {
  setFlagsFromString('--expose-gc');
  const collect: () => void = runInNewContext('gc');
  const heldOf = async (bytes: Uint8Array): Promise<{ readonly found: WorkbookRead; readonly held: number }> => {
    collect();
    const before = process.memoryUsage().heapUsed;
    const found = unwrap(await read(bytes));
    collect();
    return { found, held: process.memoryUsage().heapUsed - before };
  };
  const lines = 20_000;
  const text = (nth: number) => `somebody-${nth}@department.example.com`;
  const units = lines * text(lines).length;
  /** What no text is of: six times as much as the texts. */
  const around = `<!--${'x'.repeat(200)}-->`;

  it('are texts, and not the XML that they stood in', async () => {
    const rows = Array.from({ length: lines }, (_, nth) => {
      const cell = `<c r="A${nth + 1}" t="inlineStr"><is><t>${text(nth)}</t></is></c>`;
      return `<row r="${nth + 1}">${cell}${around}</row>`;
    });
    const { found, held } = await heldOf(workbookOf({ sheets: { One: rows.join('') } }));
    expect(found.rows[lines - 1]?.cells).toEqual([text(lines - 1)]);
    expect(held).toBeLessThan(4 * units);
  });

  it('are shared texts, and not the XML that those stood in', async () => {
    const strings = Array.from({ length: lines }, (_, nth) => `<si><t>${text(nth)}</t></si>${around}`);
    const xml = `<sst>${strings.join('')}</sst>`;
    const chunks = async function* () {
      for (let at = 0; at < xml.length; at += 65_536)
        // As they are unpacked: each is a text of its own.
        yield { text: Buffer.from(xml.slice(at, at + 65_536)).toString(), unpacked: at };
    };
    collect();
    const before = process.memoryUsage().heapUsed;
    const texts = await readSharedStrings(
      { size: xml.length, texts: chunks },
      { units: 20_000_000, count: 4_000_000 },
      () => undefined,
    );
    collect();
    const held = process.memoryUsage().heapUsed - before;
    expect([texts.length, texts.at(-1)]).toEqual([lines, text(lines - 1)]);
    expect(held).toBeLessThan(4 * units);
  });
});
