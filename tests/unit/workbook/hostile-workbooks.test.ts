/** Workbooks that are none, or that would take a computer's memory: each ends with a word for what is wrong, and takes little. */
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { packed, partsOf, read, readCells, sheetOf, workbookOf } from './made-workbooks.ts';

const one = '<row r="1"><c r="A1" t="str"><v>u-1</v></c></row>';
const parts = partsOf({ sheets: { One: one } });
const sheet = 'xl/worksheets/sheet1.xml';
const troubleOf = async (bytes: Uint8Array) => {
  const answer = await read(bytes);
  return answer.ok ? null : answer.failure.kind === 'workbook' ? answer.failure.trouble : answer.failure.kind;
};
/** A sheet with something far larger than it is when packed. */
const withLarge = (part: string, content: string) => packed({ ...parts, [part]: content });
const megabyte = 1024 * 1024;

/** The archive with another size for one of its files in its list of them. */
function claiming(bytes: Buffer, size: number, name = sheet): Buffer {
  const changed = Buffer.from(bytes);
  changed.writeUInt32LE(size, changed.lastIndexOf(name) - 46 + 24);
  return changed;
}

/** Texts that become some sixteen times smaller when they are packed. */
const noise = (bytes: number) => {
  const texts: string[] = [];
  let last = 'seed';
  for (let length = 0; length < bytes; length += last.length) {
    last = createHash('sha512').update(last).digest('hex').repeat(8);
    texts.push(last);
  }
  return texts;
};

describe('refused with a word for it', () => {
  it('is a workbook of the old format, and one with a password', async () => {
    const compound = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(1024)]);
    expect(await troubleOf(compound)).toBe('old-format');
    expect(await troubleOf(Buffer.concat([compound, Buffer.from('EncryptedPackage', 'utf16le')]))).toBe('encrypted');
  });

  it('is a file that says it is a workbook', async () => {
    expect(await troubleOf(Buffer.from('u-1\nu-2'))).toBe('not-a-workbook');
    expect(await troubleOf(Buffer.alloc(0))).toBe('not-a-workbook');
    expect(await troubleOf(packed({ 'readme.txt': 'nothing' }))).toBe('not-a-workbook');
    expect(await troubleOf(packed({ ...parts, 'xl/workbook.xml': '<html/>' }))).toBe('not-a-workbook');
  });

  it('is a workbook that ends early or has a byte changed', async () => {
    const bytes = workbookOf({ sheets: { One: one } });
    expect(await troubleOf(bytes.subarray(0, bytes.length - 10))).toBe('damaged');
    expect(await troubleOf(bytes.subarray(0, 100))).toBe('damaged');
    // All of it can be unpacked, and is not what was packed.
    const changed = packed({ [sheet]: sheetOf(one), ...parts });
    const at = changed.indexOf('PK\x01\x02') + 16;
    changed.writeUInt8(changed.readUInt8(at) ^ 1, at);
    expect(await troubleOf(changed)).toBe('damaged');
  });

  it.each([
    ['is not closed', '<worksheet><sheetData><row>'],
    ['is closed twice', '<worksheet/></worksheet>'],
    ['is not XML', 'rows and cells'],
    ['has a document type', `<!DOCTYPE worksheet [<!ENTITY a "b">]>${sheetOf(one)}`],
    ['has a document type elsewhere', `<!DOCTYPE worksheet SYSTEM "file:///etc/passwd">${sheetOf(one)}`],
    ['has an entity that is not XML’s', sheetOf('<row><c t="str"><v>&lol;</v></c></row>')],
    [
      'has an entity that is called as what every object has',
      sheetOf('<row><c t="str"><v>&constructor;</v></c></row>'),
    ],
    ['refers to a text that is not there', sheetOf('<row><c t="s"><v>7</v></c></row>')],
    ['has a column beyond the last', sheetOf('<row><c r="XFE1"><v>7</v></c></row>')],
    ['has a row beyond the last', sheetOf('<row r="1048577"><c><v>7</v></c></row>')],
    ['goes back to a row', sheetOf('<row r="2"><c><v>7</v></c></row><row r="1"><c><v>7</v></c></row>')],
    ['is no UTF-8', Buffer.from([0x3c, 0x61, 0x3e, 0xff, 0xfe, 0x3c, 0x2f, 0x61, 0x3e])],
  ])('is a sheet that %s', async (_, content) => {
    expect(await troubleOf(packed({ ...parts, [sheet]: content }))).toBe('damaged');
  });

  it('is an archive with a file outside its folder', async () => {
    expect(await troubleOf(packed({ '../../outside.xml': 'x', ...parts }))).toBe('damaged');
  });

  it('is a billion laughs', async () => {
    const entities = Array.from({ length: 9 }, (_, nth) => `<!ENTITY l${nth + 1} "${`&l${nth};`.repeat(10)}">`).join(
      '',
    );
    const strings = `<!DOCTYPE sst [<!ENTITY l0 "ha">${entities}]><sst><si><t>&l9;</t></si></sst>`;
    expect(await troubleOf(packed({ ...parts, 'xl/sharedStrings.xml': strings }))).toBe('damaged');
  });
});

