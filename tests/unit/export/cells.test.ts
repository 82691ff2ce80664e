/** CSV and tabbed text as parsers that are not ours read them, and as spreadsheets may take them. */
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvLine, defused, restored, tabbedLine } from '../../../electron/export/cells.ts';
import { moments, numbers, values } from './lookalikes.ts';

/** Texts made of what matters here: signs of formulas, digits, quotes, separators, line breaks, what cannot be seen. */
const pieces = [
  ...['=', '+', '-', '@', '＝', '＋', '－', '＠', '#', "'", '"', ',', ';', '|', '\t', '\r', '\n', '\r\n'],
  ...[' ', '\u00a0', '\ufeff', '\u200b', '\u202e', '\u0000', '=cmd|" /C calc"!A0', 'HYPERLINK("http://x")'],
  ...['+34 91', '007', '1E5', '１', '٣', 'TRUE', 'MAR1', 'Ann', 'É', '李', '👩‍👧'],
];
const nasty = fc.array(fc.constantFrom(...pieces), { maxLength: 8 }).map((parts) => parts.join(''));
const anything = fc.oneof(
  nasty,
  fc.string({ unit: 'binary', maxLength: 30 }).map((text) => text.toWellFormed()),
);

/** What is left where a spreadsheet drops spaces, quotes and what cannot be seen. */
const beginning = (cell: string) => cell.replace(/^[\s"\p{Cc}\p{Cf}]+/u, '').charAt(0);
const formulaLike = (cell: string) => /[=+\-@#＝＋－＠＃]/u.test(beginning(cell));
const numberLike = (cell: string) => /^[^'@\p{L}]*\p{N}[^'@\p{L}]*$/u.test(cell);
const dangerous = (cell: string) => formulaLike(cell) || numberLike(cell) || /^[\t\r\n]/.test(cell);

const languages = [
  ...[
    'ar',
    'az',
    'be',
    'bg',
    'bn',
    'bs',
    'ca',
    'cs',
    'cy',
    'da',
    'de',
    'el',
    'en',
    'es',
    'et',
    'eu',
    'fa',
    'fi',
    'fil',
  ],
  ...['fr', 'ga', 'gl', 'he', 'hi', 'hr', 'hu', 'hy', 'id', 'is', 'it', 'ja', 'ka', 'kk', 'ko', 'lt', 'lv', 'mk', 'ms'],
  ...['mt', 'nb', 'nl', 'nn', 'pl', 'pt', 'ro', 'ru', 'sk', 'sl', 'sq', 'sr-Latn', 'sv', 'sw', 'ta', 'th', 'tr', 'uk'],
  ...['ur', 'uz', 'vi', 'zh', 'zh-TW', 'zu'],
];
const forms = [
  ...(['full', 'long', 'medium', 'short'] as const).map((dateStyle) => ({ dateStyle, timeZone: 'UTC' })),
  ...(['long', 'short'] as const).map((month) => ({ month, day: 'numeric', timeZone: 'UTC' }) as const),
  { month: 'long', year: 'numeric', timeZone: 'UTC' } as const,
];

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
    ['Bob|=1', "Bob|'=1"],
    ['Bob\n=1', "Bob\n'=1"],
    ['+34 91; +34 92', "'+34 91; '+34 92"],
    ['0170 | 007', "'0170 | '007"],
  ])('%j is written as %j', (text, safe) => expect(defused(text)).toBe(safe));

  it.each([
    ...numbers,
    ...moments,
    // In any language.
    ...[
      'june5',
      'Juni 5',
      '5. JUNI',
      '5 août 2024',
      'KASIM 5',
      '5 kasım',
      'jun5',
      'Sunday 5',
      '5 EUR',
      'R5',
      'a1',
      'Группа 7',
      '5 nachm.',
    ],
    ...values,
    // What some programs drop at the beginning of a cell, and what could not be told from a guard.
    ...[' Ann', '\u200bAnn', "'t Hooft", "''", "'007"],
  ])('%j is guarded', (text) => expect(defused(text)).toBe(`'${text}`));

  it.each([
    ...[
      'Ann Lee',
      'ann@example.com',
      'ann2@example.com',
      'a=b',
      'Anne-Marie',
      'x + y',
      '',
      "O'Neil",
      'Müller, Dr.',
      '李',
    ],
    ...['9763caa1-cef3-497f-b3b2-f551456b2831', '12345678-1234-1234-1234-123456789012', 'Truesdale', 'May', 'E'],
    ...['Person 0000', 'Team 7', 'jdoe42', 'Level 2 support', '3rd floor', 'Müller 5', '1E5 persons', 'u2'],
  ])('%j is left as it is', (text) => expect(defused(text)).toBe(text));

  it('loses its apostrophes again without losing anything else, whatever is in it', () => {
    fc.assert(
      fc.property(anything, (text) => {
        expect(restored(defused(text))).toBe(text);
      }),
      { numRuns: 5000 },
    );
  });

  it('that is a date in a language of Europe, or a larger one elsewhere, is guarded whatever the day', () => {
    const days = Array.from({ length: 12 }, (_, month) => Date.UTC(2024, month, 3 + month));
    const dates = languages.flatMap((language) =>
      forms.flatMap((form) => days.map((day) => new Intl.DateTimeFormat(language, form).format(day))),
    );
    const written = dates.flatMap((date) => [date, date.toUpperCase(), date.replace(/\P{L}+/gu, ' 5 ')]);
    expect(written.filter((date) => /\p{N}/u.test(date) && !defused(date).startsWith("'"))).toEqual([]);
  });
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

  it('has what is no text as it stands', () =>
    expect(csvLine([{ verbatim: '2024-02-29T12:00:00.000Z' }, { verbatim: '7' }, '7'])).toBe(
      "2024-02-29T12:00:00.000Z,7,'7\r\n",
    ));
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
