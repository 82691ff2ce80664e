import { describe, expect, test } from 'vitest';
import { reportCounts } from '../../../renderer/person/report-counts.ts';
import { markedParts } from '../../../renderer/search/marked-parts.ts';
import { movedTo } from '../../../renderer/search/search-option.ts';

describe('marks in a name', () => {
  const shown = (text: string, marks: [number, number][]) =>
    markedParts(text, marks)
      .map((part) => (part.isMarked ? `[${part.text}]` : part.text))
      .join('');

  test.each([
    ['Lucía', [[0, 3]], '[Luc]ía'],
    ['Marie Lucas', [[6, 9]], 'Marie [Luc]as'],
    [
      'Ana Ana',
      [
        [4, 7],
        [0, 3],
      ],
      '[Ana] [Ana]',
    ],
    [
      'overlap',
      [
        [0, 4],
        [2, 6],
      ],
      '[over][la]p',
    ],
    ['short', [[3, 99]], 'sho[rt]'],
    ['none', [], 'none'],
    ['', [[0, 1]], ''],
  ] as [string, [number, number][], string][])('in %j', (text, marks, expected) => {
    expect(shown(text, marks)).toBe(expected);
  });
});

describe('keys in the list of results', () => {
  test.each([
    ['ArrowDown', 0, 1],
    ['ArrowDown', 9, 0],
    ['ArrowUp', 0, 9],
    ['Home', 5, 0],
    ['End', 5, 9],
    ['PageDown', 5, 9],
    ['PageUp', 9, 1],
  ])('%s moves from %i to %i of ten', (key, from, to) => {
    expect(movedTo(key, from, 10)).toBe(to);
  });

  test('other keys and an empty list move nothing', () => {
    expect(movedTo('a', 0, 10)).toBeNull();
    expect(movedTo('ArrowDown', 0, 0)).toBeNull();
  });
});

describe('counts of reports', () => {
  test('say what is known and what is not', () => {
    const summary = { direct: 8, total: 1042, notFetched: 0, notFound: 0, layers: 3 };
    expect(reportCounts(summary)).toBe('8 direct · 1,042 in all');
    expect(reportCounts({ ...summary, notFetched: 5 })).toBe('8 direct · ≥ 1,042 in all, 5 not fetched yet');
    // Who does not exist has nobody below: there is no more to come.
    expect(reportCounts({ ...summary, notFound: 2 })).toBe('8 direct · 1,042 in all, 2 not found');
    expect(reportCounts({ ...summary, notFetched: 5, notFound: 2 })).toBe(
      '8 direct · ≥ 1,042 in all, 5 not fetched yet, 2 not found',
    );
  });
});