describe('not unpacked', () => {
  it('is what is far larger than it is when packed', async () => {
    // Each piece of it is short, so that nothing else refuses it.
    const bomb = withLarge(sheet, sheetOf(one + '<x/>'.repeat(5 * megabyte)));
    expect(bomb.length).toBeLessThan(megabyte / 8);
    expect(await troubleOf(bomb)).toBe('too-large-inside');
  });

  it('is what says that it is more than all that is unpacked of a workbook', async () => {
    // So much is packed that 300 MB are not too many by their ratio.
    const pieces = noise(24 * megabyte).map((text) => `<x a="${text}"/>`);
    const large = withLarge(sheet, sheetOf(one + pieces.join('')));
    expect(await troubleOf(claiming(large, 300 * megabyte))).toBe('too-large-inside');
  });

  it('is more than an entry says that it is', async () => {
    expect(await troubleOf(claiming(withLarge(sheet, sheetOf(`${one}${' '.repeat(megabyte)}`)), 1500))).toBe('damaged');
  });

  it('is an archive with very many files', async () => {
    const many = Object.fromEntries(Array.from({ length: 20_001 }, (_, nth) => [`f${nth}`, '']));
    expect(await troubleOf(packed({ ...parts, ...many }))).toBe('too-large-inside');
  });
});

describe('given up as it is read', () => {
  it('are 100 MB of shared texts, before they take much memory', async () => {
    const strings = noise(100 * megabyte).map((text) => `<si><t>${text}</t></si>`);
    const bytes = packed({ ...parts, 'xl/sharedStrings.xml': `<sst>${strings.join('')}</sst>` });
    const before = process.memoryUsage().heapUsed;
    let most = 0;
    const answer = await read(bytes, {
      progress: () => {
        most = Math.max(most, process.memoryUsage().heapUsed - before);
      },
    });
    expect(answer).toEqual({ ok: false, failure: { kind: 'workbook', trouble: 'too-large-inside' } });
    expect(most).toBeLessThan(100 * megabyte);
  });

  it('is one text of 30 MB', async () => {
    const [text = ''] = [noise(30 * megabyte).join('')];
    const inline = sheetOf(`<row><c t="inlineStr"><is><t>${text}</t></is></c></row>`);
    expect(await troubleOf(withLarge(sheet, inline))).toBe('too-large-inside');
    expect(await troubleOf(withLarge(sheet, sheetOf(`<row><c t="str"><v>${text}</v></c></row>`)))).toBe(
      'too-large-inside',
    );
    expect(await troubleOf(withLarge(sheet, sheetOf(`<row a="${text}"/>`)))).toBe('too-large-inside');
  });

  it('are more cells than are held', async () => {
    const rows = Array.from(
      { length: 400 },
      (_, nth) => `<row r="${nth + 1}"><c r="XFD${nth + 1}"><v>${nth}</v></c></row>`,
    );
    expect(await troubleOf(workbookOf({ sheets: { One: rows.join('') } }))).toBe('too-large-inside');
  });

  it('are elements within elements without end', async () => {
    expect(await troubleOf(withLarge(sheet, '<a>'.repeat(100_000)))).toBe('damaged');
  });
});

describe('read as data', () => {
  it('is a workbook with macros, which are left where they are', async () => {
    const bytes = packed({ ...parts, 'xl/vbaProject.bin': 'Auto_Open Shell' });
    expect(await readCells(bytes)).toEqual([['u-1']]);
  });

  it('are 16,384 columns', async () => {
    const cells = Array.from({ length: 16_384 }, (_, nth) => `<c><v>${nth}</v></c>`).join('');
    const [row] = await readCells(workbookOf({ sheets: { One: `<row>${cells}</row>` } }));
    expect(row?.length).toBe(16_384);
    expect(row?.at(-1)).toBe('16383');
  });

  it('are formulas, of which the last value counts', async () => {
    const row = '<row><c t="str"><f>HYPERLINK("http://x.example")</f><v>=cmd|x</v></c></row>';
    expect(await readCells(workbookOf({ sheets: { One: row } }))).toEqual([['=cmd|x']]);
  });
});
