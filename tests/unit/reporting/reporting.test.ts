import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { UserId } from '../../../contract/ids.ts';
import type { RecordStatus } from '../../../contract/user.ts';
import { freshFile, idOf, noon, record, storeAt, userOf } from '../storage/stored.ts';
import type { DirectoryStore } from '../storage/whole-store.ts';

let store: DirectoryStore;
beforeEach(() => {
  store = storeAt(freshFile()).store;
});
afterEach(() => store.close());

const lists = (manager: string, reports: readonly string[], at = noon, status: RecordStatus = 'active') =>
  record(store, [userOf(manager, { reports: reports.map(idOf), status })], at);
const lines = (id: string) =>
  store.linesToTop(idOf(id)).map(({ steps, end }) => `${steps.map((card) => card.id).join(' ')} ${end}`);
const loop = (id: string) =>
  store
    .loopOf(idOf(id), 20)
    ?.people.map((card) => card.id)
    .join(' ') ?? null;
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

  it('are one for each claim, of two tops the one seen last first, also after it is only seen again', () => {
    lists('old', ['ann'], noon);
    lists('new', ['ann'], noon + 1);
    expect(lines('ann')).toEqual(['new top', 'old top']);
    lists('old', ['ann'], noon + 2);
    expect(lines('ann')).toEqual(['old top', 'new top']);
    expect(store.linesToTop(idOf('ann')).map(({ seenAt }) => seenAt - noon)).toEqual([2, 1]);
  });

  it('go on with the newest claim at every further step, where all lead to a top', () => {
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
    expect(lines('ann')).toEqual(['b into-loop']);
    lists('ann', ['end']);
    expect(lines('end')).toEqual(['b ann into-loop']);
    expect(loop('ann')).toBe(null);
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

describe('the manager', () => {
  it('of the head is none of those below: a leaf that lists them makes nobody report to it', () => {
    lists('board', ['head']);
    lists('head', ['vp']);
    lists('vp', ['lead', 'other']);
    lists('lead', ['leaf']);
    lists('leaf', ['head'], noon + 1);
    expect(lines('head')).toEqual(['board top', 'vp lead leaf loop']);
    expect(loop('head')).toBe('head vp lead leaf');
    expect(lines('leaf')).toEqual(['board head vp lead top']);
    expect(loop('leaf')).toBe('leaf head vp lead');
    expect(lines('other')).toEqual(['board head vp top']);
    expect(loop('other')).toBe(null);
  });

  it('of a head listed only by a leaf is that leaf, in a loop that is told to its members alone', () => {
    lists('head', ['vp', 'second']);
    lists('vp', ['leaf']);
    lists('leaf', ['head'], noon + 1);
    lists('second', ['ann']);
    expect(lines('head')).toEqual(['vp leaf loop']);
    expect(lines('vp')).toEqual(['leaf head loop']);
    expect(lines('second')).toEqual(['head into-loop']);
    expect(lines('ann')).toEqual(['head second into-loop']);
    expect(['head', 'vp', 'leaf', 'second', 'ann'].map(loop)).toEqual([
      'head vp leaf',
      'vp leaf head',
      'leaf head vp',
      null,
      null,
    ]);
  });

  it('of two who list each other is the one outside, and of the other the first', () => {
    lists('outside', ['a']);
    lists('a', ['b'], noon + 1);
    lists('b', ['a'], noon + 2);
    expect(lines('a')).toEqual(['outside top', 'b loop']);
    expect(lines('b')).toEqual(['outside a top']);
    expect([loop('a'), loop('b')]).toEqual(['a b', 'b a']);
  });

  it('of two who list each other and are both listed by one outside: that one, for the one who lists more people', () => {
    lists('outside', ['a', 'b']);
    lists('a', ['b', 'x', 'y'], noon + 1);
    lists('b', ['a'], noon + 2);
    expect(lines('a')).toEqual(['outside top', 'b loop']);
    expect(lines('b')).toEqual(['outside a top', 'outside top']);
  });

  it('is one alone of several who list somebody; a deleted manager keeps only people that nobody else lists', () => {
    lists('gone', ['ann', 'bob', 'gone'], noon + 1, 'deleted');
    lists('lead', ['ann', 'stranger'], noon);
    const led = (manager: string) =>
      ['ann', 'bob', 'gone', 'stranger', 'nobody'].filter((id) => store.isManagerOf(idOf(manager), idOf(id)));
    expect([led('gone'), led('lead'), led('nobody')]).toEqual([['bob'], ['ann', 'stranger'], []]);
  });

  it('is never the person', () => {
    lists('ann', ['ann', 'bob'], noon + 5);
    lists('lead', ['ann'], noon);
    expect(lines('ann')).toEqual(['lead top']);
    expect(lines('bob')).toEqual(['lead ann top']);
    expect(loop('ann')).toBe(null);
  });

  it('in a matrix is whose claim is newest, level or not', () => {
    lists('ceo', ['line', 'project']);
    lists('line', ['team']);
    lists('team', ['ann'], noon + 1);
    lists('project', ['ann'], noon + 2);
    expect(lines('ann')).toEqual(['ceo project top', 'ceo line team top']);
    lists('team', ['ann'], noon + 3);
    expect(lines('ann')).toEqual(['ceo line team top', 'ceo project top']);
  });

  it('is an active one before one of unknown status, and that before anybody else, however new their claims', () => {
    lists('active', ['ann'], noon, 'active');
    lists('unknown', ['ann'], noon + 1, 'unknown');
    lists('inactive', ['ann'], noon + 2, 'inactive');
    lists('deleted', ['ann'], noon + 3, 'deleted');
    expect(lines('ann')).toEqual(['active top', 'deleted top', 'inactive top', 'unknown top']);
    store.recordNotFound(idOf('active'), noon + 4);
    expect(lines('ann')).toEqual(['unknown top', 'deleted top', 'inactive top', 'active top']);
    lists('active', [], noon + 4);
    expect(lines('ann')).toEqual(['unknown top', 'deleted top', 'inactive top']);
    lists('unknown', [], noon + 4);
    expect(lines('ann')).toEqual(['deleted top', 'inactive top']);
  });

  it('is a deleted one who leads to a top before an active one who leads into a loop', () => {
    lists('gone', ['ann'], noon, 'deleted');
    lists('a', ['b', 'ann'], noon + 1);
    lists('b', ['a'], noon + 1);
    expect(lines('ann')).toEqual(['gone top', 'a into-loop']);
  });

  it('where nobody leads to a top is whose claim is newest, active or not', () => {
    lists('a', ['b', 'ann'], noon + 1, 'active');
    lists('b', ['a', 'ann'], noon + 2, 'deleted');
    expect(lines('ann')).toEqual(['b into-loop', 'a into-loop']);
    expect([loop('a'), loop('ann')]).toEqual(['a b', null]);
  });

  it('in a loop within a loop leads out where only the outer one is left', () => {
    lists('top', ['a']);
    lists('a', ['b'], noon + 1);
    lists('b', ['c', 'a'], noon + 2);
    lists('c', ['b', 'ann'], noon + 3);
    expect(lines('a')[0]).toBe('top top');
    expect(lines('b')[0]).toBe('top a top');
    expect(lines('c')[0]).toBe('top a b top');
    expect(lines('ann')).toEqual(['top a b c top']);
    expect(['a', 'b', 'c', 'ann'].map(loop)).toEqual(['a b', 'b a', 'c b', null]);
  });

  it('of two claims of one moment is who made it later, then who became known first', () => {
    lists('old', ['ann'], noon);
    lists('new', ['ann'], noon + 1);
    lists('old', ['ann'], noon + 2);
    lists('new', ['ann'], noon + 2);
    expect(lines('ann')).toEqual(['new top', 'old top']);
    lists('one', ['bob'], noon + 2);
    lists('two', ['bob'], noon + 2);
    expect(lines('bob')).toEqual(['one top', 'two top']);
  });
});

describe('the summary', () => {
  it('counts everybody below once, and who is only named', () => {
    lists('ceo', ['a', 'b', 'ghost']);
    lists('a', ['c', 'd']);
    lists('b', ['d', 'e']);
    for (const id of ['c', 'd']) lists(id, []);
    expect(summary('ceo')).toEqual({ direct: 3, total: 6, notFetched: 2, failed: 0, notFound: 0, layers: 2 });
    expect(summary('c')).toEqual({ direct: 0, total: 0, notFetched: 0, failed: 0, notFound: 0, layers: 0 });
    expect(summary('ghost')).toEqual({ direct: 0, total: 0, notFetched: 0, failed: 0, notFound: 0, layers: 0 });
    expect(summary('stranger')).toEqual({ direct: 0, total: 0, notFetched: 0, failed: 0, notFound: 0, layers: 0 });
  });

  it('does not count the person, whoever lists them', () => {
    lists('a', ['b', 'a']);
    lists('b', ['a', 'c']);
    expect(summary('a')).toEqual({ direct: 1, total: 2, notFetched: 1, failed: 0, notFound: 0, layers: 2 });
  });

  it('counts apart who does not exist, until they do', () => {
    lists('ceo', ['a', 'before', 'after']);
    lists('a', []);
    store.recordNotFound(idOf('before'), noon);
    expect(summary('ceo')).toEqual({ direct: 3, total: 3, notFetched: 1, failed: 0, notFound: 1, layers: 1 });
    store.recordNotFound(idOf('after'), noon);
    expect(summary('ceo')).toEqual({ direct: 3, total: 3, notFetched: 0, failed: 0, notFound: 2, layers: 1 });
    lists('after', [], noon + 1);
    expect(summary('ceo')).toEqual({ direct: 3, total: 3, notFetched: 0, failed: 0, notFound: 1, layers: 1 });
  });

  it('counts apart who could not be fetched, however deep, until they are', () => {
    const fails = (id: string) => store.recordReplies([], [{ id: idOf(id), failure: { kind: 'forbidden' }, at: noon }]);
    lists('ceo', ['a', 'waits']);
    lists('a', ['b', 'c', 'gone']);
    for (const id of ['a', 'b', 'c', 'gone', 'beside']) fails(id);
    store.recordNotFound(idOf('gone'), noon);
    expect(summary('ceo')).toEqual({ direct: 2, total: 5, notFetched: 3, failed: 2, notFound: 1, layers: 2 });
    lists('b', [], noon + 1);
    expect(summary('ceo')).toMatchObject({ notFetched: 2, failed: 1 });
    fails('waits');
    expect(summary('ceo')).toMatchObject({ notFetched: 2, failed: 2 });
    expect(summary('b')).toMatchObject({ notFetched: 0, failed: 0 });
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
    expect(summary('ceo')).toEqual({ direct: 1, total: 2, notFetched: 0, failed: 0, notFound: 0, layers: 2 });
  });

  it('follows what arrives while it is shown', () => {
    lists('ceo', ['a', 'b']);
    expect(summary('ceo')).toEqual({ direct: 2, total: 2, notFetched: 2, failed: 0, notFound: 0, layers: 1 });
    lists('a', ['c']);
    expect(summary('ceo')).toEqual({ direct: 2, total: 3, notFetched: 2, failed: 0, notFound: 0, layers: 2 });
    lists('c', []);
    lists('b', []);
    expect(summary('ceo')).toEqual({ direct: 2, total: 3, notFetched: 0, failed: 0, notFound: 0, layers: 2 });
    lists('ceo', ['b'], noon + 1);
    expect(summary('ceo')).toEqual({ direct: 1, total: 1, notFetched: 0, failed: 0, notFound: 0, layers: 1 });
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
    expect(summary('p0')).toEqual({ direct: 5, total: size - 1, notFetched: 0, failed: 0, notFound: 0, layers: 7 });
    // Everything is in memory by now: all kinds of change must reach it.
    record(store, [userOf(`p${size - 1}`, { reports: [idOf('new'), idOf('p0')] })], noon + 1);
    expect(summary('p0')).toEqual({ direct: 5, total: size, notFetched: 1, failed: 0, notFound: 0, layers: 8 });
    record(store, [userOf('new')], noon + 2);
    expect(summary('p0')).toEqual({ direct: 5, total: size, notFetched: 0, failed: 0, notFound: 0, layers: 8 });
    const many = Array.from({ length: 5000 }, (_, nth) => `r${nth}`);
    lists('head', many, noon + 3);
    expect(summary('head')).toEqual({ direct: 5000, total: 5000, notFetched: 5000, failed: 0, notFound: 0, layers: 1 });
    lists('head', many.slice(1), noon + 4);
    expect(summary('head').total).toBe(4999);
    expect(store.peersOf(idOf('r5'), 50)).toEqual([]);
  });
});

describe('peers', () => {
  it('are the other reports of the manager, as far as they are known', () => {
    lists('old', ['ann', 'cat'], noon);
    lists('lead', ['bob', 'ann', 'ghost', 'lead', 'dan'], noon + 1);
    for (const id of ['bob', 'cat', 'dan', 'ann']) lists(id, []);
    expect(store.peersOf(idOf('ann'), 50).map(({ id }) => id)).toEqual(['bob', 'dan']);
    expect(store.peersOf(idOf('ann'), 1).map(({ id }) => id)).toEqual(['bob']);
    expect(store.peersOf(idOf('lead'), 50)).toEqual([]);
    expect(store.peersOf(idOf('stranger'), 50)).toEqual([]);
  });

  it('stand before and after the person in the order of the list, however many there are', () => {
    const many = Array.from({ length: 60 }, (_, nth) => `r${nth}`);
    lists('lead', [...many, 'ghost', 'lead', 'last'], noon);
    for (const id of [...many, 'last']) lists(id, []);
    const all = [...many, 'last'];
    const known = store.peersOf(idOf('r0'), 100).map(({ id }) => id);
    expect(known).toHaveLength(60);
    for (const id of all) {
      const { before, after } = store.besideOf(idOf(id));
      if (before !== null) expect(store.besideOf(before).after).toBe(id);
      if (after !== null) expect(store.besideOf(after).before).toBe(id);
    }
    expect(all.filter((id) => store.besideOf(idOf(id)).before === null)).toHaveLength(1);
    expect(all.filter((id) => store.besideOf(idOf(id)).after === null)).toHaveLength(1);
    expect(store.besideOf(idOf('lead'))).toEqual({ before: null, after: null });
    expect(store.besideOf(idOf('stranger'))).toEqual({ before: null, after: null });
  });
});
