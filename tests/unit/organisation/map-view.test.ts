import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mostItems } from '../../../contract/bounds.ts';
import { smallHeading } from '../../../contract/map-sizes.ts';
import { type Box, type Item, personExtra, readItems } from '../../../contract/organisation-items.ts';
import { MapAsked } from '../../../contract/organisation-map.ts';
import { type DrawnMap, drawnMap } from '../../../electron/organisation/drawn-map.ts';
import { divisionColours } from '../../../electron/organisation/map-colours.ts';
import { boxAt, layOutMap } from '../../../electron/organisation/map-layout.ts';
import { createMapViews } from '../../../electron/organisation/map-view.ts';
import { territoryAt } from '../../../electron/organisation/territories.ts';
import { demoManagers, forestFrom } from './forest-from.ts';
import { childrenOf } from './map-faults.ts';
import { organisations } from './organisations.ts';

const wholeViewOf = createMapViews();
const viewOf = (...of: Parameters<typeof wholeViewOf>) => wholeViewOf(...of).items;
const mapOf = (managers: ArrayLike<number>): DrawnMap => {
  const forest = forestFrom(managers);
  const { layout } = layOutMap(forest, null);
  return drawnMap(forest, layout, divisionColours(forest, layout));
};
const extentOf = ({ layout }: DrawnMap): Box => ({ x: 0, y: 0, w: layout.widths[0] ?? 0, h: layout.heights[0] ?? 0 });
const isOutside = (box: Box, region: Box) =>
  box.x > region.x + region.w || box.y > region.y + region.h || box.x + box.w < region.x || box.y + box.h < region.y;

/** What is drawn, found plainly: as "kind key" with its box. */
function plainView({ forest, layout }: DrawnMap, region: Box, scale: number): string[] {
  const found: string[] = [];
  const add = (kind: string, place: number, box: Box) => {
    if (!isOutside(box, region)) found.push(lineOf({ kind, key: forest.keys[place] ?? 0, ...box }));
  };
  const visit = (place: number) => {
    const box = boxAt(layout, forest, place);
    const children = childrenOf(forest, place);
    const isLarge = box.w * scale >= 20 && box.h * scale >= 20 && box.w * box.h * scale ** 2 >= 60 * children.length;
    add(isLarge ? 'heading' : 'block', place, box);
    if (!isLarge || isOutside(box, region)) return;
    const alone = children.filter((child) => forest.size[child] === 1);
    const boxes = alone.map((child) => boxAt(layout, forest, child));
    if (alone.length > 0 && 40 * scale < 6)
      add('cards', place, around(boxes, layout.columns[territoryAt(layout.territories, place)]));
    else for (const [nth, child] of alone.entries()) add('card', child, boxes[nth] ?? box);
    for (const child of children) if (forest.size[child] !== 1) visit(child);
  };
  visit(0);
  return found.sort();
}

/** The rectangle that cards in so many columns stand in. */
function around(boxes: readonly Box[], columns = 1): Box {
  const x = Math.min(...boxes.map((box) => box.x));
  const y = Math.min(...boxes.map((box) => box.y));
  return { x, y, w: columns * 208 - 8, h: Math.ceil(boxes.length / columns) * 48 - 8 };
}

function lineOf({ kind, key, x, y, w, h }: Pick<Item, 'key' | keyof Box> & { readonly kind: string }): string {
  return `${kind} ${key} at ${x} ${y}, ${w} × ${h}`;
}

