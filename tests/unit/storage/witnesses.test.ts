/** The stored people the server most likely still gives: they bear out what it says of others. */
import { rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { freshFile, idOf, noon, record, storeAt, userOf } from './stored.ts';
import type { DirectoryStore } from './whole-store.ts';
import { workOf } from './whole-store.ts';

let file: string;
let store: DirectoryStore;
beforeEach(() => {
  file = freshFile();
  store = storeAt(file).store;
});
afterEach(() => {
  store.close();
  rmSync(dirname(dirname(file)), { recursive: true, force: true });
});

it('are the people fetched last, without those not found; deleted people and recent failures come last', () => {
  for (const [nth, id] of ['old', 'new', 'newest'].entries()) record(store, [userOf(id)], noon + nth);
  record(store, [userOf('deleted', { status: 'deleted', isDeleted: true })], noon + 10);
  record(store, [userOf('gone'), userOf('failed')], noon + 11);
  store.recordNotFound(idOf('gone'), noon + 12);
  const work = workOf(store);
  work.recordReplies([], [{ id: idOf('failed'), failure: { kind: 'offline' }, at: noon + 12 }]);
  expect(store.witnesses()).toEqual(['newest', 'new', 'old', 'failed', 'deleted']);
});

it('are as many as are asked in turn, however many there are', () => {
  record(
    store,
    Array.from({ length: 200 }, (_, nth) => userOf(`u-${nth}`)),
  );
  expect(store.witnesses()).toHaveLength(32);
});

it('are nobody where nobody is stored', () => {
  expect(store.witnesses()).toEqual([]);
});
