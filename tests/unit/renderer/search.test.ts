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
    expect(reportCounts({ direct: 8, total: 42, notFetched: 0, layers: 3 })).toBe('8 direct · 42 in all');
    expect(reportCounts({ direct: 8, total: 1042, notFetched: 5, layers: 3 })).toBe(
      '8 direct · ≥ 1,042 in all, 5 not fetched yet',
    );
  });
});
