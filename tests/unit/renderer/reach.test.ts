/** What the page says of numbers and addresses that are not plain. */
import { describe, expect, test } from 'vitest';
import { inStoredOrder, numberRuns } from '../../../renderer/name/number-runs.ts';
import { dialWords } from '../../../renderer/person/dial-words.ts';
import { copiedAddress, oneAddress } from '../../../renderer/person/email-reading.tsx';
import { deedOptions } from '../../../renderer/search/search-option.ts';
import { cardOf } from '../../renderer-double/people.ts';

describe('a number beside letters that run from right to left', () => {
  test.each([
    ['هاتف: +966 11 456 7890', ['+966 11 456 7890']],
    ['טל׳ 03-123 4567 שלוחה 12', ['03-123 4567', '12']],
    ['+٩٦٦ ١١ ٤٥٦ ٧٨٩٠', ['+٩٦٦ ١١ ٤٥٦ ٧٨٩٠']],
    ['۰۲۱ ۸۸۷۷ ۶۶۵۵', ['۰۲۱ ۸۸۷۷ ۶۶۵۵']],
    ['\u200f+966 11 456', ['+966 11 456']],
  ])('is cut out whole of %j', (text, numbers) => {
    const runs = numberRuns(text);
    expect(runs.filter((run) => run.isNumber).map((run) => run.text)).toEqual(numbers);
    expect(runs.map((run) => run.text).join('')).toBe(text);
    expect(runs.map(({ start, text: own }) => text.slice(start, start + own.length))).toEqual(
      runs.map((run) => run.text),
    );
    for (const number of numbers) expect(inStoredOrder(text)).toContain(`\u202d${number}\u202c`);
  });

  test.each(['+49 (89) 123456 ext. 12', 'Büro 3, 089 123456', '+९१ ९८४५०', ''])('is left as it is in %j', (text) => {
    expect(inStoredOrder(text)).toBe(text);
  });
});

describe('what dialling does', () => {
  test.each([
    [{ dial: '+4989123456', shown: '+49 89 123456', extension: null }, 'Call +49 89 123456'],
    [{ dial: '+498912345', shown: '+49 89 12345', extension: '12' }, 'Call +49 89 12345. 12 is not dialled with it.'],
    [
      { dial: '089123456', shown: '089123456', extension: null },
      'Call 089123456 as it is written: its country cannot be told',
    ],
  ])('is said of %j', (reading, words) => {
    expect(dialWords({ ...reading, others: 0 })).toBe(words);
  });
});

describe('an address field', () => {
  const reading = (...addresses: string[]) => ({ addresses, odd: [] });

  test('is copied as it is meant, or as it came', () => {
    expect(copiedAddress('SMTP:a@x', reading('a@x'))).toBe('a@x');
    expect(copiedAddress('a@x, b@x', reading('a@x', 'b@x'))).toBe('a@x; b@x');
    expect(copiedAddress(' by pigeon ', reading())).toBe('by pigeon');
  });

  test('can be written to where it is one whole address', () => {
    expect([oneAddress(reading('a@x')), oneAddress(reading('a@x', 'b@x')), oneAddress(reading())]).toEqual([
      'a@x',
      null,
      null,
    ]);
  });

  test.each([
    ['a@x.example', true],
    ['"anna lee"@x.example', true],
    ['anna lee@x.example', false],
    ['by pigeon', false],
    ['a@x@y', false],
  ])('of a search result is offered to be written to where it can be: %j', (email, can) => {
    const deeds = deedOptions({ ...cardOf(1), email }).map(({ key }) => key);
    expect(deeds.includes('deed:write')).toBe(can);
    expect(deeds).toContain('deed:copy-email');
  });
});
