/** Spans and layers of any branch are those of a plain count. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { marks, noStatus } from '../../../contract/organisation-marks.ts';
import { wideSpan } from '../../../contract/span-sizes.ts';
import { leadersIn, leadingIn, ofLayer, spansOf } from '../../../electron/organisation/spans.ts';
import { forestFrom } from './forest-from.ts';
import { organisations } from './organisations.ts';

const kinds = [
  0,
  1,
  2,
  3,
  4,
  noStatus | marks.notFetched,
  noStatus | marks.notFound,
  noStatus | marks.notFetched | marks.failed,
];
const branch = organisations
  .filter((managers) => managers.length > 0)
  .chain((managers) => fc.tuple(fc.constant(managers), fc.integer({ min: -1, max: managers.length - 1 }), fc.nat()));

describe('spans and layers', () => {
  it('of any branch are those of a plain count', () => {
    fc.assert(
      fc.property(branch, ([managers, top, seed]) => {
        // Who is only named has a manager.
        const marksOf = (person: number) =>
          managers[person] === -1 ? 0 : (kinds[(person * 5 + seed) % kinds.length] ?? 0);
        const forest = forestFrom(managers, { marksOf });
        const place = top === -1 ? 0 : (forest.placeOf[top + 1] ?? 0);
        const people = [...managers.keys()];
        const depthOf = (person: number): number => {
          if (person === top) return 0;
          const manager = managers[person] ?? -1;
          return manager === -1 ? (top === -1 ? 0 : Number.NaN) : depthOf(manager) + 1;
        };
        const inBranch = people.filter((person) => !Number.isNaN(depthOf(person)));
        const spanOf = (person: number) => managers.filter((manager) => manager === person).length;
        const leaders = inBranch.filter((person) => spanOf(person) > 0);
        const found = spansOf(forest, place);
        expect(found).toMatchObject({
          people: inBranch.length,
          leaders: leaders.length,
          led: leaders.reduce((sum, person) => sum + spanOf(person), 0),
          leadingOne: leaders.filter((person) => spanOf(person) === 1).length,
          leadingMany: leaders.filter((person) => spanOf(person) > wideSpan).length,
        });
        const widest = found.widest === 0 ? 0 : spanOf((forest.keys[found.widest] ?? 0) - 1);
        expect(widest).toBe(Math.max(0, ...leaders.map(spanOf)));
        const layers = 1 + Math.max(...inBranch.map(depthOf));
        expect(found.layers.length).toBe(layers * ofLayer.numbers);
        for (let layer = 0; layer < layers; layer += 1) {
          const some = inBranch.filter((person) => depthOf(person) === layer);
          const counts = kinds.map((kind) => some.filter((person) => marksOf(person) === kind).length);
          // Who could not be fetched is not fetched.
          counts[5] = (counts[5] ?? 0) + (counts[7] ?? 0);
          counts.splice(ofLayer.leaders, 0, some.filter((person) => spanOf(person) > 0).length);
          expect([...found.layers.subarray(layer * ofLayer.numbers, (layer + 1) * ofLayer.numbers)]).toEqual(counts);
        }
        const personsAt = (places: Int32Array) => [...places].map((at) => (forest.keys[at] ?? 0) - 1);
        expect(new Set(personsAt(leadersIn(forest, place)))).toEqual(new Set(leaders));
        expect(personsAt(leadingIn(forest, place, 'one')).sort()).toEqual(
          leaders.filter((person) => spanOf(person) === 1).sort(),
        );
        const many = personsAt(leadingIn(forest, place, 'many')).map(spanOf);
        expect(many).toEqual([...many].sort((one, other) => other - one));
        expect(many).toHaveLength(found.leadingMany);
      }),
    );
  });

  it('of somebody who leads nobody are one layer of one', () => {
    const forest = forestFrom([-1, 0]);
    const { people, leaders, led, widest, layers } = spansOf(forest, 2);
    expect([people, leaders, led, widest, layers.length]).toEqual([1, 0, 0, 0, ofLayer.numbers]);
  });

  it('call more than fifteen many, and no fewer', () => {
    // A top with two reports: one leads fifteen, the other sixteen.
    const forest = forestFrom([-1, 0, 0, ...new Array(wideSpan).fill(1), ...new Array(wideSpan + 1).fill(2)]);
    expect(spansOf(forest, 0)).toMatchObject({ leaders: 3, leadingMany: 1 });
    expect([...leadingIn(forest, 0, 'many')].map((place) => forest.keys[place])).toEqual([3]);
  });

  it('of nobody are none', () => {
    const { people, leaders, led, layers } = spansOf(forestFrom([]), 0);
    expect([people, leaders, led, layers.length]).toEqual([0, 0, 0, 0]);
  });

  it('of a chain of 20,000 are as many layers, and of 50,000 tops one', () => {
    const chain = spansOf(forestFrom(Array.from({ length: 20_000 }, (_, nth) => nth - 1)), 0);
    expect([chain.layers.length / ofLayer.numbers, chain.leaders, chain.leadingOne]).toEqual([20_000, 19_999, 19_999]);
    const tops = spansOf(forestFrom(new Array(50_000).fill(-1)), 0);
    expect([tops.people, tops.led, tops.leaders, tops.layers[0]]).toEqual([50_000, 0, 0, 50_000]);
  });
});
