import { expect, it } from 'vitest';
import type { Forest } from '../../../electron/organisation/forest.ts';
import { layOutMap, type MapLayout } from '../../../electron/organisation/map-layout.ts';
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
