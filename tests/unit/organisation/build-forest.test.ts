/** The forest beside a slow model, and shapes that no organisation has. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { marks, noStatus, statusInMarks } from '../../../contract/organisation-marks.ts';
import { countBelow, type Forest } from '../../../electron/organisation/forest.ts';
import { statusToNumber } from '../../../electron/sqlite/status-order.ts';
import { type Planted, placesOf, plant } from './planted.ts';

const size = 14;
const planted: fc.Arbitrary<Planted> = fc
  .record({
    managers: fc.array(fc.integer({ min: 0, max: size }), { minLength: size, maxLength: size }),
    codes: fc.array(fc.option(fc.integer({ min: 0, max: 4 }), { freq: 4 }), { minLength: size, maxLength: size }),
    begun: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: size, maxLength: size }),
    names: fc.shuffledSubarray(
      Array.from({ length: size }, (_, nth) => nth + 1),
      { minLength: size },
    ),
  })
  .map(({ managers, codes, begun, names }) => {
    // Nobody is their own manager, and who is only named has one and is none.
    const statuses = codes.map((code, nth) => (managers.includes(nth + 1) || managers[nth] === 0 ? (code ?? 0) : code));
    const others = managers.map((manager, nth) => (manager === nth + 1 ? 0 : manager));
    const stored = others.map((manager, nth) => (manager === 0 ? (statuses[nth] ?? 0) : (statuses[nth] ?? null)));
    return { managers: others, statuses: stored, begun, byName: names.filter((key) => stored[key - 1] !== null) };
  });

/** The same in the plainest way: who is under who once circles are cut, and who was cut from whom. */
function model({ managers, begun = [] }: Planted) {
  const managerOf = new Map(managers.map((manager, nth) => [nth + 1, manager]));
  const cuts = new Map<number, number>();
  for (const start of managerOf.keys()) {
    const way = [start];
    for (let next = managerOf.get(start) ?? 0; next !== 0; next = managerOf.get(next) ?? 0) {
      if (!way.includes(next)) {
        way.push(next);
        continue;
      }
      const circle = way.slice(way.indexOf(next));
      const [cut = 0] = circle.sort((a, b) => (begun[a - 1] ?? 0) - (begun[b - 1] ?? 0) || a - b);
      cuts.set(cut, managerOf.get(cut) ?? 0);
      managerOf.set(cut, 0);
      break;
    }
  }
  const peopleOf = (key: number) => [...managerOf].filter(([, manager]) => manager === key).map(([person]) => person);
  const below = (key: number): number[] => peopleOf(key).flatMap((person) => [person, ...below(person)]);
  return { managerOf, cuts, peopleOf, below };
}

const peopleAt = (forest: Forest, place: number) => placesOf(forest).filter((one) => forest.parent[one] === place);
const keyAt = (forest: Forest, place: number) => forest.keys[place] ?? 0;

