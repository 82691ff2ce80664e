/** All claims in memory: what is kept of them and when it is read again, in an organisation where everybody lists everybody. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createClaimsUpward } from '../../../electron/storage/claims-upward.ts';
import { createOrganisation, type Organisation } from '../../../electron/storage/organisation.ts';
import type { Recorded } from '../../../electron/storage/recorded.ts';
import { freshFile, idOf, noon, record, storeAt, userOf } from './stored.ts';
import type { DirectoryStore } from './whole-store.ts';

const people = 120;
const ids = Array.from({ length: people }, (_, nth) => `p${nth}`);
let store: DirectoryStore;
let organisation: Organisation;
beforeEach(() => {
  store = storeAt(freshFile()).store;
  record(store, [userOf('leaf'), ...ids.map((id) => userOf(id, { reports: [...ids, 'leaf'].map(idOf) }))]);
  const { database, tables } = store;
  organisation = createOrganisation({ database, ...tables });
});
afterEach(() => {
  vi.restoreAllMocks();
  store.close();
});

const keyOf = (id: string) => store.tables.ids.find(idOf(id)) ?? 0;
const recorded = (id: string, claims: Recorded['claims'] = 'unchanged'): Recorded => {
  return { id: idOf(id), what: 'changed', claims, change: null };
};
/** Asks of so many that all claims are read at once. */
const askOfMany = () => {
  const { managers } = organisation.upward();
  for (const id of ids) managers.of(keyOf(id));
};
const leafs = () => organisation.upward().managers.of(keyOf('leaf'));

describe('all claims in memory', () => {
  it('are those that the table has, with all that the rule compares', () => {
    record(store, [userOf('p1', { reports: ['p3', 'leaf'].map(idOf), status: 'deleted' })], noon + 1);
    record(store, [userOf('p1', { reports: ['p1', 'p2', 'p3', 'leaf'].map(idOf), status: 'unknown' })], noon + 2);
    record(store, [userOf('p2', { reports: ['leaf', 'p1', 'named'].map(idOf) })], noon + 3);
    const { claims } = createClaimsUpward(store.tables.claims).ofAll();
    for (const id of [...ids, 'leaf', 'named']) {
      const inTable = store.tables.claims.claimsOn(keyOf(id));
      expect(claims.claimsOn(keyOf(id)).toSorted((a, b) => a.manager - b.manager)).toEqual(
        inTable.toSorted((a, b) => a.manager - b.manager),
      );
    }
    const begun = store.tables.claims.claimsOn(keyOf('p2')).find(({ manager }) => manager === keyOf('p1'));
    expect(begun?.begunAt).toBe(noon + 2);
  });

  it('and the managers stay after a reply about somebody who lists nobody', () => {
    askOfMany();
    leafs();
    const read = ['everyList', 'claiming', 'begunLater', 'claimsBegun'] as const;
    const calls = read.map((name) => vi.spyOn(store.tables.claims, name));
    const before = organisation.upward();
    record(store, [userOf('leaf', { name: 'Another' })], noon + 1);
    organisation.changed([recorded('leaf'), recorded('nobody')]);
    organisation.missed([idOf('leaf'), idOf('nobody')]);
    askOfMany();
    leafs();
    expect(organisation.upward()).toBe(before);
    expect(calls.map(({ mock }) => mock.calls.length)).toEqual([0, 0, 0, 0]);
  });

  it('follow the status of a manager, and when they were seen, without being read again', () => {
    askOfMany();
    const every = vi.spyOn(store.tables.claims, 'everyList');
    const replies = [userOf('p7', { reports: [...ids, 'leaf'].map(idOf) })];
    record(store, replies, noon + 1);
    organisation.changed([recorded('leaf'), recorded('p7')]);
    expect(leafs()).toBe(keyOf('p7'));
    record(store, [userOf('outside', { reports: [idOf('leaf')] })], noon + 2);
    organisation.changed([recorded('outside', 'changed')]);
    askOfMany();
    expect(leafs()).toBe(keyOf('outside'));
    record(store, [userOf('other', { reports: [idOf('leaf')] })], noon + 2);
    organisation.changed([recorded('other', 'changed')]);
    askOfMany();
    expect(every).toHaveBeenCalledTimes(2);
    store.recordNotFound(idOf('outside'), noon + 3);
    organisation.missed([idOf('outside')]);
    expect(leafs()).toBe(keyOf('other'));
    expect(every).toHaveBeenCalledTimes(2);
  });

  it('are read after the first of many people whom many list', () => {
    const several = vi.spyOn(store.tables.claims, 'claimsOnMany');
    const one = vi.spyOn(store.tables.claims, 'claimsOn');
    const keys = ids.map(keyOf);
    // All of them, and the first ones many times before the others.
    const { managers } = createClaimsUpward(store.tables.claims).now([
      ...Array.from({ length: 5000 }, (_, nth) => keys[nth % 50] ?? 0),
      ...keys,
    ]);
    expect(managers.of(keyOf('leaf'))).toBe(keyOf('p0'));
    const looked = several.mock.calls.reduce((sum, [part]) => sum + part.length, 0);
    expect(looked).toBeLessThan(500);
    expect(one).toHaveBeenCalledTimes(0);
  });
});
