import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codedColours, divisionColours } from '../../../electron/organisation/map-colours.ts';
import { layOutMap } from '../../../electron/organisation/map-layout.ts';
import type { MapMemory } from '../../../electron/organisation/map-memory.ts';
import { territoriesOf } from '../../../electron/organisation/territories.ts';
import { forestFrom } from './forest-from.ts';
import { organisations } from './organisations.ts';

/** The division of everybody in the order of their numbers; the people of `managers` in order, as `forestFrom` takes them. */
function divisions(managers: number[], memory: MapMemory | null = null) {
  const forest = forestFrom(managers);
  const map = layOutMap(forest, memory);
  const colours = divisionColours(forest, map.layout);
  return { of: managers.map((_, person) => colours.people[forest.placeOf[person + 1] ?? 0]), memory: map.memory };
}

describe('divisions', () => {
  it('are what the people of the largest top lead, where that is more than half of all', () => {
    //                        0  1  2  3  4  5  6  7   8
    expect(divisions([-1, 0, 0, 1, 1, 2, 0, -1, 7]).of).toEqual([0, 1, 2, 1, 1, 2, 0, 0, 0]);
  });

  it('are the tops where none has more than half', () => {
    expect(divisions([-1, -1, 0, 0, 1, 1, -1]).of).toEqual([1, 2, 1, 1, 2, 2, 0]);
  });

  it('are looked for further down where somebody leads only one who leads others', () => {
    expect(divisions([-1, 0, 1, 1, 2, 2, 3]).of).toEqual([0, 0, 1, 2, 1, 1, 2]);
  });

  it('stay what they were when another becomes the largest', () => {
    const first = divisions([-1, 0, 0, 1, 1, 1, 2, 2]);
    expect(first.of).toEqual([0, 1, 2, 1, 1, 1, 2, 2]);
    const grown = [-1, 0, 0, 1, 1, 1, 2, 2, 2, 2];
    expect(divisions(grown, first.memory).of).toEqual([0, 1, 2, 1, 1, 1, 2, 2, 2, 2]);
    expect(divisions(grown).of).toEqual([0, 2, 1, 2, 2, 2, 1, 1, 1, 1]);
  });
});

describe('a colour of many', () => {
  it('has the code that most of those have who are not usual, and how many these are', () => {
    fc.assert(
      fc.property(organisations, fc.array(fc.nat({ max: 7 }), { minLength: 1 }), (managers, drawn) => {
        const forest = forestFrom(managers);
        const territories = territoriesOf(forest);
        const codeAt = Uint8Array.from({ length: forest.people + 1 }, (_, place) => drawn[place % drawn.length] ?? 0);
        const colours = codedColours(forest, territories, codeAt);
        expect(colours.people).toBe(codeAt);
        for (const [territory, place] of territories.places.entries()) {
          const end = place + (forest.size[place] ?? 0);
          expect(colours.territories[territory]).toBe(plainMix(codeAt.slice(Math.max(1, place), end)));
          expect(colours.cards[territory]).toBe(plainMix(codeAt.slice(forest.leaf[place] ?? end, end)));
        }
      }),
    );
  });

  it('is 0 of those who are all usual, and not of one in a thousand who is not', () => {
    const forest = forestFrom([-1, ...Array.from({ length: 1000 }, () => 0)]);
    const codes = new Uint8Array(1002);
    const territories = territoriesOf(forest);
    expect(codedColours(forest, territories, codes).cards[1]).toBe(0);
    codes[700] = 3;
    expect(codedColours(forest, territories, codes).cards[1]).toBe(0x13);
  });
});

function plainMix(codes: Uint8Array): number {
  const counts = Array.from({ length: 8 }, (_, code) => codes.filter((one) => one === code).length);
  const unusual = codes.length - (counts[0] ?? 0);
  if (unusual === 0) return 0;
  const [, ...others] = counts;
  return Math.ceil((15 * unusual) / codes.length) * 16 + 1 + others.indexOf(Math.max(...others));
}
