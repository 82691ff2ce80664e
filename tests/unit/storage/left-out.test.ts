/** What a reply leaves out takes nothing away; what it says to be empty does. */

import { describe, expect, it } from 'vitest';
import { assemblePage } from '../../../electron/person/page.ts';
import { fetchUserFields } from '../../../electron/reading/fetch-user-fields.ts';
import {
  claimsIn,
  type Fields,
  hours,
  list,
  repliesIn,
  sameReader,
  storeOfEachTest,
  tell,
  tellText,
  wholeRecord,
  without,
} from './replied.ts';
import { idOf } from './stored.ts';
import type { DirectoryStore } from './whole-store.ts';

let store: DirectoryStore;
const { reopen } = storeOfEachTest((opened) => {
  store = opened;
});

const user = (id = 'boss') => {
  const known = store.user(idOf(id));
  if (known === null) throw new Error(`${id} is not stored`);
  return known;
};
const page = (id: string) =>
  assemblePage(
    {
      store,
      server: 'https://api.example.com',
      reading: () => null,
      failures: new Map(),
      canFetch: () => true,
      totalsOf: () => null,
    },
    idOf(id),
    { source: 'local', trouble: null },
  );
const email = (id: string, address: string, more: Fields = {}): Fields => ({
  id,
  createdAt: 1631817298108,
  updatedAt: 1631817298108,
  email: address,
  normalizedEmail: address,
  type: 'WORK',
  isVerified: true,
  user: 'boss',
  ...more,
});
const boss = (more: Fields = {}) =>
  wholeRecord('boss', {
    reportees: ['ann', 'bob'],
    emails: [email('e1', 'boss@x.org'), email('e2', 'b@x.org')],
    primaryEmail: email('e1', 'boss@x.org'),
    phones: ['+49 30 123456'],
    bio: 'Leads',
    deletedAt: null,
    staffNumber: 17,
    ...more,
  });

describe('a reply that leaves out the direct reports', () => {
  it('ends no claim, which says when it was last seen', () => {
    tell(store, boss());
    tell(store, wholeRecord('ann'));
    tell(store, without(boss(), 'reportees'), { at: hours(2) });
    tell(store, without(boss(), 'reportees'), { at: hours(4) });
    expect(claimsIn(store)).toEqual([
      ['boss > ann', 0, null, null],
      ['boss > bob', 0, null, null],
    ]);
    expect(store.linesToTop(idOf('ann'))).toMatchObject([
      { seenAt: hours(0), steps: [{ id: 'boss', reportCount: 2 }] },
    ]);
    expect(user()).toMatchObject({ fetchedAt: hours(4), user: { reports: ['ann', 'bob'], unread: [] } });
    expect(page('boss')).toMatchObject({
      carried: [{ field: 'reportees', seenAt: hours(0), why: 'missing' }],
      reports: [{ id: 'ann' }, { id: 'bob' }],
    });
  });

  it('is followed by one that speaks of it, from which the claims are seen again, begin and end', () => {
    tell(store, boss());
    tell(store, without(boss(), 'reportees'), { at: hours(2) });
    tell(store, boss({ reportees: ['bob', 'eve'] }), { at: hours(5) });
    expect(claimsIn(store)).toEqual([
      ['boss > ann', 0, 0, 5],
      ['boss > bob', 0, null, null],
      ['boss > eve', 5, null, null],
    ]);
    tell(store, wholeRecord('eve'));
    expect(store.linesToTop(idOf('eve'))).toMatchObject([{ seenAt: hours(5) }]);
    expect(user().carried).toEqual([]);
  });

  it('makes the claim of another manager, seen since, the newer one', () => {
    tell(store, boss());
    tell(store, wholeRecord('ann'));
    tell(store, wholeRecord('other', { reportees: ['ann'] }), { at: hours(1) });
    tell(store, without(boss(), 'reportees'), { at: hours(2) });
    expect(store.linesToTop(idOf('ann')).map(({ steps, seenAt }) => [steps.at(-1)?.id, seenAt])).toEqual([
      ['other', hours(1)],
      ['boss', hours(0)],
    ]);
    // The same once a reply that speaks of them comes in the very text that came first.
    tell(store, boss(), { at: hours(3) });
    expect(store.linesToTop(idOf('ann'))[0]).toMatchObject({ seenAt: hours(3) });
  });

  it.each([[[]], [null], ['']])('is another thing than one that says %j: that ends them', (reportees) => {
    tell(store, boss());
    tell(store, boss({ reportees }), { at: hours(2) });
    expect(claimsIn(store)).toEqual([
      ['boss > ann', 0, 0, 2],
      ['boss > bob', 0, 0, 2],
    ]);
    expect(user().user.reports).toEqual([]);
  });

  it.each([['none'], [5], [{}], [{ count: 0 }], [[null]], [['']], [[{ userId: 'ann' }]], [[['ann']]], [['a b', 5.5]]])(
    'is like one that says %j, which cannot be read',
    (reportees) => {
      tell(store, boss());
      tell(store, boss({ reportees }), { at: hours(2) });
      expect(claimsIn(store).map(([who, , , ended]) => [who, ended])).toEqual([
        ['boss > ann', null],
        ['boss > bob', null],
      ]);
      expect(user().carried).toEqual([{ field: 'reportees', seenAt: hours(0), why: 'unreadable' }]);
    },
  );

  it('may be an entry of a list, which says nothing new and does not speak of them', () => {
    tell(store, boss());
    tell(store, wholeRecord('ann'));
    const entry = without(boss(), 'reportees', 'phones');
    expect(list(store, entry, hours(3))).toMatchObject({ what: 'unchanged' });
    expect(user()).toMatchObject({ fetchedAt: hours(3), carried: [] });
    expect(store.linesToTop(idOf('ann'))).toMatchObject([{ seenAt: hours(0) }]);
    // It is not the entry that Raw shows, so that is as old as before.
    expect(store.raw(idOf('boss'))).toMatchObject({ lastSeenAt: hours(0) });
    list(store, without(boss(), 'phones'), hours(4));
    expect(store.linesToTop(idOf('ann'))).toMatchObject([{ seenAt: hours(4) }]);
  });
});

