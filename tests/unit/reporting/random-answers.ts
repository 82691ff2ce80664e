/** What a server may answer, one after the other, about few people. */
import fc from 'fast-check';
import type { RecordStatus } from '../../../contract/user.ts';
import { noon } from '../storage/stored.ts';
import { type Listing, plainOrganisation } from './plain-organisation.ts';

const status = fc.constantFrom<RecordStatus>('active', 'active', 'unknown', 'inactive', 'deleted');
const person = fc.integer({ min: 0, max: 9 }).map((nth) => `p${nth}`);
/** Few people and many replies, so that cycles, claims on oneself, several managers and ended claims all occur. */
export const answers: fc.Arbitrary<Answer[]> = fc
  .array(fc.tuple(person, fc.option(fc.uniqueArray(person, { maxLength: 5 }), { freq: 4 }), status), { maxLength: 24 })
  .map((some) =>
    some.map(([about, reports, now], nth) => {
      const at = noon + nth;
      return reports === null ? { missed: about, at } : { manager: about, reports, at, status: now };
    }),
  );

/** The server said that there is no such user. */
export type Answer = Listing | Missed;
type Missed = { readonly missed: string; readonly at: number };

/** What should be made of them. */
export function plainOf(some: readonly Answer[]) {
  const lastAnswers = new Map(some.map((one) => ['missed' in one ? one.missed : one.manager, one]));
  return plainOrganisation(
    some.flatMap((one) => ('missed' in one ? [] : [one])),
    {
      gone: new Set([...lastAnswers].flatMap(([id, one]) => ('missed' in one ? [id] : []))),
      missed: new Set(some.flatMap((one) => ('missed' in one ? [one.missed] : []))),
      named: [...new Set(some.flatMap((one) => ('missed' in one ? [one.missed] : [one.manager, ...one.reports])))],
    },
  );
}
