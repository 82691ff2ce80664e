/** The usual order is read in another way than all others, and is the same. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { record, userOf } from '../storage/stored.ts';
import { late, store, tableForEach, viewOf, whole } from './tabled.ts';

tableForEach();

it('everybody by name, read out of the index, stands as those do that a filter leaves', () => {
  const names = fc.constantFrom('Ann', 'ann', 'Ánn', 'Bo', 'Émile', 'zoe', '🦊', '');
  const statuses = fc.constantFrom('active', 'inactive', 'deleted', 'unknown' as const);
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.integer({ min: 10, max: 99 }), names, statuses), { minLength: 1, maxLength: 40 }),
      fc.boolean(),
      (some, descending) => {
        record(
          store,
          some.map(([id, name, status]) =>
            userOf(String(id), {
              ...(name === '' ? { name: `${id}@example.com`, nameFrom: 'email' as const } : { name }),
              status,
              team: 't',
            }),
          ),
        );
        late.time += 60_000;
        const sort = { by: 'name' as const, descending };
        const stand = (filter: Parameters<typeof viewOf>[0]) =>
          whole(viewOf(filter, sort)).rows.map(({ id, status }) => [id, status]);
        expect(stand({})).toEqual(stand({ team: 't' }));
      },
    ),
    { numRuns: 60 },
  );
});
