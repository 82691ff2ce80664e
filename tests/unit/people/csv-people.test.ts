/** CSV out of the table of people is, letter for letter, what CSV out of everybody's replies is. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { usualView } from '../../../contract/people-view.ts';
import { createFindKeys } from '../../../electron/people/find-keys.ts';
import { createPeopleViews } from '../../../electron/people/people-views.ts';
import { currentReader } from '../../../electron/storage/reader.ts';
import { bodyOf, organisationOf, replyOf } from '../../bench/people.ts';
import { freshFile, idOf, noon, storeAt } from '../storage/stored.ts';
import type { DirectoryStore } from '../storage/whole-store.ts';

const people = 1200;
let store: DirectoryStore;
let read: number;

/** Everybody as CSV; `readerVersion`: another than the store's has every reply read. */
function csvOf(readerVersion: number): string {
  read = 0;
  const views = createPeopleViews({
    database: store.database,
    userOf: (key) => {
      read += 1;
      return store.storedUser(key);
    },
    readerVersion,
    findKeys: createFindKeys(store),
    monotonic: () => 0,
    now: () => noon,
    afterOthers: () => undefined,
  });
  const ask = () => views.window({ view: usualView, offset: 0, limit: 1, follow: [] });
  ask();
  const begun = views.beginWriting({
    snapshot: ask().snapshot,
    which: 'all',
    format: { as: 'csv', withLocalTime: true },
  });
  if (begun === null) throw new Error('the snapshot is gone');
  let text = '';
  for (let from = 0; from < begun.total; ) {
    const part = views.writePart({ writing: begun.writing, from });
    text += part.text;
    from = part.done;
  }
  return text;
}

/** Stores what a server might send of somebody. */
function tell(record: Readonly<Record<string, unknown>>): void {
  const id = String(record.id);
  const reply = replyOf(id, JSON.stringify({ _data: record }), noon);
  if (reply === null || !store.recordUsers([reply]).ok) throw new Error(`not stored: ${id}`);
}

beforeAll(() => {
  store = storeAt(freshFile(), { reader: currentReader }).store;
  const organisation = organisationOf(people);
  const replies = Array.from({ length: people }, (_, index) => index).flatMap(
    (index) => replyOf(organisation.ids.idOf(index), bodyOf(organisation, index), noon) ?? [],
  );
  if (!store.recordUsers(replies).ok) throw new Error('not stored');
  const missing = organisation.ids.idOf(7);
  if (!store.recordNotFound(idOf(missing), noon + 1).ok) throw new Error('not stored');
  if (!store.nameLabel('role', String(replies[3]?.user.role), 'Our name').ok) throw new Error('not named');
  tell({ id: 'remark', displayName: '=1+1', isActive: true, emails: [{ email: 'a@x.example (former: b@x.example)' }] });
  tell({ id: 'twice', isDeleted: true, deletedAt: 5, emails: ['c@x.example', 'C@x.example', 'c@X.example'] });
  tell({ id: 'several', primaryEmail: { email: 'Ann <d@x.example>; e@x.example' }, phones: ['+34 1\n2', '007'] });
  tell({ id: 'wrong', isActive: 'perhaps', timezone: 5, emails: 'nobody', reportees: ['Ann', 'ann', 'remark'] });
  tell({
    id: 'Ann',
    firstName: '',
    lastName: ' ',
    timezone: '+05:30',
    createdAt: 9e18,
    reportees: ['wrong', 'REMARK'],
  });
});
afterAll(() => store.close());

describe('CSV out of the table of people', () => {
  it('is what it is out of the replies', () => {
    const fromReplies = csvOf(-1);
    expect(read).toBe(store.database.prepare('SELECT count(*) AS people FROM people').get()?.people);
    const fromTable = csvOf(currentReader.version);
    expect(fromTable.split('\r\n')).toEqual(fromReplies.split('\r\n'));
    expect(fromTable).toContain('Our name');
  });

  it('reads few replies', () => {
    csvOf(currentReader.version);
    expect(read).toBeGreaterThan(0);
    expect(read).toBeLessThan(people / 20);
  });

  it('reads the reply of somebody whose row was filled by another version of the reader', () => {
    csvOf(currentReader.version);
    const before = read;
    store.database.exec(
      "UPDATE people SET reader_version = 1, first_name = 'old' WHERE is_plain = 1 AND key % 100 = 0",
    );
    const text = csvOf(currentReader.version);
    expect(read).toBeGreaterThan(before);
    expect(text).toBe(csvOf(-1));
  });
});
