import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Sha256 } from '../../../contract/ids.ts';
import type { User } from '../../../contract/user.ts';
import type { UserReply } from '../../../electron/reading/user-reply.ts';
import { emailOf, freshFile, idOf, noon, record, replyOf, stillClock, storeAt, userOf } from './stored.ts';
import type { DirectoryStore } from './whole-store.ts';
import { workOf } from './whole-store.ts';

let file: string;
let store: DirectoryStore;
const reopen = () => {
  store.close();
  store = storeAt(file).store;
};

beforeEach(() => {
  file = freshFile();
  store = storeAt(file).store;
});
afterEach(() => store.close());

describe('what was fetched', () => {
  it('comes back whole after closing and opening', () => {
    const ann = userOf('ann', { bio: 'a\u0000b "ü" \u{1f600}', emails: [emailOf('ann@x.org', { isPrimary: true })] });
    record(store, [ann]);
    reopen();
    expect(store.user(ann.id)).toEqual({ user: ann, fetchedAt: noon, notFoundSince: null, carried: [] });
    expect(store.raw(ann.id)).toEqual({
      id: ann.id,
      text: replyOf(ann).text,
      sha256: replyOf(ann).sha256,
      firstSeenAt: noon,
      textSeenAt: noon,
      lastSeenAt: noon,
      url: 'https://api.example.com/v1/ext/user/ann',
    });
    expect(store.cards([ann.id]).get(ann.id)).toMatchObject({ name: 'Person ann', email: 'ann@x.org', reportCount: 0 });
  });

  it('is null for one who was never fetched, though somebody names them', () => {
    record(store, [userOf('boss', { reports: [idOf('ann')] })]);
    for (const id of ['ann', 'stranger']) {
      expect(store.user(idOf(id))).toBeNull();
      expect(store.raw(idOf(id))).toBeNull();
      expect(store.statusHistory(idOf(id))).toEqual([]);
    }
    expect(store.cards([idOf('ann')]).size).toBe(0);
    expect(store.peopleCount()).toBe(1);
  });

  it('says of each reply whether it was new, changed or the same', () => {
    const boss = userOf('boss', { reports: [idOf('ann')] });
    const said = (users: readonly User[]) => record(store, users).map(({ change: _, ...one }) => one);
    expect(said([boss, userOf('ann')])).toEqual([
      { id: 'boss', what: 'added', claims: 'changed' },
      { id: 'ann', what: 'added', claims: 'unchanged' },
    ]);
    expect(said([boss, userOf('ann', { bio: 'new' })])).toEqual([
      { id: 'boss', what: 'unchanged', claims: 'unchanged' },
      { id: 'ann', what: 'changed', claims: 'unchanged' },
    ]);
  });

  it('takes the last of two replies about one person in a batch', () => {
    record(store, [userOf('ann', { name: 'Old' }), userOf('ann', { name: 'New' })]);
    expect(store.user(idOf('ann'))?.user.name).toBe('New');
    expect(store.peopleCount()).toBe(1);
  });
});

describe('observations', () => {
  it('are written only when the content changed, and again when it goes back', () => {
    const active = userOf('ann');
    const away = userOf('ann', { status: 'inactive', isActive: false });
    for (const [nth, user] of [active, active, away, active].entries()) record(store, [user], noon + nth);
    expect(store.statusHistory(idOf('ann')).map(({ at, status }) => [at - noon, status])).toEqual([
      [3, 'active'],
      [2, 'inactive'],
      [0, 'active'],
    ]);
    expect(store.raw(idOf('ann'))).toMatchObject({ firstSeenAt: noon + 3, lastSeenAt: noon + 3 });
  });

  it('of the same content move the time last seen', () => {
    record(store, [userOf('ann')], noon);
    record(store, [userOf('ann')], noon + 5);
    expect(store.raw(idOf('ann'))).toMatchObject({ firstSeenAt: noon, lastSeenAt: noon + 5 });
    expect(store.user(idOf('ann'))?.fetchedAt).toBe(noon + 5);
  });

  it('are not written for a reply that differs only in the server’s own words about it', () => {
    const reply = replyOf(userOf('ann'));
    const stamped = (time: string, more: object = {}) => {
      const text = JSON.stringify({ ...JSON.parse(reply.text), ...more, _meta: { time } });
      return { ...reply, text, sha256: createHash('sha256').update(text).digest('hex') as Sha256 };
    };
    const record = (one: UserReply) => store.recordUsers([one]);
    expect(record(stamped('12:00'))).toMatchObject({ ok: true, value: [{ what: 'added' }] });
    expect(record({ ...stamped('12:01'), receivedAt: noon + 60_000 })).toMatchObject({
      value: [{ what: 'unchanged' }],
    });
    expect(store.raw(idOf('ann'))).toMatchObject({ firstSeenAt: noon, lastSeenAt: noon + 60_000 });
    expect(store.user(idOf('ann'))?.fetchedAt).toBe(noon + 60_000);
    expect(record(stamped('12:02', { _errors: ['new'] }))).toMatchObject({ value: [{ what: 'changed' }] });
  });

  it('give a status only where a flag changed, unreadable flags included', () => {
    const steps = [
      userOf('ann', { bio: '1' }),
      userOf('ann', { bio: '2' }),
      userOf('ann', { status: 'unknown', isActive: null }),
      userOf('ann', { status: 'deleted', isActive: null, isDeleted: true, deletedAt: 1.5 }),
      userOf('ann', {
        status: 'deleted',
        isActive: null,
        isDeleted: true,
        deletedAt: 1.5,
        availability: 'AVAILABLE',
      }),
    ];
    for (const [nth, user] of steps.entries()) record(store, [user], noon + nth);
    expect(store.statusHistory(idOf('ann'))).toEqual([
      { at: noon + 4, status: 'deleted', isActive: null, isDeleted: true, deletedAt: 1.5, availability: 'AVAILABLE' },
      { at: noon + 3, status: 'deleted', isActive: null, isDeleted: true, deletedAt: 1.5, availability: null },
      { at: noon + 2, status: 'unknown', isActive: null, isDeleted: false, deletedAt: null, availability: null },
      { at: noon, status: 'active', isActive: true, isDeleted: false, deletedAt: null, availability: null },
    ]);
  });

  it('give at most 200 statuses, the newest', () => {
    for (let nth = 0; nth < 210; nth += 1) record(store, [userOf('ann', { isActive: nth % 2 === 0 })], noon + nth);
    const statuses = store.statusHistory(idOf('ann'));
    expect(statuses).toHaveLength(200);
    expect(statuses[0]?.at).toBe(noon + 209);
  });
});

