/** Counts by running sums are those that counting finds, in any organisation. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mostItems } from '../../../contract/bounds.ts';
import { shareSteps } from '../../../contract/map-colours.ts';
import { readItems } from '../../../contract/organisation-items.ts';
import { marks } from '../../../contract/organisation-marks.ts';
import { drawnMap } from '../../../electron/organisation/drawn-map.ts';
import { divisionColours, spotlightColours } from '../../../electron/organisation/map-colours.ts';
import { layOutMap } from '../../../electron/organisation/map-layout.ts';
import { createMapViews } from '../../../electron/organisation/map-view.ts';
import { runningSum, shareBelow } from '../../../electron/organisation/shares.ts';
import { nextMatch } from '../../../electron/organisation/spotlights.ts';
import { demoManagers, forestFrom } from './forest-from.ts';
import { organisations } from './organisations.ts';

/** Of an organisation: who matches, and who is only named, each by a drawn list that is gone round. */
const cases = fc.record({
  managers: organisations,
  drawn: fc.array(fc.constantFrom('match', 'named', 'gone', 'other'), { minLength: 1 }),
});
const litFrom = (managers: ArrayLike<number>, drawn: readonly string[]) => {
  const what = (key: number) => drawn[key % drawn.length] ?? 'other';
  const named = { named: marks.notFetched, gone: marks.notFound };
  const forest = forestFrom(managers, {
    marksOf: (person) => named[what(person + 1) as keyof typeof named] ?? 0,
  });
  const matches = Uint8Array.from(forest.keys, (key, place) => Number(place > 0 && what(key) === 'match'));
  const isKnown = (place: number) => !['named', 'gone'].includes(what(forest.keys[place] ?? 0));
  return { forest, isKnown, lit: { matches, sum: runningSum(forest.people, (place) => matches[place] === 1) } };
};
const range = (from: number, end: number) => Array.from({ length: Math.max(0, end - from) }, (_, nth) => from + nth);

describe('a share', () => {
  it('is of those below who are stored', () => {
    fc.assert(
      fc.property(cases, ({ managers, drawn }) => {
        const { forest, isKnown, lit } = litFrom(managers, drawn);
        for (let place = 0; place <= forest.people; place += 1) {
          const below = range(place + 1, place + (forest.size[place] ?? 0));
          expect(shareBelow(forest, lit.sum, place)).toEqual({
            count: below.filter((one) => lit.matches[one] === 1).length,
            of: below.filter(isKnown).length,
          });
        }
      }),
    );
  });

  it('is a step: of a heading of those below, of what is drawn as one of all in it', () => {
    fc.assert(
      fc.property(cases, ({ managers, drawn }) => {
        const { forest, isKnown, lit } = litFrom(managers, drawn);
        const { layout } = layOutMap(forest, null);
        const colours = spotlightColours(forest, layout.territories, lit);
        const step = (places: readonly number[]) => {
          const count = places.filter((one) => lit.matches[one] === 1).length;
          const share = count / places.filter(isKnown).length;
          const [five, ten, quarter, half] = shareSteps;
          if (count === 0) return 0;
          return 0x10 * (share <= five ? 1 : share <= ten ? 2 : share <= quarter ? 3 : share <= half ? 4 : 5) + 1;
        };
        for (const [territory, place] of layout.territories.places.entries()) {
          const end = place + (forest.size[place] ?? 0);
          expect(colours.territories[territory]).toBe(step(range(place + 1, end)));
          expect(colours.blocks[territory]).toBe(step(range(Math.max(1, place), end)));
          expect(colours.cards[territory]).toBe(step(range(forest.leaf[place] ?? end, end)));
        }
      }),
    );
  });
});

describe('the next match', () => {
  it('is the first after somebody, round at the end, and before them the last', () => {
    fc.assert(
      fc.property(cases, fc.nat(), ({ managers, drawn }, at) => {
        const { lit } = litFrom(managers, drawn);
        const from = at % lit.matches.length;
        const all = range(1, lit.matches.length).filter((place) => lit.matches[place] === 1);
        expect(nextMatch(lit, from, false)).toBe(all.find((place) => place > from) ?? all[0] ?? 0);
        expect(nextMatch(lit, from, true)).toBe(all.findLast((place) => place < from) ?? all.at(-1) ?? 0);
      }),
    );
  });
});

describe('the view of a map with shares', () => {
  const viewOf = createMapViews();

  it('has those of its headings, in their order, and takes no more room than without', () => {
    const managers = demoManagers(30_000);
    const { forest, lit } = litFrom(managers, ['match', 'other', 'other', 'named', 'other', 'gone', 'other']);
    const { layout } = layOutMap(forest, null);
    const map = drawnMap(forest, layout, spotlightColours(forest, layout.territories, lit), lit);
    const plain = drawnMap(forest, layout, divisionColours(forest, layout));
    const whole = { x: 0, y: 0, w: layout.widths[0] ?? 0, h: layout.heights[0] ?? 0 };
    for (const scale of [0.02, 0.05, 0.2, 1]) {
      const { items, shares } = viewOf(map, whole, scale);
      const headings = readItems(items).filter(({ kind }) => kind === 'heading');
      expect(headings.length).toBeGreaterThan(5);
      const numbers = new Int32Array(shares?.buffer ?? new ArrayBuffer());
      expect(Array.from(numbers)).toEqual(
        headings.flatMap(({ key }) => {
          const { count, of } = shareBelow(forest, lit.sum, forest.placeOf[key] ?? 0);
          return [count, of];
        }),
      );
      expect(items.length + (shares?.length ?? 0)).toBeLessThanOrEqual(24 * mostItems);
      expect(viewOf(plain, whole, scale).shares).toBeNull();
    }
  });
});
