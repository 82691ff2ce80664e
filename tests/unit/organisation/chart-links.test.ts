/** What the page reads of a chart that the main process laid out: who stands under whom, in the order seen. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ChartShape } from '../../../contract/organisation.ts';
import { readItems, writeItems } from '../../../contract/organisation-items.ts';
import { layChart } from '../../../electron/organisation/chart-layout.ts';
import { boundsOf } from '../../../renderer/organisation/view/camera.ts';
import { branchOf, linkChart } from '../../../renderer/organisation/view/chart-links.ts';
import { forestOf } from './small-forest.ts';

const usual: ChartShape = { open: [], closed: [], beside: [], more: [], whole: [] };

function linksOf(managers: readonly number[], centre: number, shape: ChartShape) {
  const forest = forestOf(managers);
  const { items } = layChart(forest, { centre, shape, others: [] });
  const crossed = readItems(writeItems(items));
  const bounds = boundsOf(crossed) ?? { x: 0, y: 0, w: 0, h: 0 };
  return { forest, links: linkChart(crossed, bounds) };
}

describe('the links of a chart', () => {
  it('are those of the organisation, whatever is opened', () => {
    const organisation = fc
      .array(fc.nat(), { minLength: 1, maxLength: 80 })
      .map((picks) => picks.map((pick, nth) => pick % (nth + 1)));
    const asked = organisation.chain((managers) => {
      const some = fc.array(
        fc.integer({ min: 1, max: managers.length }).map((place) => place * 10),
        { maxLength: 30 },
      );
      return fc.tuple(fc.constant(managers), fc.integer({ min: 1, max: managers.length }), some, some, some);
    });
    fc.assert(
      fc.property(asked, ([managers, centre, open, closed, beside]) => {
        const { forest, links } = linksOf(managers, centre, { ...usual, open, closed, beside });
        for (const key of links.cards.keys()) {
          expect(links.managerOf.get(key)).toBe((forest.parent[key / 10] ?? 0) * 10);
        }
        for (const reports of links.reportsOf.values())
          expect([...reports].sort()).toEqual([...new Set(reports)].sort());
      }),
      { numRuns: 300 },
    );
  });

  it('have the branch of somebody, and the way to the centre', () => {
    const { links } = linksOf([0, 1, 2, 2, 1], 2, usual);
    expect(links.way).toEqual([10, 20]);
    expect(branchOf(links, 20)).toEqual([20, 30, 40]);
    expect(links.folds.get(20)).toEqual({ count: 2, isOpen: true });
  });

  it('lead from a way that is cut to somebody who has no card', () => {
    const { links } = linksOf(
      Array.from({ length: 100 }, (_, nth) => nth),
      100,
      usual,
    );
    expect(links.managerOf.get(810)).toBe(800);
    expect(links.cards.has(800)).toBe(false);
    expect(links.managerOf.get(820)).toBe(810);
  });
});
