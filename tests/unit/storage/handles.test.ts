/** Who can be reached by an address, a number or a username, kept with every write. */
import { DatabaseSync } from 'node:sqlite';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { numberMatcher } from '../../../electron/phone/same-number.ts';
import { addressHandle, askedNumberHandles, handlesOf, usernameHandle } from '../../../electron/storage/handles-of.ts';
import { emailOf, freshFile, record, storeAt, userOf } from './stored.ts';
import type { DirectoryStore } from './whole-store.ts';

let file: string;
let store: DirectoryStore;
beforeEach(() => {
  file = freshFile();
  ({ store } = storeAt(file));
});
afterEach(() => store.close());

const phoneOf = (number: string) => ({ number, type: null, isPrimary: false });
const ownersOf = (handle: string) =>
  store.tables.handles
    .ownersOf(handle, 10)
    .map(({ key, kind }) => `${store.tables.ids.idOf(key)} ${kind}`)
    .sort();
const all = () =>
  store.database.prepare('SELECT handle, kind, person FROM handles ORDER BY handle, kind, person').all();

describe('people are known by', () => {
  it('their primary and other addresses, in any letter case, their username and their numbers', () => {
    record(store, [
      userOf('ann', {
        username: 'Ann.Lee',
        emails: [emailOf('Ann@X.example'), emailOf('Ann Lee <lee@x.example>')],
        phones: [phoneOf('+49 89 1234567')],
      }),
    ]);
    expect(ownersOf(addressHandle('ann@x.EXAMPLE'))).toEqual(['ann primary-email']);
    expect(ownersOf(addressHandle('lee@x.example'))).toEqual(['ann other-email']);
    expect(ownersOf(usernameHandle('ann.lee'))).toEqual(['ann username']);
    for (const typed of ['+49 (0)89 123 45 67', '0049 89 1234567', '089 1234567']) {
      expect(askedNumberHandles(typed).flatMap(ownersOf), typed).toEqual(['ann phone']);
    }
    expect(askedNumberHandles('+43 89 1234567').flatMap(ownersOf)).toEqual([]);
  });

  it('what they have now, and nothing that they had', () => {
    record(store, [userOf('ann', { username: 'ann', emails: [emailOf('ann@x.example')] })]);
    record(store, [userOf('ann', { username: 'ann', emails: [emailOf('lee@x.example'), emailOf('ann@x.example')] })]);
    expect(ownersOf(addressHandle('ann@x.example'))).toEqual(['ann other-email']);
    record(store, [userOf('ann', { emails: [] })]);
    expect(all()).toEqual([]);
  });

  it('an address that several have, each of them', () => {
    record(store, [
      userOf('ann', { emails: [emailOf('team@x.example')] }),
      userOf('bo', { emails: [emailOf('bo@x.example'), emailOf('TEAM@x.example')] }),
    ]);
    expect(ownersOf(addressHandle('team@x.example'))).toEqual(['ann primary-email', 'bo other-email']);
  });
});

it('a file of an older version is filled in parts, and says of how many it does not know yet', () => {
  const users = Array.from({ length: 5 }, (_, nth) => userOf(`u${nth}`, { emails: [emailOf(`u${nth}@x.example`)] }));
  record(store, users);
  const whole = all();
  const older = new DatabaseSync(file);
  older.exec('DELETE FROM handles; INSERT INTO handles_filling VALUES (0)');
  older.close();
  expect(store.tables.handles.lacking()).toBe(5);
  expect(store.fillHandles(3)).toEqual({ ok: true, value: 3 });
  expect(store.tables.handles.lacking()).toBe(2);
  // Somebody who is stored again before their turn is in it once.
  record(store, [userOf('u4', { name: 'Other', emails: [emailOf('u4@x.example')] })]);
  expect(store.fillHandles(3)).toEqual({ ok: true, value: 2 });
  expect(store.fillHandles(3)).toEqual({ ok: true, value: 0 });
  expect(store.tables.handles.lacking()).toBe(0);
  expect(all()).toEqual(whole);
});

it('numbers meet as the one rule of numbers has it', () => {
  const digits = fc.stringMatching(/^[1-9]\d{7,9}$/);
  const written = fc
    .tuple(fc.constantFrom('+49 ', '0049 ', '0', '', '+1 '), digits, fc.constantFrom('', ' ext. 12'))
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(written, written, digits, (one, other, same) => {
      const stored = [one, `+49 ${same}`, `0${same} ext. 12`];
      for (const asked of [other, `0049 ${same}`, `0${same}`, one]) {
        const ways = new Set(askedNumberHandles(asked));
        for (const phone of stored) {
          const has = handlesOf({ username: null, emails: [], phones: [phone] }).some(({ handle }) => ways.has(handle));
          expect(`${asked} in ${phone}: ${has}`).toBe(`${asked} in ${phone}: ${numberMatcher(asked)(phone)}`);
        }
      }
    }),
    { numRuns: 300 },
  );
});
