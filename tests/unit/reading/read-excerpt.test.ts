import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstUnits } from '../../../contract/bounded-text.ts';
import { excerptOf } from '../../../electron/reading/read-excerpt.ts';

describe('excerpts of JSON', () => {
  it('are the whole of it, as JSON writes it, where there is room', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), fc.constantFrom(0, 2), (value, indent) => {
        const { text, wasCut } = excerptOf(value, 1_000_000, indent);
        expect(wasCut).toBe(false);
        expect(text).toBe(JSON.stringify(value, null, indent));
      }),
      { numRuns: 1000 },
    );
  });

  it('are never longer than the limit, begin as the whole does, and never hold half a character', () => {
    fc.assert(
      fc.property(
        fc.jsonValue({ maxDepth: 3, stringUnit: 'binary' }),
        fc.integer({ min: 2, max: 60 }),
        fc.constantFrom(0, 2),
        (value, limit, indent) => {
          const whole = excerptOf(value, 1_000_000, indent).text;
          const { text, wasCut } = excerptOf(value, limit, indent);
          expect(text.length).toBeLessThanOrEqual(limit);
          expect(wasCut).toBe(whole.length > limit);
          expect(whole.startsWith(wasCut ? text.slice(0, -1) : text)).toBe(true);
          expect(text.isWellFormed()).toBe(true);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('say with an ellipsis where nesting goes on below forty levels', () => {
    const nested = JSON.parse('['.repeat(100_000) + ']'.repeat(100_000));
    const { text, wasCut } = excerptOf(nested, 1_000_000, 0);
    expect(text).toBe(`${'['.repeat(41)}…${']'.repeat(41)}`);
    expect(wasCut).toBe(true);
  });

  it('escape what would end the line or turn it round', () => {
    expect(excerptOf('\u202e\u2028\u0085\u0000', 100, 0).text).toBe('"\\u202e\\u2028\\u0085\\u0000"');
  });
});

describe('the first units of a text', () => {
  it('leave a pair whole', () => {
    expect([firstUnits('a😀b', 1), firstUnits('a😀b', 2), firstUnits('a😀b', 3), firstUnits('a', 5)]).toEqual([
      'a',
      'a',
      'a😀',
      'a',
    ]);
  });
});
