/** Ids that differ only in letter case or in the dashes of a UUID, as they are stored. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { succeeded } from '../../../contract/failures.ts';
import type { User } from '../../../contract/user.ts';
import { createPersonIds } from '../../../electron/sqlite/person-ids.ts';
import { currentReader } from '../../../electron/storage/reader.ts';
import { freshFile, idOf, noon, record, replyOf, storeAt, userOf } from '../storage/stored.ts';
import type { DirectoryStore } from '../storage/whole-store.ts';

const dashed = '9763caa1-cef3-497f-b3b2-f551456b2831';
const bare = '9763caa1cef3497fb3b2f551456b2831';

let store: DirectoryStore;
beforeEach(() => {
  ({ store } = storeAt(freshFile()));
});
afterEach(() => store.close());

const known = (id: string) => store.user(idOf(id))?.user.name ?? null;
const pending = () => store.tables.frontier.pending(0, 10).ids;
const managersOf = (id: string) => store.linesToTop(idOf(id)).map(({ steps }) => steps.at(-1)?.id);

describe('a UUID without dashes', () => {
  it('is who is stored with them, and the other way round', () => {
    record(store, [userOf(dashed, { name: 'Ann' })]);
    expect([known(bare), known(bare.toUpperCase())]).toEqual(['Ann', 'Ann']);
    expect(store.idAsStored(idOf(bare))).toBe(dashed);
    const { store: other } = storeAt(freshFile());
    record(other, [userOf(bare.toUpperCase(), { name: 'Ann' })]);
    expect(other.user(idOf(dashed))?.user.id).toBe(bare.toUpperCase());
    other.close();
  });

  it('among the reports of a manager is the stored one, in any order of arrival', () => {
    record(store, [userOf('boss', { reports: [idOf(bare)] })]);
    expect(pending()).toEqual([bare]);
    record(store, [userOf(dashed, { name: 'Ann' })]);
    expect([pending(), managersOf(dashed), known(bare)]).toEqual([[], ['boss'], 'Ann']);
    record(store, [userOf('other', { reports: [idOf(bare.toUpperCase())] })]);
    expect([pending(), managersOf(dashed).toSorted()]).toEqual([[], ['boss', 'other']]);
  });

  it('is asked for as the server spells it', () => {
    record(store, [userOf('boss', { reports: [idOf(dashed)] })]);
    record(store, [userOf(bare, { name: 'Ann', reports: [idOf('boss')] })]);
    expect(store.idAsStored(idOf(dashed))).toBe(bare);
    expect(store.user(idOf('boss'))?.user.reports).toEqual([bare]);
  });
});

describe('ids that differ only in letter case', () => {
  it('are one where a manager lists somebody who is stored otherwise', () => {
    record(store, [userOf('emp-7', { name: 'Ann' }), userOf('boss', { reports: [idOf('EMP-7')] })]);
    expect([pending(), managersOf('emp-7'), known('Emp-7')]).toEqual([[], ['boss'], 'Ann']);
    expect(store.user(idOf('boss'))?.user.reports).toEqual(['emp-7']);
  });

  it('are one where nobody answered to the spelling that was named first', () => {
    record(store, [userOf('boss', { reports: [idOf('EMP-7')] })]);
    expect(pending()).toEqual(['EMP-7']);
    record(store, [userOf('emp-7', { name: 'Ann' })]);
    expect([pending(), managersOf('emp-7')]).toEqual([[], ['boss']]);
  });

  it('stay two people who are both stored', () => {
    record(store, [userOf('emp-7', { name: 'Ann' }), userOf('EMP-7', { name: 'Ben' })]);
    expect([known('emp-7'), known('EMP-7'), known('Emp-7')]).toEqual(['Ann', 'Ben', null]);
    expect(store.peopleCount()).toBe(2);
  });

  it('stay two where one manager lists both', () => {
    record(store, [userOf('boss', { reports: [idOf('emp-7'), idOf('EMP-7')] })]);
    expect(pending()).toEqual(['emp-7', 'EMP-7']);
    record(store, [userOf('EMP-7', { name: 'Ben' })]);
    expect(pending()).toEqual(['emp-7']);
  });

  it('do not make somebody missing that the server has under their own id', () => {
    record(store, [userOf('emp-7', { name: 'Ann' })]);
    expect(store.user(idOf('emp-7'))?.notFoundSince).toBeNull();
    store.recordNotFound(idOf('EMP-7'), noon + 1);
    expect(store.user(idOf('emp-7'))?.notFoundSince).toBeNull();
  });
});

it('of thousands of spellings of one id in a list and in records, few are looked at for each', () => {
  const spelled = Array.from({ length: 2048 }, (_, nth) =>
    [...'abcdefghijkl'].map((letter, at) => ((nth >> at) & 1 ? letter.toUpperCase() : letter)).join(''),
  ).map(idOf);
  const { database } = store;
  let looked = 0;
  const { prepare } = database;
  database.prepare = (sql: string) => {
    const statement = prepare.call(database, sql);
    const { all } = statement;
    return Object.assign(statement, {
      all: (...given: Parameters<typeof all>) => {
        const rows = all.apply(statement, given);
        if (sql.includes('NOCASE')) looked += rows.length;
        return rows;
      },
    });
  };
  const ids = createPersonIds(database);
  expect(ids.giveListed(spelled).size).toBe(spelled.length);
  const own = ids.givingOwn();
  expect(new Set(spelled.map((id) => own(id).key)).size).toBe(spelled.length);
  for (const id of spelled) ids.findAll(`${id.slice(0, -1)}L`);
  expect(looked).toBeGreaterThan(spelled.length);
  expect(looked).toBeLessThan(spelled.length * 40);
});

describe('a reply', () => {
  it.each([
    ['emp-7', 'EMP-7'],
    [dashed, bare],
    [bare, dashed],
  ])('to a question for %s that spells it %s is about who was asked for', (asked, own) => {
    const read = currentReader.read({ _data: { id: own, displayName: 'Ann' } }, idOf(asked));
    expect(read).toMatchObject({ ok: true, value: { id: own, name: 'Ann' } });
  });

  it('about somebody else is not', () => {
    const read = currentReader.read({ _data: { id: 'emp-8' } }, idOf('emp-7'));
    expect(read).toMatchObject({ ok: false, failure: { kind: 'bad-reply', where: 'another-id' } });
  });

  it('that spells an id otherwise than it is stored is recorded and told under the stored one', () => {
    record(store, [userOf(dashed, { name: 'Ann' })]);
    const recorded = record(store, [userOf(bare, { name: 'Ann Lee' })], noon + 1);
    expect(recorded).toMatchObject([{ id: dashed, what: 'changed' }]);
    expect([known(dashed), store.peopleCount()]).toEqual(['Ann Lee', 1]);
  });
});

describe('a reader', () => {
  it('that reads another spelling out of a stored reply leaves the person as they are stored', () => {
    const file = freshFile();
    const reader = {
      version: 1,
      read: (body: unknown) => succeeded({ ...(body as { _data: User })._data, id: idOf(bare) }),
    };
    const { store: other } = storeAt(file, { reader });
    other.recordUsers([replyOf(userOf(dashed, { name: 'Ann' }))]);
    expect(other.user(idOf(dashed))?.user.id).toBe(dashed);
    other.close();
  });
});
