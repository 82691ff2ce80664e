import { expect, it } from 'vitest';
import type { Forest } from '../../../electron/organisation/forest.ts';
import { boxAt, layOutMap, type MapLayout } from '../../../electron/organisation/map-layout.ts';
import type { MapMemory } from '../../../electron/organisation/map-memory.ts';
import { demoManagers, forestFrom } from './forest-from.ts';
import { coverage } from './map-faults.ts';

const people = 100_000;
const managers = demoManagers(people);

it('of 100,000 people 200 leave, and 1 % of the territories at most move by more than 2 % of the map', () => {
  const before = forestFrom(managers);
  const first = layOutMap(before, null);
  for (const seed of [1, 2]) {
    const gone = drawn(200, seed);
    const after = forestFrom(managers, { isGone: (person) => gone.has(person) });
    const { layout } = layOutMap(after, first.memory);
    expect(shareThatMoved({ forest: before, layout: first.layout }, { forest: after, layout })).toBeLessThan(0.01);
    expect(coverage(layout, after)).toBeGreaterThan(0.12);
  }
});

/** A top with teams of so many people, who lead nobody; `alone` more report to the top. */
const teams = (sizes: readonly number[], alone = 0): number[] => [
  -1,
  ...sizes.map(() => 0),
  ...sizes.flatMap((size, team) => Array.from({ length: size }, () => team + 1)),
  ...Array.from({ length: alone }, () => 0),
];
const laidOut = (organisation: number[], memory: MapMemory | null = null) => {
  const forest = forestFrom(organisation);
  return { forest, ...layOutMap(forest, memory) };
};
const areaOf = ({ widths, heights }: MapLayout) => (widths[0] ?? 0) * (heights[0] ?? 0);
/** Where the heads of the first teams are, from the first one of them. */
const beside = ({ forest, layout }: Drawn, count: number) => {
  const boxes = Array.from({ length: count }, (_, team) => boxAt(layout, forest, forest.placeOf[team + 2] ?? 0));
  return boxes.map(({ x, y }) => [x - (boxes[0]?.x ?? 0), y - (boxes[0]?.y ?? 0)]);
};

it('the first one who leads nobody pushes the teams down, and they stay beside one another', () => {
  const sizes = [40, 31, 22, 13, 9, 8, 8, 7];
  const first = laidOut(teams(sizes));
  const next = laidOut(teams(sizes, 1), first.memory);
  expect(beside(next, sizes.length)).toEqual(beside(first, sizes.length));
  const last = laidOut(teams(sizes), next.memory);
  expect(beside(last, sizes.length)).toEqual(beside(first, sizes.length));
  expect(areaOf(last.layout)).toBe(areaOf(first.layout));
});

it('what has become much worse than it could be is laid out again', () => {
  const sizes = [12, 12, 12, 12, 12, 12, 12, 12, 12];
  const grown = sizes.with(4, 900);
  const kept = laidOut(teams(grown), laidOut(teams(sizes)).memory);
  expect(areaOf(kept.layout)).toBeLessThan(1.3 * areaOf(laidOut(teams(grown)).layout));
});

type Drawn = { readonly forest: Forest; readonly layout: MapLayout };

function drawn(count: number, seed: number): ReadonlySet<number> {
  const some = new Set<number>();
  for (let state = seed; some.size < count; ) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    some.add((state >>> 8) % people);
  }
  return some;
}

/** Of those who lead others before and after. */
function shareThatMoved(before: Drawn, after: Drawn): number {
  const middles = ({ forest, layout }: Drawn) => {
    const { territories, lefts, tops, widths, heights } = layout;
    const across = widths[0] ?? 0;
    const down = heights[0] ?? 0;
    return new Map(
      Array.from(territories.places, (place, at) => [
        forest.keys[place] ?? 0,
        {
          x: ((lefts[at] ?? 0) + (widths[at] ?? 0) / 2) / across,
          y: ((tops[at] ?? 0) + (heights[at] ?? 0) / 2) / down,
        },
      ]),
    );
  };
  const was = middles(before);
  const both = [...middles(after)].flatMap(([key, now]) => {
    const then = was.get(key);
    return then === undefined ? [] : [Math.max(Math.abs(now.x - then.x), Math.abs(now.y - then.y))];
  });
  expect(both.length).toBeGreaterThan(10_000);
  return both.filter((by) => by > 0.02).length / both.length;
}
