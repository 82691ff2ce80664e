/** How many layouts are tried: by what they may gain, whatever the organisation looks like. */
import { beforeEach, expect, it, vi } from 'vitest';
import { layOutMap } from '../../../electron/organisation/map-layout.ts';
import { forestFrom } from './forest-from.ts';
import { faultsOf } from './map-faults.ts';

const tried = vi.hoisted(() => ({ packings: 0, territories: 0 }));
vi.mock('../../../electron/organisation/packing.ts', async (original) => {
  const real = await original<typeof import('../../../electron/organisation/packing.ts')>();
  return {
    ...real,
    createPacking: (...needs: Parameters<typeof real.createPacking>) => {
      const packing = real.createPacking(...needs);
      const pack: typeof packing.pack = (from, end, ...how) => {
        tried.packings += 1;
        tried.territories += end - from;
        return packing.pack(from, end, ...how);
      };
      return { ...packing, pack };
    },
  };
});
beforeEach(() => {
  Object.assign(tried, { packings: 0, territories: 0 });
});

/** Each manager has the next manager, so many leaders of one, and a card. */
function comb(levels: number, leaders: number): number[] {
  const managers: number[] = [];
  for (let level = 0, above = -1; level < levels; level += 1) {
    const manager = managers.push(above) - 1;
    managers.push(manager);
    for (let nth = 0; nth < leaders; nth += 1) managers.push(managers.push(manager) - 1);
    above = manager;
  }
  return managers;
}

it('are few at nearly every level of a line, whoever stands beside it', () => {
  const narrow = forestFrom(comb(4000, 1));
  const { layout } = layOutMap(narrow, null);
  expect(faultsOf(layout, narrow)).toEqual([]);
  // Three shapes, of which two widths and two weights are tried; and of some eighty territories 72 of each shape.
  expect(tried.packings).toBeLessThan(4000 * 12 + 100 * 216);
  Object.assign(tried, { packings: 0, territories: 0 });
  layOutMap(forestFrom(comb(200, 60)), null);
  expect(tried.territories).toBeLessThan((200 * 12 + 60 * 216) * 61);
});

it('are many where large territories lie beside one another', () => {
  layOutMap(forestFrom([-1, 0, 0, 0, ...Array.from({ length: 1200 }, (_, nth) => 1 + (nth % 3))]), null);
  expect(tried.packings).toBeGreaterThanOrEqual(200);
});
