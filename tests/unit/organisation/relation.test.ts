/** Two people of any organisation: their lowest common manager and the ways down are those of a plain walk. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mostWaySteps } from '../../../contract/bounds.ts';
import {
  firstAboveBoth,
  isInCircle,
  lowestAboveBoth,
  type OthersOf,
  shorterByOthers,
  topAbove,
  wayDown,
} from '../../../electron/organisation/relation.ts';
import { forestFrom } from './forest-from.ts';
import { organisations } from './organisations.ts';
import { plant } from './planted.ts';

const nobody: OthersOf = () => [];
/** Somebody and everybody above, from them on. */
function lineOf(managers: ArrayLike<number>, person: number): number[] {
  const line: number[] = [];
  for (let at = person; at >= 0; at = managers[at] ?? -1) line.push(at);
  return line;
}
const two = organisations
  .filter((managers) => managers.length > 0)
  .chain((managers) =>
    fc.tuple(fc.constant(managers), fc.nat({ max: managers.length - 1 }), fc.nat({ max: managers.length - 1 })),
  );

describe('two people', () => {
  it('have the lowest common manager of a plain walk, in either order', () => {
    fc.assert(
      fc.property(two, ([managers, one, other]) => {
        const forest = forestFrom(managers);
        const place = (person: number) => forest.placeOf[person + 1] ?? 0;
        const personAt = (at: number) => (forest.keys[at] ?? 0) - 1;
        const [up, otherUp] = [lineOf(managers, one), lineOf(managers, other)];
        const plain = up.find((manager) => otherUp.includes(manager)) ?? -1;
        const common = lowestAboveBoth(forest, place(one), place(other));
        expect(personAt(common)).toBe(plain);
        expect(lowestAboveBoth(forest, place(other), place(one))).toBe(common);
        const first = firstAboveBoth(forest, common, place(one), place(other));
        expect(personAt(first)).toBe(up.find((at) => at !== one && at !== other && otherUp.includes(at)) ?? -1);
        expect(personAt(topAbove(forest, place(one)))).toBe(up.at(-1));
        for (const [person, line] of [
          [one, up],
          [other, otherUp],
        ] as const) {
          const way = line.slice(0, plain === -1 ? undefined : line.indexOf(plain)).reverse();
          const { levels, places, skipped, skippedAfter } = wayDown(forest, common, place(person));
          expect(levels).toBe(way.length);
          expect(places.length).toBeLessThanOrEqual(mostWaySteps);
          expect(places.length + skipped).toBe(levels);
          const told = way.filter((_, nth) => nth < skippedAfter || nth >= skippedAfter + skipped);
          expect(places.map(personAt)).toEqual(told);
        }
      }),
    );
  });

  it('have the shortest way of a plain walk over all claims, where that is shorter than by their managers', () => {
    const claims = fc.array(fc.tuple(fc.nat({ max: 149 }), fc.nat({ max: 149 })), { maxLength: 40 });
    fc.assert(
      fc.property(two, claims, ([managers, one, other], more) => {
        const forest = forestFrom(managers);
        const place = (person: number) => forest.placeOf[person + 1] ?? 0;
        const claiming = (person: number) =>
          more.flatMap(([manager, report]) =>
            report === person && manager < managers.length && manager !== person && manager !== managers[person]
              ? [manager]
              : [],
          );
        const othersOf: OthersOf = (at) => claiming((forest.keys[at] ?? 0) - 1).map(place);
        const above = (person: number) => [managers[person] ?? -1, ...claiming(person)].filter((at) => at >= 0);
        const [near, far] = [plainSteps(above, one), plainSteps(above, other)];
        const sums = managers.flatMap((_, at) => (near[at] ?? Infinity) + (far[at] ?? Infinity));
        const shortest = Math.min(...sums);
        const common = lowestAboveBoth(forest, place(one), place(other));
        const own = wayDown(forest, common, place(one)).levels + wayDown(forest, common, place(other)).levels;
        const steps = common === 0 ? null : own;
        const found = shorterByOthers(forest, othersOf, { a: place(one), b: place(other), steps });
        expect(found === null).toBe(shortest >= (steps ?? Infinity));
        if (found === null) return;
        expect(found.toA.levels + found.toB.levels).toBe(shortest);
        expect(found.claims.length).toBeGreaterThan(0);
        for (const { manager, person } of found.claims) expect(othersOf(person)).toContain(manager);
      }),
    );
  });
});

/** By person, how many claims it takes up to them. */
function plainSteps(above: (person: number) => number[], from: number): (number | undefined)[] {
  const steps: (number | undefined)[] = [];
  let level = [from];
  for (let up = 0; level.length > 0; up += 1) {
    for (const at of level) steps[at] = up;
    level = [...new Set(level.flatMap(above))].filter((at) => steps[at] === undefined);
  }
  return steps;
}

describe('whatever the organisation looks like', () => {
  const many = 20_000;

  it('a chain of 20,000 is walked, of which the beginning and the end are told', () => {
    const forest = forestFrom(Array.from({ length: many }, (_, nth) => nth - 1));
    expect(lowestAboveBoth(forest, many, 1)).toBe(1);
    const way = wayDown(forest, 1, many);
    expect(way).toMatchObject({ levels: many - 1, skipped: many - 1 - mostWaySteps, skippedAfter: 5 });
    expect(way.places.slice(0, 6)).toEqual([2, 3, 4, 5, 6, many - 19]);
    expect(shorterByOthers(forest, nobody, { a: many, b: 1, steps: many - 1 })).toBeNull();
  });

  it('in a ring of 20,000 everybody is known to stand in it', () => {
    const forest = plant({ managers: Array.from({ length: many }, (_, nth) => (nth === 0 ? many : nth)) });
    expect(forest.cutAt).toHaveLength(1);
    expect([1, 2, many].map((place) => isInCircle(forest, place))).toEqual([true, true, true]);
    expect(lowestAboveBoth(forest, many, 2)).toBe(2);
  });

  it('who stands below a circle is not in it', () => {
    // 1 → 2 → 1, and 3 below 2, and 4 apart.
    const forest = plant({ managers: [2, 1, 2, 0] });
    const place = (key: number) => forest.placeOf[key] ?? 0;
    expect([1, 2, 3, 4].map((key) => isInCircle(forest, place(key)))).toEqual([true, true, false, false]);
  });

  it('of 50,000 tops no two have a manager', () => {
    const forest = forestFrom(new Array(50_000).fill(-1));
    expect(lowestAboveBoth(forest, 1, 50_000)).toBe(0);
    expect(wayDown(forest, 0, 7)).toEqual({ levels: 1, places: [7], skipped: 0, skippedAfter: 0 });
    expect(shorterByOthers(forest, nobody, { a: 1, b: 50_000, steps: null })).toBeNull();
  });
});
