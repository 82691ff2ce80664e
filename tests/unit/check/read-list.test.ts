/** Whatever is brought to be checked: each line of it is a row, in its order, and nothing of it is left out. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { longestChecked, mostCheckedLines } from '../../../contract/bounds.ts';
import { ListTooLarge } from '../../../electron/check/list-kinds.ts';
import { textOfBytes } from '../../../electron/check/text-of-bytes.ts';
import { ours, type Read, readAll, reader } from './lists.ts';

const seen = (text: string) => text.replace(/[\s"'\\]+/g, '');
const saidIn = ({ table, rows }: Read, hasHead: boolean) =>
  [
    ...(hasHead ? (table?.columns ?? []).filter((name) => !/^Column \d+$/.test(name)) : []),
    ...rows.flatMap(([, , given]) => given),
  ]
    .map(seen)
    .join('');

describe('a list is read', () => {
  it('line by line, blank lines as well, and several of one line each by itself', async () => {
    const text = 'u-10001\n\nAna Silva <ana@x.example>\nu-10002; u-10003\nbo@x.example, u-10004, ?\n';
    expect(await readAll(text)).toEqual({
      table: null,
      rows: [
        [1, 0, 'u-10001'],
        [2, 0, ''],
        [3, 0, 'Ana Silva <ana@x.example>'],
        [4, 0, 'u-10002'],
        [4, 1, ' u-10003'],
        [5, 0, 'bo@x.example'],
        [5, 1, ' u-10004'],
        [5, 2, ' ?'],
      ],
    });
  });

  it('as lines of prose, which stay whole', async () => {
    const text = 'Today, after lunch, u-10001, u-10002, and some others, went home';
    expect((await readAll(text)).rows).toEqual([[1, 0, text]]);
  });

  it('as a table without headings, of which the first row is one', async () => {
    expect(await readAll('u-10001,Ana\nu-10002,Bo\n')).toEqual({
      table: { columns: ['Column 1', 'Column 2'], key: 0 },
      rows: [
        [1, 0, ['u-10001', 'Ana']],
        [2, 0, ['u-10002', 'Bo']],
      ],
    });
  });

  it('as a log, whose lines stay whole', async () => {
    const lines = ['2026-11-30T10:00:01Z login user=u-10001 ok', '2026-11-30T10:00:02Z u-10001 made u-10002 a guest'];
    const { table, rows } = await readAll(lines.join('\r\n'));
    expect(table).toBeNull();
    expect(rows.map(([, , given]) => given)).toEqual(lines);
    const [one, two] = lines.map((line) => reader.read(line));
    expect(one).toMatchObject({ kind: 'items', items: [{ id: 'u-10001' }] });
    expect(two).toMatchObject({ kind: 'items', items: [{ id: 'u-10001' }, { id: 'u-10002' }] });
  });

  it.each([
    ['commas', ','],
    ['semicolons', ';'],
    ['tabs', '\t'],
  ])('as a table with %s: its column of ids is found and all cells are kept', async (_, separator) => {
    const records = [
      ['Name', 'User id', 'Cost centre'],
      ['Ana', 'u-10001', '0042'],
      ['', '', ''],
      ['Bo "the builder"', 'u-10002', `a${separator}b`],
    ];
    const quote = (cell: string) => (/["\t,;]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
    const { table, rows } = await readAll(records.map((cells) => cells.map(quote).join(separator)).join('\n'));
    expect(table).toEqual({ columns: records[0], key: 1 });
    expect(rows).toEqual(records.slice(1).map((cells, nth) => [nth + 2, 0, cells]));
  });

  it('by a column of addresses or of usernames where none has ids', async () => {
    expect((await readAll('Team,Mail\nNorth,ana@x.example\nSouth,bo@x.example\n')).table?.key).toBe(1);
    expect((await readAll('Team,Account\nNorth,ana.silva\nSouth,bo.lind\n')).table?.key).toBe(1);
  });

  it('with a quotation mark that is not closed as a sign of its cell', async () => {
    const { rows } = await readAll('id,size\nu-10001,5"\nu-10002,"6\nu-10003,7\n');
    expect(rows.map(([, , cells]) => cells[0])).toEqual(['u-10001', 'u-10002', 'u-10003']);
  });

  it('as JSON: texts, numbers as they are written, and objects, whose fields are columns', async () => {
    expect((await readAll('["u-10001", 12345678901234567890, null]')).rows).toEqual([
      [1, 0, 'u-10001'],
      [2, 0, '12345678901234567890'],
      [3, 0, ''],
    ]);
    const users = [{ name: 'Ana', user: { id: 'u-10001' } }, { name: 'Bo', tags: [1, 'a'] }, 'u-10002'];
    expect(await readAll(JSON.stringify({ _data: users }))).toEqual({
      table: { columns: ['name', 'user.id', 'tags', 'value'], key: 1 },
      rows: [
        [1, 0, ['Ana', 'u-10001']],
        [2, 0, ['Bo', '', '[1,"a"]']],
        [3, 0, ['', '', '', 'u-10002']],
      ],
    });
  });

  it('as no table where its rows would be saved with far more cells than they have', async () => {
    const each = Array.from({ length: 5000 }, (_, nth) => nth);
    const objects = JSON.stringify(each.map((nth) => ({ [`k${nth}`]: 'u-10001' })));
    await expect(readAll(objects)).rejects.toMatchObject({ failure: { kind: 'list-too-heavy' } });
    const { table, rows } = await readAll(`${'u-10001,Ana\n'.repeat(4999)}u-10002${','.repeat(4999)}\n`);
    expect([table, rows.length]).toEqual([null, 5000]);
  });

  it('whatever text it is: each line is accounted for, in its order', async () => {
    const piece = fc.oneof(
      fc.constantFrom(
        'u-10001',
        'ana@x.example',
        '+49 89 1234567',
        ',',
        ';',
        '\t',
        '|',
        '"',
        '\n',
        '\r\n',
        ' ',
        '\n\n',
      ),
      fc.constantFrom('id', 'Ana Silva', '[', ']', '{', '}', '=', '\u2028', '\ufeff', '\u{1f600}', 'u‑10002', '١٢٣'),
      fc.string({ unit: 'binary', maxLength: 6 }),
    );
    const cell = fc.constantFrom('u-10001', 'u-10002', 'ana@x.example', 'Ana', '', '0042', '"a', 'id', 'a b');
    const tables = fc
      .tuple(fc.integer({ min: 2, max: 4 }), fc.constantFrom(',', ';', '\t', '|'), fc.array(cell, { maxLength: 40 }))
      .map(([width, separator, cells]) =>
        Array.from({ length: Math.floor(cells.length / width) }, (_, nth) =>
          cells.slice(nth * width, (nth + 1) * width).join(separator),
        ).join('\n'),
      );
    const lists = fc.array(fc.constantFrom('u-10001', 'ana@x.example', 'Ana', '?'), { maxLength: 12 });
    const lines = fc.array(lists.map((some) => some.join(', '))).map((some) => some.join('\n'));
    const texts = fc.oneof(
      fc.array(piece, { maxLength: 40 }).map((parts) => parts.join('')),
      tables,
      lines,
    );
    await fc.assert(
      fc.asyncProperty(texts, async (text) => {
        const read = await readAll(text);
        const { table, rows } = read;
        for (const [nth, [line, part]] of rows.entries()) {
          const before = rows[nth - 1];
          const isNext = before === undefined || line > before[0] || (line === before[0] && part === before[1] + 1);
          expect(isNext).toBe(true);
        }
        for (const [, , given] of rows) {
          for (const cell of typeof given === 'string' ? [given] : given) expect(() => reader.read(cell)).not.toThrow();
        }
        if (table !== null) expect(table.key).toBeLessThan(table.columns.length);
        if (/^\s*\ufeff?\s*[[{]/.test(text)) return;
        const all = [...seen(text.replace(/^\ufeff/, '')).replace(/[,;\t|]/g, '')].sort().join('');
        const heads = [true, false].map((hasHead) =>
          [...saidIn(read, hasHead).replace(/[,;\t|]/g, '')].sort().join(''),
        );
        expect(heads).toContain(all);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('a list that cannot be checked at once', () => {
  const failureOf = (text: string) =>
    readAll(text).then(
      () => null,
      (error: unknown) => (error instanceof ListTooLarge ? error.failure : error),
    );
  const most = { lines: mostCheckedLines, bytes: longestChecked };

  it('is refused with how many lines it has', async () => {
    const lines = mostCheckedLines + 1;
    expect(await failureOf('u-1\n'.repeat(lines))).toEqual({ kind: 'list-too-large', lines, bytes: null, most });
    expect(await failureOf(`id,name\n${'u-10001,Ana\n'.repeat(lines)}`)).toEqual({
      kind: 'list-too-large',
      lines: lines + 1,
      bytes: null,
      most,
    });
    expect(await failureOf('u-10001;'.repeat(lines))).toMatchObject({ lines: lines + 1 });
  });

  it.each([
    ['letters', 'x'],
    ['prose with commas', 'some words, and '],
    ['quotation marks', '"'],
    ['brackets', '['],
    ['digits', '1'],
    ['at signs', 'a@'],
  ])('is one row that is too long where it is 20 MB of %s in one line', async (_, some) => {
    const text = some.repeat(Math.floor(longestChecked / some.length));
    const { rows } = await readAll(text);
    expect(rows.length).toBe(1);
    expect(reader.read(String(rows[0]?.[2]))).toEqual({ kind: 'none', why: 'too-long' });
  });

  it('keeps 16,384 columns, and is no table with more', async () => {
    const wide = (columns: number) =>
      `${Array.from({ length: columns }, (_, nth) => (nth === 0 ? 'id' : 'x')).join(',')}\n`;
    const row = (columns: number) => `u-10001${','.repeat(columns - 1)}\n`;
    expect((await readAll(wide(16_384) + row(16_384).repeat(3))).table?.columns.length).toBe(16_384);
    expect((await readAll(wide(16_385) + row(16_385).repeat(3))).table).toBeNull();
  });
});

describe('the text of a file', () => {
  const text = 'id;name\nu-10001;Žofie Grünwald\n';
  it.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${text}`)],
    ['UTF-16 LE', Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['UTF-16 BE', Buffer.from(`\ufeff${text}`, 'utf16le').swap16()],
    ['UTF-16 LE without a mark', Buffer.from(text, 'utf16le')],
    ['UTF-16 BE without a mark', Buffer.from(text, 'utf16le').swap16()],
    ['Windows-1252', Buffer.from(text.replace('Ž', '\x8e'), 'latin1')],
  ])('is told from %s', (_, bytes) => {
    expect(textOfBytes(bytes)).toBe(text);
  });

  it('is none where there are bytes that no text has', () => {
    expect(textOfBytes(Buffer.from('PK\x03\x04\x14\x00\x06\x00\x08\x00\x00\x00', 'latin1'))).toBeNull();
    expect(textOfBytes(new Uint8Array())).toBe('');
  });
});

describe('a row says', () => {
  it.each([
    ['https://app.example.com/users/u-10001', { kind: 'items', items: [{ kind: 'id', id: 'u-10001' }] }],
    ['Ana Silva u-10001', { kind: 'items', items: [{ id: 'u-10001' }] }],
    ['U-10001', { kind: 'items', items: [{ id: 'u-10001' }] }],
    ['"Silva, Ana" <ana@x.example>', { kind: 'items', items: [{ kind: 'address', text: 'ana@x.example' }] }],
    ['+49 89 1234567', { kind: 'items', items: [{ kind: 'number' }] }],
    ['ana.silva', { kind: 'username', otherwise: null }],
    ['@ana', { kind: 'username', text: 'ana', otherwise: null }],
    ['Ana', { kind: 'username', otherwise: 'name' }],
    ['Ana Silva', { kind: 'name' }],
    ['Łukasz O’Brien-Müller', { kind: 'name' }],
    ['x-99-zz', { kind: 'username', otherwise: 'another-form' }],
    ['https://other.example/page', { kind: 'none', why: 'another-link' }],
    ['2026-01-01 12:00 server started', { kind: 'none', why: 'no-id' }],
    ['???', { kind: 'none', why: 'no-id' }],
    [' \t', { kind: 'empty' }],
  ])('%s', (text, said) => {
    expect(reader.read(text)).toMatchObject(said);
  });

  it('an id of any form where the form of the ids is not known', async () => {
    const { createRowReader } = await import('../../../electron/check/row-text.ts');
    const anybodys = createRowReader({ ...ours, ownForm: null, isKnown: () => false });
    expect(anybodys.read('x99-zz')).toMatchObject({ kind: 'items', items: [{ id: 'x99-zz' }] });
  });
});
