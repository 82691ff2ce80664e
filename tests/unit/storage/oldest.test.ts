/** Who is fetched again first: people who were tried longest ago, and ids that nobody names behind all others. */
import { afterEach, expect, it } from 'vitest';
import { dayMs } from '../../../contract/day.ts';
import type { Failure } from '../../../contract/failures.ts';
import { unwrap } from '../sync/synced.ts';
import { freshFile, idOf, noon, record, storeAt, userOf } from './stored.ts';

let close = (): void => undefined;
afterEach(() => close());

it('ids that nobody names, as a list that is checked may hold, come behind all others', () => {
  const { store } = storeAt(freshFile());
  close = store.close;
  const miss = (id: string, failure: Failure, at: number) =>
    unwrap(store.recordReplies([], [{ id: idOf(id), failure, at }]));
  const notFound: Failure = { kind: 'not-found', id: null };
  miss('listed', notFound, noon);
  miss('refused', { kind: 'forbidden' }, noon + 1);
  record(store, [userOf('ann', { reports: [idOf('named'), idOf('kept')] })], noon + 5);
  unwrap(store.addStartIds([idOf('given')]));
  miss('named', notFound, noon + 2);
  miss('kept', { kind: 'forbidden' }, noon + 3);
  miss('given', notFound, noon + 4);
  const oldest = (limit: number) => unwrap(store.stale(noon + 2 * dayMs, dayMs, [], limit));
  expect(oldest(10)).toEqual(['named', 'kept', 'given', 'ann', 'listed', 'refused']);
  expect(oldest(5)).toEqual(['named', 'kept', 'given', 'ann', 'listed']);
  expect(oldest(4)).toEqual(['named', 'kept', 'given', 'ann']);
  // Once somebody names them they come by their age.
  record(store, [userOf('bo', { reports: [idOf('listed')] })], noon + 6);
  expect(oldest(2)).toEqual(['listed', 'named']);
});