describe('the forest', () => {
  it('has everybody once, under their manager, as one range with everybody below', () => {
    fc.assert(
      fc.property(planted, (given) => {
        const forest = plant(given);
        const { managerOf, below } = model(given);
        expect([...forest.keys].sort((a, b) => a - b)).toEqual([0, ...managerOf.keys()]);
        expect(forest.size[0]).toBe(forest.people + 1);
        for (const place of placesOf(forest)) {
          const key = keyAt(forest, place);
          expect(forest.placeOf[key]).toBe(place);
          expect(keyAt(forest, forest.parent[place] ?? -1)).toBe(managerOf.get(key));
          expect(forest.level[place]).toBe((forest.level[forest.parent[place] ?? -1] ?? Number.NaN) + 1);
          const range = [...forest.keys.subarray(place + 1, place + (forest.size[place] ?? 0))];
          expect(range.sort((a, b) => a - b)).toEqual(below(key).sort((a, b) => a - b));
        }
      }),
    );
  });

  it('has of the people of one manager first those who lead, the largest first, then the others, all by name', () => {
    fc.assert(
      fc.property(planted, (given) => {
        const forest = plant(given);
        const { peopleOf, below } = model(given);
        const nameOf = (key: number) => {
          const rank = given.byName?.indexOf(key) ?? -1;
          return rank === -1 ? 1000 + key : rank;
        };
        for (const place of [0, ...placesOf(forest)]) {
          const key = keyAt(forest, place);
          const ordered = peopleOf(key).sort((a, b) => below(b).length - below(a).length || nameOf(a) - nameOf(b));
          const people = peopleAt(forest, place);
          expect(people.map((one) => keyAt(forest, one))).toEqual(ordered);
          expect(people.map((one) => forest.nth[one])).toEqual([...people.keys()]);
          expect(forest.direct[place]).toBe(people.length);
          const end = place + (forest.size[place] ?? 0);
          expect(forest.leaf[place]).toBe(people.find((one) => forest.size[one] === 1) ?? end);
        }
      }),
    );
  });

  it('counts everybody below by one subtraction', () => {
    fc.assert(
      fc.property(planted, (given) => {
        const forest = plant(given);
        const { below } = model(given);
        const { sums } = forest;
        const codeOf = (key: number) => given.statuses?.[key - 1];
        for (const place of [0, ...placesOf(forest)]) {
          const under = below(keyAt(forest, place));
          const of = (code: number | null) => under.filter((key) => codeOf(key) === code).length;
          expect(countBelow(forest, sums.inactive, place)).toBe(of(statusToNumber('inactive')));
          expect(countBelow(forest, sums.deleted, place)).toBe(of(statusToNumber('deleted')));
          expect(countBelow(forest, sums.unknown, place)).toBe(of(statusToNumber('unknown')));
          expect(countBelow(forest, sums.gone, place)).toBe(of(statusToNumber('not-found')));
          expect(countBelow(forest, sums.notFetched, place)).toBe(of(null));
          expect(countBelow(forest, sums.notFound, place)).toBe(0);
        }
        expect(forest.marks[0]).toBe(noStatus);
      }),
    );
  });

  it('cuts circles where the claim was seen first, and says who lists that person', () => {
    fc.assert(
      fc.property(planted, (given) => {
        const forest = plant(given);
        const { cuts } = model(given);
        const cut = [...forest.cutAt].map((place, nth) => [
          keyAt(forest, place),
          keyAt(forest, forest.cutFrom[nth] ?? 0),
        ]);
        expect(new Map(cut as [number, number][])).toEqual(cuts);
        expect([...forest.cutAt]).toEqual([...forest.cutAt].sort((a, b) => a - b));
        const marked = placesOf(forest).filter((place) => ((forest.marks[place] ?? 0) & marks.circle) !== 0);
        expect(marked).toEqual([...forest.cutAt]);
        for (const place of placesOf(forest))
          expect(statusInMarks(forest.marks[place] ?? 0)).toBe(
            statusInMarks(given.statuses?.[keyAt(forest, place) - 1] ?? noStatus),
          );
      }),
    );
  });

  it('is empty where nobody is known', () => {
    const forest = plant({ managers: [] });
    expect(forest).toMatchObject({
      people: 0,
      size: Int32Array.of(1),
      leaf: Int32Array.of(1),
      direct: Int32Array.of(0),
    });
    expect(countBelow(forest, forest.sums.deleted, 0)).toBe(0);
  });
});

describe('whatever the data does', () => {
  it('a manager who is not stored is in it with their people', () => {
    const forest = plant({ managers: [0, 1], statuses: [null, 0] });
    expect([...forest.keys]).toEqual([0, 1, 2]);
    expect(forest.marks[1]).toBe(noStatus | marks.notFetched);
  });

  const many = 20_000;
  const numbers = (length: number, of: (nth: number) => number) => Array.from({ length }, (_, nth) => of(nth));

  it('a chain of 20,000 goes 20,000 deep', () => {
    const forest = plant({ managers: numbers(many, (nth) => nth) });
    expect(forest.level[many]).toBe(many);
    expect(forest.size[1]).toBe(many);
  });

  it('a ring of 20,000 is cut once, at the first', () => {
    const forest = plant({
      managers: numbers(many, (nth) => nth || many),
      begun: numbers(many, (nth) => (nth === 7 ? 0 : 1)),
    });
    expect(forest.keys[1]).toBe(8);
    expect([...forest.cutAt]).toEqual([1]);
    expect([...forest.cutFrom]).toEqual([many]);
    expect(forest.level[many]).toBe(many);
  });

  it('one manager of 200,000 has them all, by name', () => {
    const forest = plant({ managers: numbers(200_001, (nth) => (nth === 0 ? 0 : 1)) });
    expect(forest.direct[1]).toBe(200_000);
    expect(forest.keys.every((key, place) => key === place)).toBe(true);
    expect(forest.leaf[1]).toBe(2);
  });

  it('50,000 tops who lead one each stand beside one another', () => {
    const forest = plant({ managers: numbers(100_000, (nth) => (nth % 2 === 0 ? 0 : nth)) });
    expect(forest.direct[0]).toBe(50_000);
    expect(forest.leaf[0]).toBe(100_001);
    expect(forest.keys.every((key, place) => key === place)).toBe(true);
  });

  it('50,000 pairs who list each other are 50,000 tops', () => {
    const forest = plant({ managers: numbers(100_000, (nth) => (nth % 2 === 0 ? nth + 2 : nth)) });
    expect(forest.cutAt).toHaveLength(50_000);
    expect(forest.direct[0]).toBe(50_000);
  });
});
