import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { freshFile, idOf, noon, record, storeAt, userOf } from '../directory/stored.ts';
import { type Listing, plainOrganisation } from './plain-organisation.ts';

const person = fc.integer({ min: 0, max: 9 }).map((nth) => `p${nth}`);
/** Few people and many replies, so that cycles, claims on oneself, several managers and ended claims all occur. */
const answers: fc.Arbitrary<(Listing | Missed)[]> = fc
  .array(fc.tuple(person, fc.option(fc.uniqueArray(person, { maxLength: 5 }), { freq: 4 })), { maxLength: 24 })
  .map((some) =>
    some.map(([about, reports], nth) => {
      const at = noon + nth;
      return reports === null ? { missed: about, at } : { manager: about, reports, at };
    }),
  );

/** The server said that there is no such user. */
type Missed = { readonly missed: string; readonly at: number };

describe('any organisation, however it goes round', () => {
  it('is summed up and led to the top as the replies say, one by one or in batches, before and after closing', () => {
    fc.assert(
      fc.property(answers, fc.nat({ max: 24 }), (some, asked) => {
        const file = freshFile();
        let { store } = storeAt(file);
        const plain = plainOrganisation(
          some.flatMap((one) => ('missed' in one ? [] : [one])),
          new Set(some.flatMap((one) => ('missed' in one ? [one.missed] : []))),
        );
        const check = () => {
          for (const id of plain.people()) {
            expect(store.summaryOf(idOf(id))).toEqual(plain.summaryOf(id));
            const lines = store.linesToTop(idOf(id));
            expect(
              lines.map(({ steps, end, seenAt }) => ({ steps: steps.map((card) => card.id), end, seenAt })),
            ).toEqual(plain.linesToTop(id));
            const manager = plain.managersOf(id)[0]?.manager;
            const beside = manager === undefined ? [] : plain.reportsOf(manager);
            const known = beside.filter((peer) => peer !== id && peer !== manager && store.user(idOf(peer)) !== null);
            expect(
              store
                .peersOf(idOf(id), 50)
                .map((card) => card.id as string)
                .sort(),
            ).toEqual(known.sort());
          }
        };
        for (const [nth, one] of some.entries()) {
          if ('missed' in one) store.recordNotFound(idOf(one.missed), one.at);
          else record(store, [userOf(one.manager, { reports: one.reports.map(idOf) })], one.at);
          // Asked in between, so that what is kept in memory has to follow.
          if (nth === asked) for (const id of plain.people()) store.summaryOf(idOf(id));
        }
        check();
        store.close();
        ({ store } = storeAt(file));
        check();
        store.close();
      }),
      { numRuns: 80 },
    );
  });
});