describe('the view of a map', () => {
  it('has what is large enough in the region, and the rest as blocks, in any organisation', () => {
    const part = fc.double({ min: -0.5, max: 1.2, noNaN: true });
    fc.assert(
      fc.property(organisations, part, part, fc.integer({ min: 1, max: 60 }), (managers, left, top, steps) => {
        const map = mapOf(managers);
        const { w, h } = extentOf(map);
        const region = { x: left * w, y: top * h, w: w / 2, h: h / 2 };
        const scale = 1.4 ** (steps / 4) / 64;
        expect(
          readItems(viewOf(map, region, scale))
            .map(lineOf)
            .sort(),
        ).toEqual(plainView(map, region, scale));
      }),
      { numRuns: 300 },
    );
  });

  it('is found for any region at any scale that may be asked for, and has no more than may be answered', () => {
    const maps = [demoManagers(1200), demoManagers(30_000)].map(mapOf);
    const side = fc.oneof(fc.double({ min: 0, max: 1e9, noNaN: true }), fc.constantFrom(0, 1, 1e9));
    const from = fc.oneof(fc.double({ min: -1e9, max: 1e9, noNaN: true }), fc.constantFrom(-1e9, 0, 5000));
    const scales = fc.oneof(
      fc.double({ min: 0, minExcluded: true, max: 64, noNaN: true }),
      fc.constantFrom(5e-324, 64),
    );
    const asked = fc.record({ region: fc.record({ x: from, y: from, w: side, h: side }), scale: scales });
    fc.assert(
      fc.property(fc.constantFrom(...maps), asked, (map, { region, scale }) => {
        const question = { region, scale, colour: 'division', latest: false, find: null };
        expect(MapAsked.safeParse(question).success).toBe(true);
        const bytes = viewOf(map, region, scale);
        expect(bytes.length).toBeLessThanOrEqual(200_000);
        for (const item of readItems(bytes)) if (isOutside(item, region)) expect(item).toBeNull();
      }),
    );
  });

  it('has outer items before inner ones', () => {
    const map = mapOf(demoManagers(1200));
    const items = readItems(viewOf(map, extentOf(map), 0.2));
    const headings = items.filter(({ kind }) => kind === 'heading');
    expect(headings.length).toBeGreaterThan(50);
    for (const [nth, item] of headings.entries()) {
      const inside = headings.slice(0, nth).filter((other) => contains(item, other));
      expect(inside).toEqual([]);
    }
  });

  it('says of a person what the forest marks, their level and their division', () => {
    const marks = (person: number) => (person === 3 ? 64 : 0);
    // One top, with two divisions: of two people, and of one.
    const forest = forestFrom([-1, 0, 0, 1, 1, 2], { marksOf: marks });
    const { layout } = layOutMap(forest, null);
    const map = drawnMap(forest, layout, divisionColours(forest, layout));
    const items = readItems(viewOf(map, extentOf(map), 1));
    const told = items.map((item) => [item.kind, item.key, personExtra(item)]);
    expect(told).toEqual([
      ['heading', 0, { marks: 7, level: 0, colour: 0 }],
      ['heading', 1, { marks: 0, level: 1, colour: 0 }],
      ['heading', 2, { marks: 0, level: 2, colour: 1 }],
      ['card', 4, { marks: 64, level: 3, colour: 1 }],
      ['card', 5, { marks: 0, level: 3, colour: 1 }],
      ['heading', 3, { marks: 0, level: 2, colour: 2 }],
      ['card', 6, { marks: 0, level: 3, colour: 2 }],
    ]);
  });
});

it('says of a heading that it stays small where the territory is of one who leads only one', () => {
  const map = mapOf([-1, 0, ...Array.from({ length: 500 }, () => 1)]);
  const headings = readItems(viewOf(map, extentOf(map), 0.2)).filter(({ kind }) => kind === 'heading');
  const isSmall = (item: Item) => (personExtra(item).marks & smallHeading) !== 0;
  expect(headings.map((item) => [item.key, isSmall(item)])).toEqual([
    [0, true],
    [1, true],
    [2, false],
  ]);
});

const large: readonly (readonly [string, () => ArrayLike<number>])[] = [
  ['100,000 people', () => demoManagers(100_000)],
  ['one line of 20,000', () => Int32Array.from({ length: 20_000 }, (_, person) => person - 1)],
  [
    '50,000 tops with one report each',
    () => Int32Array.from({ length: 100_000 }, (_, n) => (n < 50_000 ? -1 : n - 50_000)),
  ],
  ['one manager of 300,000', () => new Int32Array(300_000).fill(-1, 0, 1)],
];

describe.each(large)('the view of %s', (_, managers) => {
  it('is 8,000 items at most at any scale, and every territory in the region is among them or in a block', () => {
    const map = mapOf(managers());
    const { w, h } = extentOf(map);
    for (let scale = 0.5 * Math.min(1280 / w, 800 / h); scale < 2; scale *= 2.2) {
      for (const [left, top] of [
        [0.1, 0.2],
        [0.5, 0.5],
        [0.9, 0.7],
      ] as const) {
        const region = { x: left * w - 1920 / scale, y: top * h - 1200 / scale, w: 3840 / scale, h: 2400 / scale };
        const bytes = viewOf(map, region, scale);
        expect(bytes.length).toBeLessThanOrEqual(24 * mostItems);
        expect(bytes.length).toBeLessThanOrEqual(200_000);
        expect(missing(map, region, readItems(bytes))).toEqual([]);
      }
    }
  });
});

/** Territories in the region that are neither drawn nor below somebody who is drawn as a block. */
function missing({ forest, layout }: DrawnMap, region: Box, items: readonly Item[]): number[] {
  const shown = new Map(items.map(({ key, kind }) => [key, kind]));
  const found: number[] = [];
  const { places, count, ends } = layout.territories;
  for (let territory = 0; territory < count; ) {
    const place = places[territory] ?? 0;
    const kind = shown.get(forest.keys[place] ?? 0);
    const isIn = !isOutside(boxAt(layout, forest, place), region);
    if (isIn && kind === undefined) found.push(place);
    territory = isIn && kind !== 'block' ? territory + 1 : (ends[territory] ?? count);
  }
  return found.slice(0, 5);
}

const contains = (outer: Box, inner: Box) =>
  outer.x <= inner.x &&
  outer.y <= inner.y &&
  outer.x + outer.w >= inner.x + inner.w &&
  outer.y + outer.h >= inner.y + inner.h;
