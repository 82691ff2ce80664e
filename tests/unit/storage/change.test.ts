/** What a reply, or that nobody is found, made another of a person: history, watching and notifications live on it. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { User } from '../../../contract/user.ts';
import { sameReader, storeOfEachTest, tell, wholeRecord } from './replied.ts';
import { emailOf, freshFile, idOf, noon, plainReader, record, storeAt, userOf } from './stored.ts';
import type { DirectoryStore } from './whole-store.ts';
import { workOf } from './whole-store.ts';

let store: DirectoryStore;
beforeEach(() => {
  store = storeAt(freshFile()).store;
});
afterEach(() => store.close());

const changeOf = (user: User, at = noon) => record(store, [user], at)[0]?.change;
const known = (more: object = {}) => ({
  status: 'active',
  name: 'Person ann',
  role: null,
  team: null,
  email: null,
  ...more,
});
const none = { begun: [], ended: [] };

it('has nobody before who was not known', () => {
  const ann = userOf('ann', { emails: [emailOf('ann@x.org', { isPrimary: true })], role: 'r1', team: 't1' });
  expect(changeOf(ann)).toEqual({
    before: null,
    after: known({ email: 'ann@x.org', role: 'r1', team: 't1' }),
    ...none,
  });
});

it.each<[string, Partial<User>, object]>([
  ['name', { name: 'Ann Lee' }, { name: 'Ann Lee' }],
  ['role', { role: 'r2' }, { role: 'r2' }],
  ['team', { team: 't2' }, { team: 't2' }],
  ['address', { emails: [emailOf('new@x.org')] }, { email: 'new@x.org' }],
  ['status', { status: 'deleted', isDeleted: true, deletedAt: noon }, { status: 'deleted' }],
])('says what the %s was before and is after', (_what, more, after) => {
  record(store, [userOf('ann')]);
  expect(changeOf(userOf('ann', more))).toEqual({ before: known(), after: known(after), ...none });
});

it('is null where nothing of it is another', () => {
  record(store, [userOf('ann')]);
  expect(changeOf(userOf('ann'))).toBeNull();
  expect(changeOf(userOf('ann', { bio: 'new' }))).toBeNull();
});

it('names who became a direct report, and who is none any more', () => {
  const boss = (...ids: string[]) => userOf('boss', { name: 'Person ann', reports: ids.map(idOf) });
  expect(changeOf(boss('a', 'b'))).toMatchObject({ before: null, begun: ['a', 'b'], ended: [] });
  expect(changeOf(boss('b', 'c'), noon + 1)).toEqual({ before: known(), after: known(), begun: ['c'], ended: ['a'] });
  expect(changeOf(boss('c', 'b'), noon + 2)).toBeNull();
});

it('tells who is not found any more, and who is found again', () => {
  record(store, [userOf('ann')]);
  const work = workOf(store, plainReader);
  const gone = { id: idOf('ann'), failure: { kind: 'not-found', id: idOf('ann') }, at: noon + 1 } as const;
  const unknown = { ...gone, id: idOf('nobody') };
  const grown = work.recordReplies([], [gone, unknown]);
  const change = { before: known(), after: known({ status: 'not-found' }), ...none };
  expect(grown).toMatchObject({
    ok: true,
    value: {
      missed: [
        { id: 'ann', change },
        { id: 'nobody', change: null },
      ],
    },
  });
  expect(store.recordNotFound(idOf('ann'), noon + 2)).toEqual({ ok: true, value: null });
  expect(changeOf(userOf('ann'), noon + 3)).toEqual({ before: change.after, after: change.before, ...none });
  expect(store.recordNotFound(idOf('ann'), noon + 4)).toEqual({ ok: true, value: change });
});

it('tells of somebody who is found again under another name what both were', () => {
  record(store, [userOf('ann')]);
  store.recordNotFound(idOf('ann'), noon + 1);
  expect(changeOf(userOf('ann', { name: 'Ann Lee' }), noon + 2)).toEqual({
    before: known({ status: 'not-found' }),
    after: known({ name: 'Ann Lee' }),
    ...none,
  });
});

const { reopen } = storeOfEachTest((opened) => {
  store.close();
  store = opened;
});

it('is null where a reply that is stored was only read better', () => {
  tell(store, wholeRecord('ann', { displayName: 'Ann' }));
  const better = sameReader(90);
  reopen({
    ...better,
    read: (body, asked) => {
      const read = better.read(body, asked);
      return read.ok ? { ok: true, value: { ...read.value, name: 'Read better' } } : read;
    },
  });
  expect(store.rereadOutdated(9)).toMatchObject({ ok: true, value: [{ id: 'ann', change: null }] });
  expect(store.user(idOf('ann'))?.user.name).toBe('Read better');
});