describe('a person the server no longer knows', () => {
  it('stays, marked since the first time', () => {
    record(store, [userOf('ann')]);
    store.recordNotFound(idOf('ann'), noon + 10);
    store.recordNotFound(idOf('ann'), noon + 20);
    reopen();
    expect(store.user(idOf('ann'))).toMatchObject({ user: { name: 'Person ann' }, notFoundSince: noon + 10 });
  });

  it('is unmarked when it answers again, and marked anew later', () => {
    record(store, [userOf('ann')]);
    store.recordNotFound(idOf('ann'), noon + 10);
    record(store, [userOf('ann')], noon + 20);
    expect(store.user(idOf('ann'))?.notFoundSince).toBeNull();
    store.recordNotFound(idOf('ann'), noon + 30);
    expect(store.notFoundSince(idOf('ann'))).toBe(noon + 30);
  });

  it('may be one who was never known', () => {
    expect(store.recordNotFound(idOf('ghost'), noon).ok).toBe(true);
    expect(store.notFoundSince(idOf('ghost'))).toBe(noon);
    expect(store.user(idOf('ghost'))).toBeNull();
    expect(store.peopleCount()).toBe(0);
  });
});

describe('counts by status', () => {
  beforeEach(() => {
    record(store, [
      userOf('3', { name: 'Émile' }),
      userOf('1', { name: 'zoe' }),
      userOf('2', { name: 'Eva', status: 'deleted' }),
      userOf('4', { name: 'Adam', status: 'inactive' }),
      userOf('5', { name: 'Bo', status: 'unknown' }),
    ]);
  });
  it('follow what is recorded', () => {
    expect(store.counts()).toEqual({ active: 2, inactive: 1, deleted: 1, 'not-found': 0, unknown: 1 });
    record(store, [userOf('1', { name: 'zoe', status: 'deleted' }), userOf('6', { name: 'New' })]);
    expect(store.counts()).toEqual({ active: 2, inactive: 1, deleted: 2, 'not-found': 0, unknown: 1 });
    expect(store.peopleCount()).toBe(6);
  });
});

