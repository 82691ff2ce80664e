/** Figures of two builds side by side: paired by name, medians, and what counts as worse. */
import { describe, expect, it } from 'vitest';
import { compare } from '../../bench/compare.ts';
import type { NotedFigure } from '../../bench/figures.ts';

const figure = (what: string, value: number, unit = 'ms', heading = 'Opening'): NotedFigure => ({
  heading,
  what,
  value,
  unit,
});
const runs = (what: string, values: readonly number[], unit = 'ms') =>
  values.map((value) => [figure(what, value, unit)]);

describe('figures of two builds', () => {
  it('are the medians of each, with their ratio and the spread of the old one', () => {
    expect(compare(runs('a', [10, 30, 20]), runs('a', [5, 4, 90]))).toEqual([
      { heading: 'Opening', what: 'a', unit: 'ms', old: 20, new: 5, ratio: 0.25, spread: [10, 30], isWorse: false },
    ]);
  });

  it('are paired by heading, name and unit, and by place where a name stands twice', () => {
    const run = (first: number, second: number, other: number) => [
      figure('requests', first),
      figure('requests', second),
      figure('requests', other, 'ms', 'Another heading'),
    ];
    const pairs = compare([run(1, 2, 3)], [run(10, 20, 30)]);
    expect(pairs.map(({ old, new: is }) => [old, is])).toEqual([
      [1, 10],
      [2, 20],
      [3, 30],
    ]);
  });

  it('that only one of them has stand alone, worse than nothing', () => {
    expect(compare([[figure('gone', 1)]], [[figure('added', 2)]])).toEqual([
      expect.objectContaining({ what: 'added', old: null, new: 2, ratio: null, spread: null, isWorse: false }),
      expect.objectContaining({ what: 'gone', old: 1, new: null, ratio: null, isWorse: false }),
    ]);
  });

  it.each([
    ['5 % slower', [100, 100, 100], [105, 105, 105], 'ms', false],
    ['more than 5 % slower', [100, 100, 100], [106, 106, 106], 'ms', true],
    ["slower, within the old build's own spread", [100, 120, 100], [115, 115, 115], 'ms', false],
    ['larger', [100, 100, 100], [120, 120, 120], 'MB', true],
    ['fewer a second', [100, 100, 100], [90, 90, 90], '/s', true],
    ['more a second', [100, 100, 100], [120, 120, 120], '/s', false],
    ["fewer a second, within the old build's own spread", [100, 80, 100], [90, 90, 90], '/s', false],
    ['less often right', [99, 99, 99], [80, 80, 80], '%', true],
    ['once nothing', [0, 0, 0], [1, 1, 1], 'ms', false],
  ] as const)('%s', (_, old, now, unit, isWorse) => {
    expect(compare(runs('a', old, unit), runs('a', now, unit))[0]?.isWorse).toBe(isWorse);
  });
});
