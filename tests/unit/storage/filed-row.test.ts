/** What exports say of a person stands in the table of people, and it is noted where it does not. */
import { describe, expect, it } from 'vitest';
import type { User } from '../../../contract/user.ts';
import { currentReader } from '../../../electron/storage/reader.ts';
import { emailOf, freshFile, idOf, record, storeAt, userOf } from './stored.ts';

const longId = (nth: number) => idOf(`00000000-0000-4000-8000-00000000000${nth}`);

/** The row of one person who was stored. */
function rowOf(more: Partial<User>): Record<string, unknown> | undefined {
  const { store } = storeAt(freshFile());
  record(store, [userOf('1', more)]);
  const row = store.database.prepare('SELECT * FROM people').get();
  store.close();
  return row;
}

describe('the row of a person', () => {
  it('holds the time zone, the parts of the name and both flags', () => {
    const named = { firstName: 'Ana', middleName: 'M.', lastName: 'Ruiz', timezone: '+0530' };
    expect(rowOf({ ...named, isActive: false, isDeleted: null })).toMatchObject({
      time_zone: '+0530',
      first_name: 'Ana',
      middle_name: 'M.',
      last_name: 'Ruiz',
      is_active: 0,
      is_deleted: null,
    });
    expect(rowOf({})).toMatchObject({
      time_zone: null,
      first_name: null,
      last_name: null,
      is_active: 1,
      is_deleted: 0,
    });
  });

  it('is plain where addresses, numbers and direct reports are all that an export says', () => {
    const phone = { number: '+34 1', type: null, isPrimary: true };
    const plain = { emails: [emailOf('a@x.example'), emailOf('b@x.example')], phones: [phone], reports: [longId(1)] };
    expect(rowOf(plain)).toMatchObject({ is_plain: 1, emails: 'a@x.example\nb@x.example' });
    expect(rowOf({})).toMatchObject({ is_plain: 1 });
  });

  it.each<[string, Partial<User>]>([
    ['a remark beside an address', { emails: [emailOf('a@x.example (former: b@x.example)')] }],
    ['an address twice', { emails: [emailOf('a@x.example'), emailOf('a@X.example')] }],
    [
      'several addresses in one field, one of them known',
      { emails: [emailOf('a@x.example'), emailOf('a@x.example; b@x.example')] },
    ],
    ['a line break in a number', { phones: [{ number: '1\n2', type: null, isPrimary: true }] }],
    ['an id that may be spelled in two ways', { reports: [idOf('Ann')] }],
  ])('is not plain where there is %s', (_, more) => {
    expect(rowOf(more)).toMatchObject({ is_plain: 0 });
  });

  it('is filled for those who were stored before there were such columns', () => {
    const file = freshFile();
    const reply = { _data: { id: '7', firstName: 'Ana', timezone: 'Asia/Kolkata', isActive: true, isDeleted: false } };
    const before = storeAt(file, { reader: { ...currentReader, version: currentReader.version - 1 } }).store;
    const read = currentReader.read(reply, idOf('7'));
    if (!read.ok) throw new Error('not read');
    const text = JSON.stringify(reply);
    before.recordUsers([{ user: read.value, text, sha256: 'a' as never, url: 'https://x.example/7', receivedAt: 1 }]);
    before.database.exec('UPDATE people SET time_zone = NULL, first_name = NULL, is_active = NULL, is_plain = NULL');
    before.close();
    const { store } = storeAt(file, { reader: currentReader });
    expect(store.rereadOutdated(10)).toMatchObject({ ok: true, value: [{ id: '7' }] });
    const columns = 'time_zone, first_name, is_active, is_plain';
    expect(store.database.prepare(`SELECT ${columns} FROM people`).get()).toEqual({
      time_zone: 'Asia/Kolkata',
      first_name: 'Ana',
      is_active: 1,
      is_plain: 1,
    });
    store.close();
  });
});
