/** CSV and tabbed text as parsers that are not ours read them, and as spreadsheets may take them. */
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvLine, defused, tabbedLine } from '../../../electron/export/cells.ts';

/** Texts made of what matters here: signs of formulas, quotes, separators, line breaks, what cannot be seen. */
const pieces = [
  ...[
    '=',
    '+',
    '-',
    '@',
    '＝',
    '＋',
    '－',
    '＠',
    "'",
    '"',
    ',',
    ';',
    '\t',
    '\r',
    '\n',
    '\r\n',
    ' ',
    '\u00a0',
    '\ufeff',
  ],
  ...['\u200b', '\u202e', '\u0000', '=cmd|" /C calc"!A0', 'HYPERLINK("http://x")', '+34 91', 'Ann', 'É', '李', '👩‍👧'],
];
const nasty = fc.array(fc.constantFrom(...pieces), { maxLength: 8 }).map((parts) => parts.join(''));
const anything = fc.oneof(
  nasty,
  fc.string({ unit: 'binary', maxLength: 30 }).map((text) => text.toWellFormed()),
);

/** What is left where a spreadsheet drops spaces, quotes and what cannot be seen. */
const beginning = (cell: string) => cell.replace(/^[\s"\p{Cc}\p{Cf}]+/u, '').charAt(0);
const formulaLike = (cell: string) => /[=+\-@＝＋－＠]/u.test(beginning(cell));
const dangerous = (cell: string) => formulaLike(cell) || /^[\t\r\n]/.test(cell);
/** As the reader of an export takes the apostrophes away again. */
const restored = (cell: string) =>
  cell
    .replace(/^'(?=[\s"'\p{Cc}\p{Cf}]*[=+\-@＝＋－＠]|[\t\r\n])/u, '')
    .replace(/([;\t\r\n][\s"\p{Cc}\p{Cf}]*)'(?=[=+\-@＝＋－＠])/gu, '$1');

describe('a cell', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ['+34 91 555 01 27', "'+34 91 555 01 27"],
    ['-2', "'-2"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'\t'=1"],
    ['\rx', "'\rx"],
    ['  =1', "'  =1"],
    ['"=1', '\'"=1'],
    ['\ufeff=1', "'\ufeff=1"],
    ['＝1', "'＝1"],
    ['Bob;=1', "Bob;'=1"],
    ['Bob\n=1', "Bob\n'=1"],
    ['+34 91; +34 92', "'+34 91; '+34 92"],
  ])('%j is written as %j', (text, safe) => expect(defused(text)).toBe(safe));

  it.each(['Ann Lee', 'ann@example.com', 'a=b', 'Anne-Marie', '12', 'x + y', '', "O'Neil"])(
    '%j is left as it is',
    (text) => expect(defused(text)).toBe(text),
  );
});

describe('a line of CSV', () => {
  it('is read back by another parser, each cell in its place', () => {
    fc.assert(
      fc.property(fc.array(anything, { minLength: 1, maxLength: 6 }), (cells) => {
        const [read] = parse(csvLine(['first', ...cells]), { record_delimiter: '\r\n' });
        expect(read).toEqual(['first', ...cells.map(defused)]);
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    { delimiter: ',', quote: '"' },
    // As where the separator is taken for another: no quote then hides what follows it.
    { delimiter: ';', quote: false },
    { delimiter: '\t', quote: false },
  ])('holds nothing that could be a formula, read with $delimiter', (as) => {
    fc.assert(
      fc.property(fc.array(anything, { minLength: 1, maxLength: 6 }), (cells) => {
        const ends = as.quote === false ? ['\r\n', '\n', '\r'] : ['\r\n'];
        const rows = parse(csvLine(cells), { ...as, record_delimiter: ends, relax_column_count: true });
        expect(rows.flat().filter(as.quote === false ? formulaLike : dangerous)).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });

  it('loses nothing that was in a name', () => {
    fc.assert(
      fc.property(anything, (text) => {
        // What had an apostrophe of its own before a sign cannot be told from what was given one.
        fc.pre(!/'[\s"'\p{Cc}\p{Cf}]*[=+\-@＝＋－＠\t\r\n]/u.test(text));
        expect(restored(defused(text))).toBe(text);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('a line of tabbed text', () => {
  it('has as many columns as were given, in one line, and no formula', () => {
    fc.assert(
      fc.property(fc.array(anything, { minLength: 1, maxLength: 6 }), (cells) => {
        const line = tabbedLine(cells);
        expect(line.endsWith('\n')).toBe(true);
        const columns = line.slice(0, -1).split('\t');
        expect(columns).toHaveLength(cells.length);
        expect(line.slice(0, -1)).not.toMatch(/[\r\n]/);
        expect(columns.filter(dangerous)).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });

  it('is read back by a spreadsheet, each cell in its place, also where one begins with a quotation mark', () => {
    const asSpreadsheet = { delimiter: '\t', quote: '"', relax_quotes: true, record_delimiter: '\n' } as const;
    expect(parse(tabbedLine(['"Bo" Lee', 'a "b"', '"']) + tabbedLine(['next', '', 'line']), asSpreadsheet)).toEqual([
      ['"Bo" Lee', 'a "b"', '"'],
      ['next', '', 'line'],
    ]);
    fc.assert(
      fc.property(fc.array(anything, { minLength: 1, maxLength: 6 }), (cells) => {
        const flat = ['first', ...cells].map((cell) => defused(cell.replace(/[\t\r\n\v\f\u0085\u2028\u2029]+/g, ' ')));
        expect(parse(tabbedLine(['first', ...cells]), asSpreadsheet)).toEqual([flat]);
      }),
      { numRuns: 2000 },
    );
  });
});
