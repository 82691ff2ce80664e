/** What is drawn of the organisation crosses as bytes and comes out as it went in. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  countIn,
  countOf,
  createItemWriter,
  extraOf,
  type Item,
  itemBytes,
  itemKinds,
  personExtra,
  readItems,
  writeItems,
} from '../../../contract/organisation-items.ts';

const float = fc.float({ noNaN: true });
const item: fc.Arbitrary<Item> = fc.record({
  kind: fc.constantFrom(...itemKinds),
  key: fc.integer({ min: 0, max: 2 ** 28 - 1 }),
  extra: fc.integer({ min: 0, max: 2 ** 32 - 1 }),
  x: float,
  y: float,
  w: float,
  h: float,
});

describe('items', () => {
  it('come out as they went in, wherever in a buffer they lie', () => {
    fc.assert(
      fc.property(fc.array(item), fc.nat(40), (items, before) => {
        const bytes = writeItems(items);
        expect(bytes.byteLength).toBe(items.length * itemBytes);
        const within = new Uint8Array(before + bytes.byteLength);
        within.set(bytes, before);
        expect(readItems(within.subarray(before))).toEqual(items);
      }),
    );
  });

  it('are left out where they are not whole or of a kind that is not known', () => {
    const bytes = writeItems([
      { kind: 'card', key: 1, extra: 0, x: 0, y: 0, w: 1, h: 1 },
      { kind: 'card', key: 2, extra: 0, x: 0, y: 0, w: 1, h: 1 },
    ]);
    new DataView(bytes.buffer).setUint32(0, 0xf0000001, true);
    expect(readItems(bytes).map(({ key }) => key)).toEqual([2]);
    expect(readItems(bytes.subarray(itemBytes, 2 * itemBytes - 1))).toEqual([]);
  });

  it('have no key that would be read as a kind', () => {
    expect(() => writeItems([{ kind: 'card', key: 2 ** 28, extra: 0, x: 0, y: 0, w: 1, h: 1 }])).toThrow(RangeError);
  });
});

describe('a writer of items', () => {
  it('writes the same one by one, begins again, and has room for so many', () => {
    fc.assert(
      fc.property(fc.array(item, { minLength: 1 }), (items) => {
        const { put, bytes, clear, count } = createItemWriter(items.length);
        const putAll = () => {
          for (const { kind, key, extra, x, y, w, h } of items) put(itemKinds.indexOf(kind), key, extra, x, y, w, h);
        };
        putAll();
        expect(count()).toBe(items.length);
        expect(() => put(0, 1, 0, 0, 0, 0, 0)).toThrow(RangeError);
        clear();
        expect(bytes()).toHaveLength(0);
        putAll();
        expect(bytes()).toEqual(writeItems(items));
      }),
    );
  });
});

describe('the number beside the key', () => {
  it('holds marks, level and colour, the level up to 255', () => {
    const byte = fc.integer({ min: 0, max: 255 });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 0xffff }), fc.nat(30_000), byte, (marks, level, colour) => {
        const expected = { marks, level: Math.min(level, 255), colour };
        expect(personExtra({ extra: extraOf({ marks, level, colour }) })).toEqual(expected);
      }),
    );
  });

  it('holds a count and whether those counted are shown', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 31 - 1 }), fc.boolean(), (count, isOpen) => {
        expect(countIn({ extra: countOf(count, isOpen) })).toEqual({ count, isOpen });
      }),
    );
  });
});