describe('a reply that leaves out anything else', () => {
  const fields = Object.keys(boss()).filter((field) => field !== 'id');
  it.each(fields)('keeps %s as it was', (field) => {
    const whole = boss({ gender: 'f', team: 't1', role: 'r1', middleName: 'M', coverImageUrl: 'https://x.org/c.png' });
    tell(store, whole);
    const before = user().user;
    const columns = () => store.database.prepare('SELECT * FROM people').get() as Fields;
    const filed = columns();
    expect(tell(store, without(whole, field), { at: hours(1) })).toMatchObject({ what: 'unchanged' });
    expect(user().user).toEqual(before);
    expect(store.statusHistory(idOf('boss'))).toHaveLength(1);
    const same = without(filed, 'fetched_at', 'observation', 'reports_at');
    expect(without(columns(), 'fetched_at', 'observation', 'reports_at')).toEqual(same);
    expect(store.raw(idOf('boss'))?.text).toBe(
      JSON.stringify({ _data: without(whole, field), _meta: {}, _errors: [] }),
    );
    const saidSomething = ![null, ''].includes(whole[field] as null) && JSON.stringify(whole[field]) !== '[]';
    expect(user().carried).toEqual(saidSomething ? [{ field, seenAt: hours(0), why: 'missing' }] : []);
  });

  it('names every field of the reference among those', () => {
    expect(fetchUserFields.filter((field) => !Object.keys(boss()).includes(field))).toEqual([]);
  });

  it('leaves nothing of a person away though it says but one thing', () => {
    tell(store, boss());
    tell(store, { id: 'boss', isDeleted: true, deletedAt: hours(1) }, { at: hours(2) });
    expect(user().user).toMatchObject({
      status: 'deleted',
      deletedAt: hours(1),
      name: 'Person boss',
      emails: [{ address: 'boss@x.org' }, { address: 'b@x.org' }],
      phones: [{ number: '+49 30 123456' }],
      reports: ['ann', 'bob'],
    });
    expect(store.find({ status: null, text: '123456', limit: 5 })).toHaveLength(1);
    // Active and available are of the older reply, and contradict nothing.
    expect(page('boss')?.contradictions).toEqual([]);
    tell(store, boss({ isDeleted: true, isActive: true }), { at: hours(3) });
    expect(page('boss')?.contradictions).toContain('deleted-yet-active');
  });

  it('takes away what it says is null, empty or not set', () => {
    tell(store, boss());
    tell(store, { ...boss(), emails: [], primaryEmail: null, phones: null, bio: '' }, { at: hours(1) });
    expect(user()).toMatchObject({ user: { emails: [], phones: [], bio: null }, carried: [] });
  });

  it('leaves away what was said to be not set, also when everything is read once more', () => {
    tell(store, boss());
    tell(store, boss({ reportees: [], bio: null }), { at: hours(1) });
    tell(store, without(boss(), 'reportees', 'bio'), { at: hours(2) });
    expect(repliesIn(store, 'boss')).toHaveLength(2);
    reopen(sameReader(99));
    store.rereadOutdated(10);
    expect(user()).toMatchObject({ user: { reports: [], bio: null }, carried: [] });
    expect(claimsIn(store)).toEqual([
      ['boss > ann', 0, 0, 1],
      ['boss > bob', 0, 0, 1],
    ]);
  });

  it('may leave out a field of an e-mail', () => {
    tell(store, boss());
    const emails = [without(email('e2', 'b@x.org'), 'isVerified', 'type'), without(email('e1', 'boss@x.org'), 'id')];
    const told = { ...boss(), emails, primaryEmail: without(email('e1', 'BOSS@x.org'), 'isVerified') };
    tell(store, told, { at: hours(1) });
    expect(user().user.emails).toMatchObject([
      { address: 'boss@x.org', id: 'e1', isVerified: true, isPrimary: true },
      { address: 'b@x.org', isVerified: true, type: 'WORK' },
    ]);
    expect(user().carried.map(({ field }) => field)).toEqual([
      'primaryEmail.isVerified',
      'emails[0].type',
      'emails[0].isVerified',
      'emails[1].id',
    ]);
    // Another address is another e-mail: what was known of the old one says nothing of it.
    tell(store, { ...told, primaryEmail: { email: 'new@x.org' }, emails: [{ email: 'new@x.org' }] }, { at: hours(2) });
    expect(user().user.emails).toMatchObject([{ address: 'new@x.org', isVerified: null, type: null }]);
  });

  it('keeps an id of many digits', () => {
    const text = JSON.stringify({ _data: without(boss(), 'team') });
    const long = '12345678901234567890';
    const numbered = text.replace('"bio"', `"team":${long},"bio"`);
    tellText(store, 'boss', numbered);
    tellText(store, 'boss', text, { at: hours(1) });
    expect(user()).toMatchObject({ user: { team: long }, carried: [{ field: 'team', seenAt: hours(0) }] });
  });

  it('stays what it was over a restart, and for as many replies as leave it out', () => {
    tell(store, boss());
    for (let at = 1; at < 4; at += 1) tell(store, { ...without(boss(), 'bio'), firstName: `${at}` }, { at: hours(at) });
    reopen(sameReader(99));
    store.rereadOutdated(10);
    expect(user()).toMatchObject({ user: { bio: 'Leads' }, carried: [{ field: 'bio', seenAt: hours(0) }] });
  });
});

