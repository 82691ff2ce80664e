/** A workbook that is brought to be checked: its sheet is the list. */

import { afterEach, describe, expect, it } from 'vitest';
import { mostCheckedLines } from '../../../contract/bounds.ts';
import { accept } from '../../../electron/check/list-keeping.ts';
import { readListWorkbook } from '../../../electron/check/list-workbook.ts';
import { packed, partsOf, sheetOf, workbookOf } from '../workbook/made-workbooks.ts';
import { type Checked, openChecked, saidOf } from './checked.ts';
import { reader } from './lists.ts';

const opened: Checked[] = [];
afterEach(async () => {
  for (const { directory } of opened.splice(0)) await directory.close();
});
const people = { 'u-10001': { emails: ['ana@x.example'] }, 'u-10002': { status: 'deleted' } } as const;
async function open() {
  const checked = await openChecked({ people });
  opened.push(checked);
  return checked;
}
const name = 'list.xlsx';
const source = { kind: 'file', name } as const;
/** Handed over to the thread: gone here afterwards. */
const given = (bytes: Uint8Array) => ({ bytes: Uint8Array.from(bytes), name });
const text = (...cells: readonly string[]) =>
  cells.map((cell) => (cell === '' ? '<c/>' : `<c t="str"><v>${cell}</v></c>`)).join('');
const row = (number: number, ...cells: readonly string[]) => `<row r="${number}">${text(...cells)}</row>`;

const numbered = (count: number) =>
  Array.from({ length: count }, (_, nth) => `<row><c><v>${nth}</v></c></row>`).join('');

async function check(bytes: Uint8Array) {
  const checked = await open();
  const begun = await checked.checks.begin(given(bytes), source, accept);
  const overview = begun.ok ? begun.value : null;
  const found = overview === null ? null : await checked.rows(overview.id);
  return { ...checked, failure: begun.ok ? null : begun.failure, overview, found };
}

describe('a workbook', () => {
  it('is a table, whose column of ids is looked up, with the numbers of its rows', async () => {
    const rows = row(2, 'Name', 'User ID') + row(3, 'Ana', 'u-10001') + row(5, 'Bo', 'u-10002') + row(6, 'Cy', '');
    const { overview, found } = await check(workbookOf({ sheets: { Notes: '', July: rows, June: row(1, 'x') } }));
    expect(overview?.table).toMatchObject({
      columns: [
        { name: 'Name', sample: 'Ana' },
        { name: 'User ID', sample: 'u-10001' },
      ],
      key: 1,
    });
    expect(overview?.source).toEqual({ ...source, sheet: { name: 'July', others: ['Notes', 'June'] } });
    expect(found?.map(({ line }) => line)).toEqual([3, 4, 5, 6]);
    expect(found?.map(saidOf)).toEqual([
      'u-10001 | active | u-10001 | id',
      '',
      'u-10002 | deleted | u-10002 | id',
      'Cy | not-understood | no-id',
    ]);
  });

  it('without headings is a table as well, also where each cell could be looked up', async () => {
    const { overview, found } = await check(
      workbookOf({ sheets: { One: row(1, 'u-10001', 'ana@x.example') + row(2, 'u-10002', 'bo@x.example') } }),
    );
    expect(overview?.table).toMatchObject({ columns: [{ name: 'Column 1' }, { name: 'Column 2' }], key: 0 });
    expect(found?.length).toBe(2);
  });

  it('with one column is lines, and a table where that has a heading', async () => {
    const lines = row(1, 'u-10001; u-10002') + row(2, 'ana@x.example');
    const { overview, found } = await check(workbookOf({ sheets: { One: lines } }));
    expect(overview?.table).toBeNull();
    expect(found?.map(({ line, part }) => [line, part])).toEqual([
      [1, 0],
      [1, 1],
      [2, 0],
    ]);
    const headed = await check(workbookOf({ sheets: { One: row(1, 'E-mail') + row(2, 'ana@x.example') } }));
    expect(headed.overview?.table?.columns).toEqual([{ name: 'E-mail', sample: 'ana@x.example' }]);
    expect(headed.found?.map(saidOf)).toEqual(['ana@x.example | active | u-10001 | primary-email']);
  });

  it('with nobody in it keeps its columns, so that one can be chosen', async () => {
    const { overview } = await check(workbookOf({ sheets: { One: row(1, 'a b', 'c d') + row(2, 'e f', 'g h') } }));
    expect(overview?.table?.columns.length).toBe(2);
  });
});

describe('refused, and nothing of it is kept,', () => {
  const refused = async (bytes: Uint8Array) => {
    const { failure, checks } = await check(bytes);
    expect(await checks.kept()).toEqual({ ok: true, value: { checks: [], last: null } });
    return failure;
  };

  it('is a workbook with nothing in it', async () => {
    const failure = await refused(workbookOf({ sheets: { One: '' } }));
    expect(failure).toEqual({ kind: 'bad-input', where: 'list', reason: 'empty' });
  });

  it('is one that is none, or is damaged', async () => {
    expect(await refused(Buffer.from('u-10001'))).toEqual({ kind: 'workbook', trouble: 'not-a-workbook' });
    const cut = packed({ ...partsOf({ sheets: { One: '' } }), 'xl/worksheets/sheet1.xml': sheetOf('<row>') });
    expect(await refused(cut)).toEqual({ kind: 'workbook', trouble: 'damaged' });
  });

  it('is one whose rows would be saved with far more cells than they have', async () => {
    const far = '<row r="1"><c r="XFD1" t="str"><v>x</v></c></row>';
    const rows = Array.from({ length: 1300 }, (_, nth) => row(nth + 2, 'u-10001')).join('');
    expect(await refused(workbookOf({ sheets: { One: far + rows } }))).toEqual({ kind: 'list-too-heavy' });
  });

  it('is one with more rows than are checked, beside its heading', async () => {
    const rows = (count: number) =>
      Array.from({ length: count }, (_, nth) => `<row><c t="str"><v>u-${nth}</v></c><c><v>1</v></c></row>`).join('');
    const most = mostCheckedLines;
    const failure = await refused(workbookOf({ sheets: { One: rows(most + 1) } }));
    expect(failure).toMatchObject({ kind: 'list-too-large', lines: most + 1 });
    const headed = '<row><c t="str"><v>Id</v></c><c t="str"><v>Name</v></c></row>';
    const { overview } = await check(workbookOf({ sheets: { One: headed + rows(most) } }));
    expect(overview?.counts.rows).toBe(most);
  });
});

it('ends being unpacked where it is given up', async () => {
  const bytes = workbookOf({ sheets: { One: numbered(100_000) } });
  let asked = 0;
  const isGivenUp = () => {
    asked += 1;
    return asked > 3;
  };
  const list = readListWorkbook(bytes, { reader, keyColumnOf: () => 0, isGivenUp });
  const read = async () => {
    for await (const { rows } of list.parts) expect(rows).toEqual([]);
  };
  await expect(read()).rejects.toMatchObject({ failure: { kind: 'cancelled' } });
  expect(asked).toBe(4);
});

it('gives way to the next list where it is given up', async () => {
  const { checks, begin } = await open();
  const reading = checks.begin(given(workbookOf({ sheets: { One: numbered(400_000) } })), source, accept);
  checks.giveUp();
  expect(await reading).toEqual({ ok: false, failure: { kind: 'cancelled' } });
  expect((await begin('u-10001\n')).counts.rows).toBe(1);
  expect((await checks.kept()).ok).toBe(true);
});
