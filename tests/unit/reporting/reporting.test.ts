import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { UserId } from '../../../contract/ids.ts';
import type { RecordStatus } from '../../../contract/user.ts';
import type { DirectoryStore } from '../../../electron/directory/store.ts';
import { freshFile, idOf, noon, record, storeAt, userOf } from '../directory/stored.ts';

let store: DirectoryStore;
beforeEach(() => {
  store = storeAt(freshFile()).store;
});
afterEach(() => store.close());

const lists = (manager: string, reports: readonly string[], at = noon, status: RecordStatus = 'active') =>
  record(store, [userOf(manager, { reports: reports.map(idOf), status })], at);
const lines = (id: string) =>
  store.linesToTop(idOf(id)).map(({ steps, end }) => `${steps.map((card) => card.id).join(' ')} ${end}`);
const summary = (id: string) => store.summaryOf(idOf(id));

describe('lines to the top', () => {
  it('lead from the top to the manager', () => {
    lists('ceo', ['vp']);
    lists('vp', ['lead']);
    lists('lead', ['ann']);
    expect(lines('ann')).toEqual(['ceo vp lead top']);
    expect(lines('ceo')).toEqual([]);
    expect(lines('stranger')).toEqual([]);
  });

  it('are one for each claim, the one seen last first, also after it is only seen again', () => {
    lists('old', ['ann'], noon);
    lists('new', ['ann'], noon + 1);
    expect(lines('ann')).toEqual(['new top', 'old top']);
    lists('old', ['ann'], noon + 2);
    expect(lines('ann')).toEqual(['old top', 'new top']);
    expect(store.linesToTop(idOf('ann')).map(({ seenAt }) => seenAt - noon)).toEqual([2, 1]);
  });

  it('go on with the newest claim at every further step', () => {
    lists('a', ['lead'], noon);
    lists('b', ['lead'], noon + 5);
    lists('lead', ['ann'], noon + 1);
    expect(lines('ann')).toEqual(['b lead top']);
  });

  it('lose a claim that the manager no longer makes, and have it again when it is made again', () => {
    lists('lead', ['ann', 'bob'], noon);
    lists('lead', ['bob'], noon + 1);
    expect(lines('ann')).toEqual([]);
    expect(lines('bob')).toEqual(['lead top']);
    lists('lead', ['ann'], noon + 2);
    expect(lines('ann')).toEqual(['lead top']);
    expect(lines('bob')).toEqual([]);
  });

  it('count a claim of a manager who is deleted, and show them so', () => {
    lists('gone', ['ann'], noon, 'deleted');
    expect(store.linesToTop(idOf('ann'))[0]?.steps[0]?.status).toBe('deleted');
  });

  it('keep a claim of a manager whom the server no longer knows', () => {
    lists('gone', ['ann']);
    store.recordNotFound(idOf('gone'), noon + 1);
    expect(lines('ann')).toEqual(['gone top']);
  });

  it('end where they would come round: at the person, or further up', () => {
    lists('a', ['b']);
    lists('b', ['a']);
    lists('b', ['a', 'ann'], noon + 1);
    expect(lines('a')).toEqual(['b loop']);
    expect(lines('ann')).toEqual(['a b loop']);
  });

  it('pass over claims on oneself', () => {
    lists('ann', ['ann']);
    expect(lines('ann')).toEqual([]);
    lists('lead', ['ann', 'lead'], noon + 1);
    expect(lines('ann')).toEqual(['lead top']);
  });

  it('are at most twenty, and of at most a hundred steps', () => {
    for (let nth = 0; nth < 150; nth += 1) lists(`m${nth}`, [`m${nth + 1}`]);
    expect(store.linesToTop(idOf('m150'))[0]).toMatchObject({ end: 'cut', steps: { length: 100 } });
    for (let nth = 0; nth < 30; nth += 1) lists(`n${nth}`, ['ann'], noon + nth);
    expect(lines('ann')).toHaveLength(20);
    expect(lines('ann')[0]).toBe('n29 top');
  });
});

