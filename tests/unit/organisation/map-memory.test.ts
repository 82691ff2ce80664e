import { expect, it } from 'vitest';
import type { Box } from '../../../contract/organisation-items.ts';
import type { Forest } from '../../../electron/organisation/forest.ts';
import { boxAt, layOutMap, type MapLayout } from '../../../electron/organisation/map-layout.ts';
import type { MapMemory } from '../../../electron/organisation/map-memory.ts';
import { demoManagers, forestFrom } from './forest-from.ts';
import { coverage } from './map-faults.ts';

const people = 100_000;
const managers = demoManagers(people);

it.each([
  [200, 0.01, [1, 2, 4, 5]],
  [2000, 0.06, [1, 3, 5]],
])(
  'of 100,000 people %i leave, and few territories move by more than a fiftieth of the map',
  (leaving, share, seeds) => {
    const before = forestFrom(managers);
    const first = layOutMap(before, null);
    for (const seed of seeds) {
      const gone = drawn(leaving, seed);
      const after = forestFrom(managers, { isGone: (person) => gone.has(person) });
      const { layout } = layOutMap(after, first.memory);
      expect(shareThatMoved({ forest: before, layout: first.layout }, { forest: after, layout })).toBeLessThan(share);
      expect(coverage(layout, after)).toBeGreaterThan(0.12);
    }
  },
);

it('the teams of a leader who leaves stay where they lay, among the others of the manager above', () => {
  // A top with twenty divisions of six teams each.
  const sizes = [30, 22, 14, 9, 6, 4];
  const teamsOf = sizes.map((_, team) => team);
  const divisions = Array.from({ length: 20 }, (_, division) => division);
  const firstTeam = 1 + divisions.length;
  const teamOf = (division: number, team: number) => firstTeam + sizes.length * division + team;
  const organisation = [
    ...[-1, ...divisions.map(() => 0)],
    ...divisions.flatMap((division) => teamsOf.map(() => 1 + division)),
    ...divisions.flatMap((division) => sizes.flatMap((size, team) => new Array(size).fill(teamOf(division, team)))),
  ];
  const first = laidOut(organisation);
  const forest = forestFrom(organisation, { isGone: (person) => person === 2 });
  const { layout } = layOutMap(forest, first.memory);
  const placeOf = ({ forest: of, layout: by }: Drawn, person: number) => boxAt(by, of, of.placeOf[person + 1] ?? 0);
  const before = teamsOf.map((team) => placeOf(first, teamOf(1, team)));
  const after = teamsOf.map((team) => placeOf({ forest, layout }, teamOf(1, team)));
  const from = ({ x, y }: Box, { x: left, y: top }: Box) => [x - left, y - top];
  expect(after.map((box) => from(box, after[0] as Box))).toEqual(before.map((box) => from(box, before[0] as Box)));
  // As a whole they move by what the heading and the margin around them were.
  const [x = 0, y = 0] = from(after[0] as Box, before[0] as Box);
  expect(Math.max(Math.abs(x), Math.abs(y))).toBeLessThan(100);
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