describe('what is remembered beside the people', () => {
  it('names of teams and roles stand on the cards', () => {
    record(store, [userOf('ann', { team: 't1', role: 'r1' })]);
    expect(store.cards([idOf('ann')]).get(idOf('ann'))).toMatchObject({ team: { id: 't1', name: null } });
    store.setLabels({ teams: new Map([['t1', 'Team One']]), roles: new Map([['r1', 'Lead']]) });
    expect(store.cards([idOf('ann')]).get(idOf('ann'))).toMatchObject({
      team: { id: 't1', name: 'Team One' },
      role: { id: 'r1', name: 'Lead' },
    });
    store.setLabels({ teams: new Map([['t2', 'Two']]), roles: new Map() });
    record(store, [userOf('bob', { team: 't2' })]);
    expect(store.cards([idOf('ann')]).get(idOf('ann'))).toMatchObject({ team: { id: 't1', name: null } });
    expect(store.cards([idOf('bob')]).get(idOf('bob'))).toMatchObject({ team: { id: 't2', name: 'Two' } });
  });

  it('names of teams stay while the server tells roles alone, and the other way round', () => {
    record(store, [userOf('ann', { team: 't1', role: 'r1' })]);
    const names = () => {
      const card = store.cards([idOf('ann')]).get(idOf('ann'));
      return [card?.team?.name, card?.role?.name];
    };
    store.setLabels({ teams: new Map([['t1', 'Team One']]), roles: new Map([['r1', 'Lead']]) });
    store.setLabels({ teams: new Map(), roles: new Map([['r1', 'Head']]) });
    expect(names()).toEqual(['Team One', 'Head']);
    store.setLabels({ teams: new Map([['t1', 'Team 1']]), roles: new Map() });
    expect(names()).toEqual(['Team 1', 'Head']);
  });

  it('pictures stand on the cards; one that could not be had is asked for again after a day', () => {
    const url = 'https://pictures.example.com/ann.png';
    const sha256 = 'a'.repeat(64) as Sha256;
    record(store, [userOf('ann', { profileImageUrl: url })]);
    expect(store.pictureOf(url)).toBeUndefined();
    expect(store.pictureTroubleOf(url)).toBeNull();
    store.recordPicture(url, null, 'moves');
    expect([store.pictureOf(url), store.pictureTroubleOf(url)]).toEqual([null, 'moves']);
    store.close();
    store = storeAt(file, { clock: { ...stillClock, now: () => noon + 25 * 3_600_000 } }).store;
    expect(store.pictureOf(url)).toBeUndefined();
    store.recordPicture(url, sha256);
    expect([store.pictureOf(url), store.pictureTroubleOf(url)]).toEqual([sha256, null]);
    store.database.prepare('UPDATE pictures SET why = ?').run('a reason of a newer version');
    expect(store.pictureTroubleOf(url)).toBeNull();
    expect(store.cards([idOf('ann')]).get(idOf('ann'))?.picture).toBe(sha256);
  });

  it('people opened come newest first, each once, without those who never arrived', () => {
    record(store, [userOf('a'), userOf('b'), userOf('c')]);
    for (const [nth, id] of ['a', 'b', 'ghost', 'a', 'c'].entries()) store.recordOpened(idOf(id), noon + nth);
    reopen();
    expect(store.recent(12).map(({ id }) => id)).toEqual(['c', 'a', 'b']);
    expect(store.recent(1).map(({ id }) => id)).toEqual(['c']);
  });

  it('ids to start from keep the order in which they were given, each once', () => {
    const add = (...ids: string[]) => workOf(store).addStartIds(ids.map(idOf));
    expect(add('z', 'a', 'z')).toEqual({ ok: true, value: { added: 2 } });
    reopen();
    expect(store.startIds()).toEqual(['z', 'a']);
    expect(add('m', 'z')).toEqual({ ok: true, value: { added: 1 } });
    expect(store.startIds()).toEqual(['z', 'a', 'm']);
  });

  it('ids in a text are counted and added once, however spelled', () => {
    record(store, [userOf('u-1')]);
    const work = workOf(store);
    const text = 'u-1, U-1, u-2, U-2, u-3';
    expect(work.countIdsIn(text)).toMatchObject({ value: { found: 3, added: 2 } });
    const read = work.idsIn(text);
    expect(read).toMatchObject({ value: { found: 3, lines: 'u-1\nu-2\nu-3' } });
    expect(work.addStartLines(read.ok ? read.value.lines : '')).toMatchObject({ value: { added: 2 } });
  });
});

describe('a newer reader', () => {
  it('reads the stored replies anew, once, and what it cannot read stays', () => {
    record(store, [userOf('ann', { name: 'Old' }), userOf('bob', { name: 'Bob' })]);
    store.close();
    const read = (body: unknown) => {
      const { _data } = body as { _data: ReturnType<typeof userOf> };
      return _data.id === 'bob'
        ? ({ ok: false, failure: { kind: 'offline' } } as const)
        : ({ ok: true, value: { ..._data, name: 'Anna Newly', status: 'inactive', isActive: false } } as const);
    };
    store = storeAt(file, { reader: { version: 7, read } }).store;
    expect(store.rereadOutdated(100)).toMatchObject({ ok: true, value: [{ id: 'ann' }, { id: 'bob' }] });
    expect(store.rereadOutdated(100)).toEqual({ ok: true, value: [] });
    expect(store.user(idOf('ann'))?.user.name).toBe('Anna Newly');
    expect(store.user(idOf('bob'))?.user.name).toBe('Bob');
    expect(store.counts()).toMatchObject({ active: 1, inactive: 1 });
    expect(store.find({ status: null, text: 'newly', limit: 5 }).map(({ card }) => card.id)).toEqual(['ann']);
    expect(store.statusHistory(idOf('ann')).map(({ status }) => status)).toEqual(['inactive']);
  });
});
