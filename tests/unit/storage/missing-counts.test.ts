/** How many failed and how many were not found is kept with every write, and is what counting would give. */
import fc from 'fast-check';
import { afterEach, expect, it } from 'vitest';
import type { Failure } from '../../../contract/failures.ts';
import { createListBatches } from '../../../electron/api/list-batches.ts';
import { currentReader } from '../../../electron/storage/reader.ts';
import { recordOf } from '../sync/organisation-server.ts';
import { freshFile, idOf, noon, replyOf, storeAt, userOf } from './stored.ts';
import { workOf } from './whole-store.ts';

const failures: readonly Failure[] = [
  { kind: 'forbidden' },
  { kind: 'server', status: 500 },
  { kind: 'not-found', id: null },
  { kind: 'bad-reply', where: 'json', detail: 'not JSON' },
];
const who = fc.nat({ max: 3 }).map((nth) => idOf(`p${nth}`));
const steps = fc.array(
  fc.oneof(
    fc.record({ does: fc.constant('miss' as const), id: who, failure: fc.constantFrom(...failures) }),
    fc.record({ does: fc.constant('store' as const), id: who }),
    fc.record({ does: fc.constant('list' as const), id: who, isWhole: fc.boolean() }),
    fc.record({ does: fc.constant('not-found' as const), id: who }),
    fc.record({ does: fc.constant('start' as const), id: who }),
    fc.record({ does: fc.constantFrom('forgiveFailures' as const, 'forgiveRefusals' as const) }),
  ),
  { maxLength: 25, size: 'max' },
);

let close = (): void => undefined;
afterEach(() => close());

it('whatever is written, in whatever order', () => {
  fc.assert(
    fc.property(steps, (some) => {
      const { store } = storeAt(freshFile(), { reader: currentReader });
      close = store.close;
      const work = workOf(store);
      const list = (id: string, isWhole: boolean) => {
        const { phones, ...rest } = recordOf(id, []);
        const bytes = new TextEncoder().encode(JSON.stringify(isWhole ? { ...rest, phones } : rest));
        const batches = createListBatches({ elementBytes: 1e6, now: () => noon });
        batches.part(bytes, 0, bytes.length);
        batches.end();
        const batch = batches.rest();
        if (batch === null) throw new Error('nothing was listed');
        return work.recordListed({ batch, url: 'https://api.example.com/v1/ext/users', first: 0 });
      };
      const count = (table: string) =>
        store.database
          .prepare(
            `SELECT count(*) AS number FROM ${table} t WHERE NOT EXISTS (SELECT 1 FROM people WHERE key = t.person)`,
          )
          .get()?.number;
      for (const [nth, step] of some.entries()) {
        const at = noon + nth;
        const done =
          step.does === 'miss'
            ? work.recordReplies([], [{ id: step.id, failure: step.failure, at }])
            : step.does === 'store'
              ? work.recordUsers([replyOf(userOf(step.id, { bio: `${nth}` }), at)])
              : step.does === 'list'
                ? list(step.id, step.isWhole)
                : step.does === 'not-found'
                  ? work.recordNotFound(step.id, at)
                  : step.does === 'start'
                    ? work.addStartIds([step.id])
                    : work[step.does]();
        expect(done.ok).toBe(true);
        expect(work.progress()).toMatchObject({
          value: {
            failed: count('fetch_failures'),
            notFound: count('(SELECT * FROM not_found WHERE ended_at IS NULL)'),
          },
        });
      }
      store.close();
    }),
    { numRuns: 60 },
  );
});
