import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layOutMap, type MapLayout } from '../../../electron/organisation/map-layout.ts';
import { memoryFromBytes, memoryToBytes } from '../../../electron/organisation/map-memory.ts';
import { demoManagers, forestFrom } from './forest-from.ts';
import { coverage, faultsOf } from './map-faults.ts';
import { organisations } from './organisations.ts';

const columnsOf = ({ territories, ...columns }: MapLayout) => columns;
const sizeOf = ({ widths, heights }: MapLayout) => ({ w: widths[0] ?? 0, h: heights[0] ?? 0 });

describe('the map of any organisation', () => {
  it('has everybody inside their manager’s territory, below its heading, and no two on one spot', () => {
    fc.assert(
      fc.property(organisations, (managers) => {
        const forest = forestFrom(managers);
        expect(faultsOf(layOutMap(forest, null).layout, forest)).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it('is the same each time, with what was remembered of it and without', () => {
    fc.assert(
      fc.property(organisations, (managers) => {
        const forest = forestFrom(managers);
        const { layout, memory } = layOutMap(forest, null);
        expect(columnsOf(layOutMap(forest, null).layout)).toEqual(columnsOf(layout));
        const again = layOutMap(forest, memoryFromBytes(memoryToBytes(memory)));
        expect(columnsOf(again.layout)).toEqual(columnsOf(layout));
        expect(again.memory).toEqual(memory);
      }),
    );
  });

  it('is a whole one with what was remembered of another', () => {
    fc.assert(
      fc.property(organisations, organisations, organisations, (first, second, third) => {
        let memory = layOutMap(forestFrom(first), null).memory;
        for (const managers of [second, third]) {
          const forest = forestFrom(managers);
          const next = layOutMap(forest, memory);
          expect(faultsOf(next.layout, forest)).toEqual([]);
          memory = next.memory;
        }
      }),
      { numRuns: 200 },
    );
  });

  it('is a whole one with what was remembered before anybody left, at any level', () => {
    fc.assert(
      fc.property(organisations, fc.array(fc.boolean(), { minLength: 1, maxLength: 40 }), (managers, leaves) => {
        const { memory } = layOutMap(forestFrom(managers), null);
        const forest = forestFrom(managers, { isGone: (person) => leaves[person % leaves.length] === true });
        const next = layOutMap(forest, memory);
        expect(faultsOf(next.layout, forest)).toEqual([]);
        expect(faultsOf(layOutMap(forestFrom(managers), next.memory).layout, forestFrom(managers))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('is a whole one with what was remembered and then damaged', () => {
    const damage = fc.array(fc.tuple(fc.nat(), fc.nat({ max: 255 })), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(organisations, damage, fc.nat({ max: 40 }), (managers, changes, cut) => {
        const forest = forestFrom(managers);
        const bytes = memoryToBytes(layOutMap(forest, null).memory).slice();
        for (const [at, byte] of changes) bytes[at % bytes.length] = byte;
        expect(memoryFromBytes(bytes.subarray(0, bytes.length - 1 - (cut % bytes.length)))).toBeNull();
        const damaged = memoryFromBytes(bytes);
        const fewer = forestFrom(managers, { isGone: (person) => person % 3 === cut % 3 });
        for (const now of [forest, fewer]) expect(faultsOf(layOutMap(now, damaged).layout, now)).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });
});

describe('the map of an organisation that is', () => {
  const of = (managers: ArrayLike<number>) => {
    const forest = forestFrom(managers);
    const { layout } = layOutMap(forest, null);
    return { forest, layout, ...sizeOf(layout) };
  };

  it('empty is a heading', () => {
    const { layout, forest, w, h } = of([]);
    expect(faultsOf(layout, forest)).toEqual([]);
    expect({ w, h }).toEqual({ w: 216, h: 56 });
  });

  it('large is readable as a whole: of 100,000 people, cards cover 12 % or more of it, at a scale of 0.012 or more', () => {
    const { layout, forest, w, h } = of(demoManagers(100_000));
    expect(faultsOf(layout, forest)).toEqual([]);
    expect(coverage(layout, forest)).toBeGreaterThan(0.12);
    expect(Math.min(1280 / w, 800 / h)).toBeGreaterThan(0.012);
  });

  it('one line of 20,000 grows by a heading for each', () => {
    const { layout, w, h } = of(Int32Array.from({ length: 20_000 }, (_, person) => person - 1));
    expect(layout.territories.count).toBe(20_000);
    // As wide as a card and two margins for each, and as high as a heading and a margin for each.
    expect(w).toBeLessThan(20_000 * 16 + 10_000);
    expect(h).toBeLessThan(20_000 * 56 + 10_000);
  });

  it('one line of 10,000 who also lead somebody alone grows by a heading for each, but for the upper ones', () => {
    const { w, h } = of(
      Int32Array.from({ length: 20_000 }, (_, person) => (person < 10_000 ? person - 1 : person - 10_000)),
    );
    // Each may add a card's width or height beside; 24 levels whose headings grow make it less than half as much again.
    expect(Math.max(w, h)).toBeLessThan(1.5 * 10_000 * 216);
  });

  it('50,000 tops with one report each is a field of them', () => {
    const { layout, forest, w, h } = of(Int32Array.from({ length: 100_000 }, (_, n) => (n < 50_000 ? -1 : n - 50_000)));
    expect(layout.territories.count).toBe(50_001);
    expect(coverage(layout, forest)).toBeGreaterThan(0.25);
    expect(w / h).toBeGreaterThan(1);
    expect(w / h).toBeLessThan(2);
  });

  it('one manager of 999,999 is a block of cards', () => {
    const { layout, forest } = of(new Int32Array(1_000_000).fill(-1, 0, 1));
    expect(layout.territories.count).toBe(2);
    expect(coverage(layout, forest)).toBeGreaterThan(0.6);
  });
});
