/** How much of somebody the map shows, and where names stand: inside of their territory, and never one over another. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { smallHeading } from '../../../contract/map-sizes.ts';
import { type Box, extraOf, type Item } from '../../../contract/organisation-items.ts';
import { labelsOf } from '../../../renderer/organisation/view/map-labels.ts';
import {
  bandOf,
  headingPlace,
  leafLevel,
  leastBand,
  namedFrom,
} from '../../../renderer/organisation/view/map-levels.ts';

const view = { w: 800, h: 600 };
const territory = (key: number, { x, y, w, h }: Box, marks = 0): Item => ({
  kind: 'heading',
  key,
  extra: extraOf({ marks, level: 1, colour: 0 }),
  x,
  y,
  w,
  h,
});
const within = (inner: Box, outer: Box) =>
  inner.x >= outer.x - 1e-6 &&
  inner.y >= outer.y - 1e-6 &&
  inner.x + inner.w <= outer.x + outer.w + 1e-6 &&
  inner.y + inner.h <= outer.y + outer.h + 1e-6;
const overlap = (one: Box, other: Box) =>
  one.x < other.x + other.w - 1e-6 &&
  other.x < one.x + one.w - 1e-6 &&
  one.y < other.y + other.h - 1e-6 &&
  other.y < one.y + one.h - 1e-6;

describe('a card', () => {
  it('says the more the higher it is', () => {
    const levels = [5.9, 6, 15.9, 16, 25.9, 26, 29.9, 30, 120].map(leafLevel);
    expect(levels).toEqual(['block', 'slip', 'slip', 'name', 'name', 'picture', 'picture', 'role', 'role']);
  });
});

describe('a heading', () => {
  it('is as high as the map laid it out', () => {
    const large = { x: 0, y: 0, w: 10_000, h: 10_000 };
    expect(bandOf(territory(1, large))).toBe(300);
    expect(bandOf(territory(1, large, smallHeading))).toBe(48);
  });

  it('has its text in its own band and in view, in whole pixels', () => {
    const box = fc.record({
      x: fc.double({ min: -5000, max: 900, noNaN: true }),
      y: fc.double({ min: -5000, max: 900, noNaN: true }),
      w: fc.double({ min: 1, max: 9000, noNaN: true }),
      h: fc.double({ min: 1, max: 9000, noNaN: true }),
    });
    fc.assert(
      fc.property(box, fc.double({ min: 0, max: 400, noNaN: true }), (around, band) => {
        const place = headingPlace(around, band, view);
        if (place === null) return;
        expect(band).toBeGreaterThanOrEqual(leastBand);
        const inBand = { ...around, h: band };
        for (const { line, size } of [place, ...(place.second === null ? [] : [place.second])]) {
          expect(Number.isInteger(size)).toBe(true);
          expect(within(line, inBand)).toBe(true);
          expect(line.x).toBeGreaterThanOrEqual(0);
          expect(line.x + line.w).toBeLessThanOrEqual(view.w);
        }
      }),
    );
  });

  it('stays at the edge of the view as long as there is room for it in its band', () => {
    const box = { x: -400, y: -30, w: 2000, h: 900 };
    expect(headingPlace(box, 60, view)?.line).toMatchObject({ x: 10, y: -7 });
    expect(headingPlace({ ...box, y: -10 }, 60, view)?.line).toMatchObject({ x: 10, y: 6 });
    expect(headingPlace({ ...box, y: -90 }, 60, view)).toBeNull();
  });
});

describe('names', () => {
  const wide = () => 120;
  const drawn = (items: readonly Item[], scale: number) =>
    labelsOf(
      items.map((item) => ({
        item,
        box: { x: item.x * scale, y: item.y * scale, w: item.w * scale, h: item.h * scale },
      })),
      scale,
      view,
      wide,
    );

  it('stand over what is in the territory where the heading is too low, the inner ones below the outer ones', () => {
    const items = [
      territory(1, { x: 0, y: 0, w: 8000, h: 6000 }, smallHeading),
      territory(2, { x: 8, y: 48, w: 7900, h: 5000 }, smallHeading),
      territory(3, { x: 16, y: 96, w: 300, h: 4000 }, smallHeading),
    ];
    const labels = drawn(items, 0.1);
    expect(labels.map(({ item, isOver }) => [item.key, isOver])).toEqual([
      [1, true],
      [2, true],
    ]);
    expect(labels.map(({ place }) => place.line.y)).toEqual([2, 17]);
    expect(drawn(items, 0.3).map(({ item, isOver }) => [item.key, isOver])).toContainEqual([3, false]);
  });

  it('are asked for from the scale on at which they are drawn', () => {
    const item = territory(1, { x: 0, y: 0, w: 900, h: 240 });
    expect(namedFrom(item)).toBe(0.1);
    expect(drawn([item], 0.1)).toHaveLength(1);
    expect(drawn([item], 0.099)).toHaveLength(0);
    expect(namedFrom(territory(1, { x: 0, y: 0, w: 216, h: 104 }))).toBe(leastBand / 48);
  });

  it('never cover one another, and never leave their territory', () => {
    /** Territories in one another and beside one another, each below the heading of the one around it. */
    const inside = (around: Item, depth: number, parts: readonly number[]): Item[] => {
      if (depth === 0) return [];
      const top = bandOf(around);
      const all = parts.reduce((sum, part) => sum + part, 0);
      let x = around.x + 8;
      return parts.flatMap((part, nth) => {
        const w = ((around.w - 16) * part) / all;
        const box = { x, y: around.y + top, w: w - 8, h: around.h - top - 8 };
        x += w;
        if (box.w < 216 || box.h < 104) return [];
        const inner = territory(around.key * 10 + nth, box, nth % 2 === 0 ? smallHeading : 0);
        return [inner, ...inside(inner, depth - 1, parts)];
      });
    };
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 3 }),
        fc.double({ min: 0.02, max: 1, noNaN: true }),
        (parts, scale) => {
          const whole = territory(1, { x: 0, y: 0, w: 9000, h: 7000 });
          const labels = drawn([whole, ...inside(whole, 5, parts)], scale);
          for (const [nth, { item, place }] of labels.entries()) {
            const box = { x: item.x * scale, y: item.y * scale, w: item.w * scale, h: item.h * scale };
            expect(within(place.line, box)).toBe(true);
            for (const other of labels.slice(nth + 1)) expect(overlap(place.line, other.place.line)).toBe(false);
          }
        },
      ),
    );
  });
});
