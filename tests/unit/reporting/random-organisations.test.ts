import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { usualView } from '../../../contract/people-view.ts';
import type { TableRow } from '../../../contract/table.ts';
import { freshFile, idOf, record, storeAt, userOf, viewsOf } from '../storage/stored.ts';
import { answers, plainOf } from './random-answers.ts';

describe('any organisation, however it goes round', () => {
  it('is summed up and led to the top as the replies say, one by one or in batches, before and after closing', () => {
    fc.assert(
      fc.property(answers, fc.nat({ max: 24 }), (some, asked) => {
        const file = freshFile();
        let { store } = storeAt(file);
        const plain = plainOf(some);
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
