/** What a frame of the chart shows of its buttons and of who is selected, at any zoom. */
import { describe, expect, it } from 'vitest';
import { drawnFrame } from './drawn-frame.ts';
import { forestOf } from './small-forest.ts';

/** 1 leads 2, which leads 12 of whom one leads 4,000, and 200 others. */
const forest = forestOf([0, ...Array(201).fill(1), ...Array(12).fill(2), ...Array(4000).fill(203)]);

describe('who is selected', () => {
  it.each([1, 0.2])('is marked at a zoom of %f, and nobody where nobody is', (k) => {
    const marked = drawnFrame(forest, 2, k, { active: 20 });
    expect(marked.strokes).toContain('accent');
    const unmarked = drawnFrame(forest, 2, k, { active: 20, isMarked: false });
    expect(unmarked.strokes).not.toContain('accent');
  });
});
