/** Reading ids by the short way gives what the contract's schema gives. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { UserId } from '../../../contract/ids.ts';
import { asUserId } from '../../../electron/reading/read-ids.ts';

const nearly = fc
  .array(fc.constantFrom(...'aF09-_.~ \n\té/%'), { maxLength: 40 })
  .map((characters) => characters.join(''));
const mixedCase = fc
  .tuple(fc.uuid(), fc.array(fc.boolean(), { minLength: 36, maxLength: 36 }))
  .map(([uuid, upper]) =>
    Array.from(uuid, (character, at) => (upper[at] ? character.toUpperCase() : character)).join(''),
  );
const atTheLimit = fc.integer({ min: 126, max: 130 }).map((length) => 'x'.repeat(length));

test('an id is read as the contract reads it, whatever it is', () => {
  fc.assert(
    fc.property(fc.oneof(nearly, mixedCase, atTheLimit, fc.uuid(), fc.string()), (text) => {
      const parsed = UserId.safeParse(text);
      expect(asUserId(text)).toBe(parsed.success ? parsed.data : null);
    }),
    { numRuns: 5_000 },
  );
});