describe('the summary', () => {
  it('counts everybody below once, and who is only named', () => {
    lists('ceo', ['a', 'b', 'ghost']);
    lists('a', ['c', 'd']);
    lists('b', ['d', 'e']);
    for (const id of ['c', 'd']) lists(id, []);
    expect(summary('ceo')).toEqual({ direct: 3, total: 6, notFetched: 2, notFound: 0, layers: 2 });
    expect(summary('c')).toEqual({ direct: 0, total: 0, notFetched: 0, notFound: 0, layers: 0 });
    expect(summary('ghost')).toEqual({ direct: 0, total: 0, notFetched: 0, notFound: 0, layers: 0 });
    expect(summary('stranger')).toEqual({ direct: 0, total: 0, notFetched: 0, notFound: 0, layers: 0 });
  });

  it('does not count the person, whoever lists them', () => {
    lists('a', ['b', 'a']);
    lists('b', ['a', 'c']);
    expect(summary('a')).toEqual({ direct: 1, total: 2, notFetched: 1, notFound: 0, layers: 2 });
  });

  it('counts apart who does not exist, until they do', () => {
    lists('ceo', ['a', 'before', 'after']);
    lists('a', []);
    store.recordNotFound(idOf('before'), noon);
    expect(summary('ceo')).toEqual({ direct: 3, total: 3, notFetched: 1, notFound: 1, layers: 1 });
    store.recordNotFound(idOf('after'), noon);
    expect(summary('ceo')).toEqual({ direct: 3, total: 3, notFetched: 0, notFound: 2, layers: 1 });
    lists('after', [], noon + 1);
    expect(summary('ceo')).toEqual({ direct: 3, total: 3, notFetched: 0, notFound: 1, layers: 1 });
  });

  it('counts nobody as not found whose mark could not be written', () => {
    lists('ceo', ['a']);
    expect(summary('ceo')).toMatchObject({ notFetched: 1, notFound: 0 });
    store.database.exec('PRAGMA query_only = 1');
    expect(store.recordNotFound(idOf('a'), noon).ok).toBe(false);
    expect(summary('ceo')).toMatchObject({ notFetched: 1, notFound: 0 });
  });

  it('counts who was known and is not found any more as known', () => {
    lists('ceo', ['a']);
    lists('a', ['b']);
    lists('b', []);
    store.recordNotFound(idOf('a'), noon + 1);
    expect(summary('ceo')).toEqual({ direct: 1, total: 2, notFetched: 0, notFound: 0, layers: 2 });
  });

  it('follows what arrives while it is shown', () => {
    lists('ceo', ['a', 'b']);
    expect(summary('ceo')).toEqual({ direct: 2, total: 2, notFetched: 2, notFound: 0, layers: 1 });
    lists('a', ['c']);
    expect(summary('ceo')).toEqual({ direct: 2, total: 3, notFetched: 2, notFound: 0, layers: 2 });
    lists('c', []);
    lists('b', []);
    expect(summary('ceo')).toEqual({ direct: 2, total: 3, notFetched: 0, notFound: 0, layers: 2 });
    lists('ceo', ['b'], noon + 1);
    expect(summary('ceo')).toEqual({ direct: 1, total: 1, notFetched: 0, notFound: 0, layers: 1 });
  });

  it('holds for five thousand reports and for an organisation of thirty thousand that keeps changing', () => {
    const idAt = (nth: number): UserId => idOf(`p${nth}`);
    const size = 30_000;
    const user = (nth: number) =>
      userOf(`p${nth}`, {
        reports: Array.from({ length: 5 }, (_, k) => nth * 5 + k + 1)
          .filter((below) => below < size)
          .map(idAt),
      });
    record(
      store,
      Array.from({ length: size }, (_, nth) => user(nth)),
    );
    expect(summary('p0')).toEqual({ direct: 5, total: size - 1, notFetched: 0, notFound: 0, layers: 7 });
    // Everything is in memory by now: all kinds of change must reach it.
    record(store, [userOf(`p${size - 1}`, { reports: [idOf('new'), idOf('p0')] })], noon + 1);
    expect(summary('p0')).toEqual({ direct: 5, total: size, notFetched: 1, notFound: 0, layers: 8 });
    record(store, [userOf('new')], noon + 2);
    expect(summary('p0')).toEqual({ direct: 5, total: size, notFetched: 0, notFound: 0, layers: 8 });
    const many = Array.from({ length: 5000 }, (_, nth) => `r${nth}`);
    lists('head', many, noon + 3);
    expect(summary('head')).toEqual({ direct: 5000, total: 5000, notFetched: 5000, notFound: 0, layers: 1 });
    lists('head', many.slice(1), noon + 4);
    expect(summary('head').total).toBe(4999);
    expect(store.peersOf(idOf('r5'), 50)).toEqual([]);
  });
});

describe('peers', () => {
  it('are the other reports of the manager seen last, as far as they are known', () => {
    lists('old', ['ann', 'cat'], noon);
    lists('lead', ['bob', 'ann', 'ghost', 'lead', 'dan'], noon + 1);
    for (const id of ['bob', 'cat', 'dan', 'ann']) lists(id, []);
    expect(store.peersOf(idOf('ann'), 50).map(({ id }) => id)).toEqual(['bob', 'dan']);
    expect(store.peersOf(idOf('ann'), 1).map(({ id }) => id)).toEqual(['bob']);
    expect(store.peersOf(idOf('lead'), 50)).toEqual([]);
    expect(store.peersOf(idOf('stranger'), 50)).toEqual([]);
  });
});
