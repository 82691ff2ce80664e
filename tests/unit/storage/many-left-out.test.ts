/**
 * What a reply of many fields or e-mails is compared with, and what is carried over to it, takes time linear in both. Anything
 * worse would run into the time limit of the test: a single reply would stop the sync, and its person's page the app.
 */
import { expect, it } from 'vitest';
import { type Fields, hours, storeOfEachTest, tell } from './replied.ts';
import { idOf } from './stored.ts';
import type { DirectoryStore } from './whole-store.ts';

let store: DirectoryStore;
storeOfEachTest((opened) => {
  store = opened;
});

const count = 10_000;
const numbers = Array.from({ length: count }, (_, nth) => nth);
const record = (fields: Fields): Fields => ({ id: 'boss', isActive: true, isDeleted: false, ...fields });
const whole = (nth: number): Fields => ({
  id: `e${nth}`,
  email: `a${nth}@x.example`,
  normalizedEmail: `a${nth}@x.example`,
  type: 'WORK',
  isVerified: true,
  createdAt: 1_631_817_298_108,
  updatedAt: 1_631_817_298_108,
  user: 'boss',
});
const bare = (nth: number): Fields => ({ email: `A${nth}@x.example` });

it.each<[string, Fields, Fields]>([
  ['that leaves out fields', Object.fromEntries(numbers.map((nth) => [`f${nth}`, nth])), {}],
  ['whose e-mails leave out fields', { emails: numbers.map(whole) }, { emails: numbers.map(bare) }],
  [
    'whose e-mails stand in another order',
    { emails: numbers.map(whole) },
    { emails: numbers.toReversed().map((nth) => ({ id: `e${nth}` })) },
  ],
])('a reply %s', (_how, first, second) => {
  for (const [nth, fields] of [first, second, second, first, second].entries())
    tell(store, record(fields), { at: hours(nth + 1) });
  const known = store.user(idOf('boss'));
  expect([known?.fetchedAt, known?.carried.length]).toEqual([hours(5), expect.any(Number)]);
  expect(known?.carried.length).toBeGreaterThan(0);
});

it('of what is left out as much is kept beside the reply as a page can read, what the reference names before all', () => {
  const others = Object.fromEntries(numbers.map((nth) => [`f${nth}`, nth]));
  tell(store, record({ ...others, bio: 'Climbs', reportees: ['ann'], emails: numbers.map(whole) }), { at: hours(1) });
  tell(store, record({ emails: numbers.map(bare) }), { at: hours(2) });
  const key = store.tables.ids.find(idOf('boss'));
  const carried = key === null ? [] : (store.tables.observations.newest(key)?.carried ?? []);
  const fieldsOfEmails = 7;
  expect(carried.length).toBeLessThanOrEqual(500 + 200 * fieldsOfEmails + 2);
  expect(carried.map(({ path: [field] }) => field)).toEqual(expect.arrayContaining(['f0', 'f499', 'bio', 'reportees']));
  expect(store.user(idOf('boss'))?.user).toMatchObject({ bio: 'Climbs', reports: ['ann'] });
  expect(store.user(idOf('boss'))?.user.emails[0]).toMatchObject({ type: 'WORK', isVerified: true });
});