describe('an entry of a list', () => {
  it('that leaves out what only Fetch User gives takes nothing away, and what only it gives is not missed there', () => {
    list(store, { ...without(boss(), 'phones'), lastLoginAt: 5 });
    tell(store, boss(), { at: hours(1) });
    expect(user()).toMatchObject({ user: { phones: [{ number: '+49 30 123456' }] }, carried: [] });
    expect(list(store, { ...without(boss(), 'phones'), lastLoginAt: 6 }, hours(2))).toMatchObject({
      what: 'unchanged',
    });
    expect(user()).toMatchObject({ user: { phones: [{}] }, fetchedAt: hours(2), carried: [] });
  });

  it('that is whole but for a field of the server’s own is compared without it', () => {
    tell(store, boss());
    expect(list(store, without(boss(), 'staffNumber'), hours(1))).toMatchObject({ what: 'unchanged' });
    expect(repliesIn(store, 'boss')).toHaveLength(1);
    expect(list(store, { ...without(boss(), 'staffNumber'), bio: 'New' }, hours(2))).toMatchObject({ what: 'changed' });
    expect(user().user).toMatchObject({
      bio: 'New',
      others: expect.arrayContaining([{ field: 'staffNumber', json: '17' }]),
    });
  });

  it('is compared with what an older reply said, too', () => {
    tell(store, boss());
    tell(store, without(boss(), 'bio'), { at: hours(1) });
    expect(list(store, without(boss({ bio: 'Another' }), 'phones'), hours(2))).toMatchObject({ what: 'older' });
    expect(user()).toMatchObject({ user: { bio: 'Leads' }, fetchedAt: hours(1) });
  });
});
