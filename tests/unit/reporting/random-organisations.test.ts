import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { usualView } from '../../../contract/people-view.ts';
import type { TableRow } from '../../../contract/table.ts';
import type { RecordStatus } from '../../../contract/user.ts';
import { freshFile, idOf, noon, record, storeAt, userOf, viewsOf } from '../storage/stored.ts';
import { type Listing, plainOrganisation } from './plain-organisation.ts';

const status = fc.constantFrom<RecordStatus>('active', 'active', 'unknown', 'inactive', 'deleted');
const person = fc.integer({ min: 0, max: 9 }).map((nth) => `p${nth}`);
/** Few people and many replies, so that cycles, claims on oneself, several managers and ended claims all occur. */
const answers: fc.Arbitrary<(Listing | Missed)[]> = fc
  .array(fc.tuple(person, fc.option(fc.uniqueArray(person, { maxLength: 5 }), { freq: 4 }), status), { maxLength: 24 })
  .map((some) =>
    some.map(([about, reports, now], nth) => {
      const at = noon + nth;
      return reports === null ? { missed: about, at } : { manager: about, reports, at, status: now };
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
        const lastAnswers = new Map(some.map((one) => ['missed' in one ? one.missed : one.manager, one]));
        const plain = plainOrganisation(
          some.flatMap((one) => ('missed' in one ? [] : [one])),
          {
            gone: new Set([...lastAnswers].flatMap(([id, one]) => ('missed' in one ? [id] : []))),
            missed: new Set(some.flatMap((one) => ('missed' in one ? [one.missed] : []))),
            named: [
              ...new Set(some.flatMap((one) => ('missed' in one ? [one.missed] : [one.manager, ...one.reports]))),
            ],
          },
        );
        const check = () => {
          for (const id of plain.people()) {
            expect(store.summaryOf(idOf(id))).toEqual(plain.summaryOf(id));
            const lines = store.linesToTop(idOf(id));
            expect(
              lines.map(({ steps, end, seenAt }) => ({ steps: steps.map((card) => card.id), end, seenAt })),
            ).toEqual(plain.linesToTop(id));
            const loop = store.loopOf(idOf(id), 3);
            expect(loop && loop.people.length + loop.more).toBe(plain.loopOf(id));
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
          const view = { ...usualView, sort: { by: 'manager' as const, descending: false } };
          const { rows } = viewsOf(store).window({ view, offset: 0, limit: 100, follow: [] });
          const named = ({ manager, otherManagers }: TableRow) => [manager?.id ?? null, otherManagers];
          for (const row of rows) {
            const [first, ...others] = plain.managersOf(row.id);
            expect(named(row)).toEqual([first?.manager ?? null, others.length]);
          }
          const managers = rows.map(({ manager }) => manager?.name ?? '\uffff');
          expect(managers).toEqual([...managers].sort());
        };
        for (const [nth, one] of some.entries()) {
          if ('missed' in one) store.recordNotFound(idOf(one.missed), one.at);
          else record(store, [userOf(one.manager, { reports: one.reports.map(idOf), status: one.status })], one.at);
          // Asked in between, so that what is kept in memory has to follow.
          if (nth !== asked) continue;
          for (const id of plain.people()) {
            store.summaryOf(idOf(id));
            store.linesToTop(idOf(id));
          }
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
