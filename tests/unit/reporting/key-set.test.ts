/** A set of keys against the one of the language. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KeySet } from '../../../electron/reporting/key-set.ts';

describe('a set of keys', () => {
  it('has what was added, once, whatever the order and however large the keys', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 300_000 })), fc.array(fc.nat({ max: 300_000 })), (added, others) => {
        const keys = new KeySet();
        const plain = new Set<number>();
        for (const key of added) {
          expect(keys.add(key)).toBe(!plain.has(key));
          plain.add(key);
        }
        expect(keys.size).toBe(plain.size);
        for (const key of [...added, ...others]) expect(keys.has(key)).toBe(plain.has(key));
      }),
    );
  });
});
