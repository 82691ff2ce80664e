/** What a frame of the chart shows of its buttons and of who is selected, at any zoom. */
import { describe, expect, it } from 'vitest';
import { drawnFrame } from './drawn-frame.ts';
import { forestOf } from './small-forest.ts';

/** 1 leads 2, which leads 12 of whom one leads 4,000, and 200 others. */
const forest = forestOf([0, ...Array(201).fill(1), ...Array(12).fill(2), ...Array(4000).fill(203)]);
const chain = forestOf(Array.from({ length: 2000 }, (_, nth) => nth));
const zooms = [0.02, 0.1, 0.2, 0.3, 0.33, 0.36, 0.4, 0.41, 0.46, 0.51, 0.55, 0.64, 0.8, 1, 1.25];

describe('who is selected', () => {
  it.each([1, 0.2])('is marked at a zoom of %f, and nobody where nobody is', (k) => {
    const marked = drawnFrame(forest, 2, k, { active: 20 });
    expect(marked.strokes).toContain('accent');
    const unmarked = drawnFrame(forest, 2, k, { active: 20, isMarked: false });
    expect(unmarked.strokes).not.toContain('accent');
  });
});

describe('another manager', () => {
  // Where there is room their card is dashed as well.
  it.each([
    [1, 2],
    [0.2, 1],
  ])('is joined to the centre by dashed lines at a zoom of %f, and nobody else is, pointed at or not', (k, dashed) => {
    expect(drawnFrame(forest, 20, k, {}, [3]).dashed).toBe(dashed);
    for (const hovered of [-1, 0]) expect(drawnFrame(forest, 20, k, { hovered }).dashed).toBe(0);
  });
});

describe('the buttons', () => {
  it.each(zooms)('say something whole or are not drawn, at a zoom of %f', (k) => {
    for (const centre of [1, 2, chain.people - 1]) {
      const { texts, pills } = drawnFrame(centre > 2 ? chain : forest, centre, k);
      expect(texts.filter((text) => text.includes('…'))).toEqual([]);
      const folds = pills.filter(({ h }) => Math.abs(h - 17 * k) < 0.01);
      expect(folds.filter(({ holds }) => holds === 0)).toEqual([]);
    }
  });

  it('have all their words where there is room', () => {
    const { texts } = drawnFrame(forest, 2, 1);
    expect(texts).toEqual(expect.arrayContaining(['+200 beside', '4,000']));
    const small = drawnFrame(forest, 2, 0.55);
    expect(small.texts).toEqual(expect.arrayContaining(['+200', '4,000']));
  });
});
