import { expect, it } from 'vitest';
import { rectangles, settle } from '../../../electron/organisation/settle.ts';

type Rectangle = readonly [left: number, top: number, width: number, height: number];

const gap = 8;
/** Where they are once they have other sizes; null: they were no layout. */
function settled(before: readonly Rectangle[], sizes: readonly (readonly [number, number])[]): number[][] | null {
  const was = rectangles(before.length);
  const now = rectangles(before.length);
  for (const [nth, [left, top, width, height]] of before.entries()) {
    was.lefts[nth] = left;
    was.tops[nth] = top;
    was.widths[nth] = width;
    was.heights[nth] = height;
    now.widths[nth] = sizes[nth]?.[0] ?? 0;
    now.heights[nth] = sizes[nth]?.[1] ?? 0;
  }
  if (!settle(was, now, before.length, gap)) return null;
  return before.map((_, nth) => [now.lefts[nth] ?? 0, now.tops[nth] ?? 0]);
}

/** Two above one another, a third beside both, and a fourth under the third. */
const four: readonly Rectangle[] = [
  [0, 0, 100, 50],
  [0, 58, 80, 40],
  [108, 0, 60, 70],
  [108, 78, 60, 20],
];
const sizesOf = (some: readonly Rectangle[]) => some.map(([, , width, height]) => [width, height] as const);

it('rectangles of the same sizes stay where they are', () => {
  expect(settled(four, sizesOf(four))).toEqual(four.map(([left, top]) => [left, top]));
  // Also one that nothing holds.
  const apart: readonly Rectangle[] = [
    [0, 0, 100, 50],
    [300, 40, 60, 70],
  ];
  expect(settled(apart, sizesOf(apart))).toEqual([
    [0, 0],
    [300, 40],
  ]);
});

it('a larger one pushes what is right of it and below it, and a smaller one pulls it along', () => {
  expect(settled(four, [[150, 60], ...sizesOf(four).slice(1)])).toEqual([
    [0, 0],
    [0, 68],
    [158, 0],
    [158, 78],
  ]);
  expect(settled(four, [[70, 30], ...sizesOf(four).slice(1)])).toEqual([
    [0, 0],
    [0, 38],
    // The second one is as wide as before.
    [88, 0],
    [88, 78],
  ]);
});

it('rectangles that overlap are no layout', () => {
  expect(
    settled(
      [
        [0, 0, 100, 50],
        [90, 20, 100, 50],
      ],
      [
        [100, 50],
        [100, 50],
      ],
    ),
  ).toBeNull();
});
