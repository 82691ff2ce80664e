import { DatabaseSync } from 'node:sqlite';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { joinedIn } from '../../../electron/search/compounds.ts';
import { defineFolded } from '../../../electron/search/define-folded.ts';
import { createIndexHealth, type IndexHealth } from '../../../electron/search/index-health.ts';
import { createIndexTable, type IndexTable } from '../../../electron/search/index-table.ts';
import { searchTextOf } from '../../../electron/search/words.ts';
import { inTransaction } from '../../../electron/sqlite/transaction.ts';
import { migrate, migrations } from '../../../electron/storage/migrations.ts';
import { freshFile, plainReader, record, stillClock, storeAt, strictLog, userOf } from '../storage/stored.ts';
import { createStore, type DirectoryStore } from '../storage/whole-store.ts';

let database: DatabaseSync;
let index: IndexTable;
let health: IndexHealth;
let store: DirectoryStore;

const found = (text: string) =>
  store.find({ text, status: null, limit: 50 }).map(({ card }) => card.id.replace('id-', ''));
const some = (count: number) =>
  Array.from({ length: count }, (_, nth) =>
    userOf(`id-${nth}`, { name: `Person Number${nth}`, role: `Role ${nth % 3}` }),
  );
const rebuildAll = () => {
  health.beginRebuild();
  while (health.rebuild(7) > 0);
};

beforeEach(() => {
  // Not defensive: some tests damage the index's own tables.
  database = new DatabaseSync(':memory:', { defensive: false });
  migrate(database);
  defineFolded(database);
  index = createIndexTable(database);
  health = createIndexHealth({
    database,
    index,
    searchTextOf: (key) => {
      const user = store.storedUser(key)?.user;
      return user === undefined ? null : searchTextOf(user);
    },
  });
  store = createStore({ database, file: freshFile(), clock: stillClock, log: strictLog, reader: plainReader });
  record(store, some(20));
});

describe('the check of the index', () => {
  it('finds one that follows every write to be sound', () => {
    expect(health.check()).toBe('sound');
    record(store, [userOf('id-3', { name: 'Another Name' }), userOf('new', { name: 'New Person' })]);
    expect(health.check()).toBe('sound');
  });

  it.each([
    ['a person is missing', 'DELETE FROM words WHERE rowid = 5'],
    ['one too many is in it', "INSERT INTO words (rowid, name) VALUES (999, 'ghost')"],
    [
      'one stands for another',
      "DELETE FROM words WHERE rowid = 5; INSERT INTO words (rowid, name) VALUES (999, 'ghost')",
    ],
  ])('finds that %s', (_, damage) => {
    database.exec(damage);
    expect(health.check()).toBe('mismatched');
    rebuildAll();
    expect(health.check()).toBe('sound');
    expect(found('number4')).toEqual(['4']);
    expect(found('ghost')).toEqual([]);
  });

  it('finds that its pages were damaged, and rebuilding makes it whole', () => {
    database.exec("UPDATE words_data SET block = x'00ff00ff00ff00ff' WHERE id > 10");
    expect(health.check()).toBe('damaged');
    rebuildAll();
    expect(health.check()).toBe('sound');
    expect(found('number4')).toEqual(['4']);
    expect(found('role 2')).toHaveLength(6);
  });
});

describe('rebuilding', () => {
  it('goes on where it was, and indexes meanwhile whoever is recorded', () => {
    health.beginRebuild();
    expect(health.rebuild(8)).toBe(8);
    expect([found('number2'), found('number15')]).toEqual([['2'], []]);
    expect(health.check()).toBe('rebuilding');
    record(store, [userOf('late', { name: 'Late Comer' }), userOf('id-1', { name: 'Renamed Person' })]);
    while (health.rebuild(5) > 0);
    expect([found('number15'), found('late'), found('renamed'), found('number1')].map((list) => list[0])).toEqual([
      '15',
      'late',
      '1',
      '10',
    ]);
    expect(health.check()).toBe('sound');
  });

  it('has nothing to do where it was not begun', () => {
    expect(health.rebuild(100)).toBe(0);
    expect(found('number4')).toEqual(['4']);
  });

  it('is due after an older version of the index, and only where there are people', () => {
    const older = new DatabaseSync(':memory:');
    migrate(older, migrations.slice(0, 1));
    older.exec("INSERT INTO people VALUES (1, 0, 'a', 'A', NULL, NULL, NULL, NULL, NULL, NULL, 0, 0, 1, 1, '')");
    migrate(older, migrations.slice(0, 3));
    expect(older.prepare('SELECT done_to FROM index_rebuild').all()).toEqual([{ done_to: 0 }]);
    const fresh = new DatabaseSync(':memory:');
    migrate(fresh);
    expect(fresh.prepare('SELECT * FROM index_rebuild').all()).toEqual([]);
  });

  it('leaves the same index as recording did, whoever was recorded in whichever order', () => {
    const word = fc.constantFrom('ann', 'bo', 'Müller', '李明', 'o’neil', 'ΣΤΑ');
    const user = fc.record({
      id: fc.integer({ min: 0, max: 9 }),
      name: fc.array(word, { minLength: 1, maxLength: 3 }),
    });
    fc.assert(
      fc.property(fc.array(user, { maxLength: 12 }), (users) => {
        record(
          store,
          users.map(({ id, name }) => userOf(`id-${id}`, { name: name.join(' ') })),
        );
        const before = ['ann', 'bo', 'mueller', '明', 'neil', 'στα', 'person'].map(found);
        rebuildAll();
        expect(['ann', 'bo', 'mueller', '明', 'neil', 'στα', 'person'].map(found)).toEqual(before);
        expect(health.check()).toBe('sound');
      }),
      { numRuns: 25 },
    );
  });
});

describe('a name of thousands of particles', () => {
  const particles = ['de', 'la', 'van', 'der', 'el', 'bin'];
  const name = (words: number) => Array.from({ length: words }, (_, nth) => particles[nth % 6]).join(' ');

  // Each way to write some of them in one would be more than a million words of a hundred letters and more.
  it('has few ways to be written in one', () => {
    expect(joinedIn(name(2000).split(' ')).length).toBeLessThanOrEqual(7 * 2000);
    const different = Array.from({ length: 600 }, (_, nth) => particles[(nth * nth) % 6]).join(' ');
    expect(searchTextOf(userOf('long', { name: different })).name.length).toBeLessThanOrEqual(60_000);
  });

  it('is found, at the length that a name may have', () => {
    record(store, [userOf('id-long', { name: `${name(2000)} Berg` })]);
    expect(found('de la van der')).toEqual(['long']);
    expect(found('delavander berg')).toEqual(['long']);
  });
});

describe('settling', () => {
  it('comes to an end, and finds the same people afterwards', () => {
    for (let nth = 153; nth < 156; nth += 1) record(store, [userOf(`id-${nth}`, { name: `Person Number${nth}` })]);
    const pieces = () => database.prepare('SELECT count(DISTINCT segid) AS pieces FROM words_idx').get()?.pieces;
    expect(pieces()).toBeGreaterThan(1);
    let rounds = 0;
    while (health.settle(4)) rounds += 1;
    expect(rounds).toBeLessThan(100);
    expect(pieces()).toBe(1);
    expect(found('number155')).toEqual(['155']);
    expect(health.check()).toBe('sound');
  });
});

describe('a transaction that came to nothing', () => {
  it('leaves no word and no label behind that is only remembered', () => {
    const search = searchTextOf(userOf('x', { name: 'Xylophone', role: 'Unheard of' }));
    expect(() =>
      inTransaction(database, () => {
        index.put(777, search);
        throw new Error('full');
      }),
    ).toThrow('full');
    expect(index.vocabulary.corrections('xylophome').whole).toEqual([]);
    inTransaction(database, () => index.put(1, search));
    expect(index.vocabulary.corrections('xylophome').whole).toEqual(['xylophone']);
    expect(index.tokens.after(0).map(({ id }) => id)).toContain('Unheard of');
  });
});

it('a file of which nothing but the index is damaged keeps its people, and its search comes back', () => {
  const file = freshFile();
  const first = storeAt(file).store;
  record(first, some(30));
  first.close();
  const raw = new DatabaseSync(file, { defensive: false });
  raw.exec("UPDATE words_data SET block = x'00ff00ff00ff00ff' WHERE id > 10");
  raw.close();
  const { store: again, recovered } = storeAt(file);
  expect([recovered, again.peopleCount()]).toEqual([false, 30]);
  for (let chunk = 0; chunk < 4; chunk += 1) again.rebuildIndex(10);
  expect(again.find({ text: 'number29', status: null, limit: 9 }).map(({ card }) => card.id)).toEqual(['id-29']);
  again.close();
});

it('a store checks its index when asked, and only one that is not sound is begun anew', () => {
  expect([store.checkIndex(), store.rebuildIndex(100)]).toEqual([
    { ok: true, value: 'sound' },
    { ok: true, value: 0 },
  ]);
  database.exec('DELETE FROM words WHERE rowid = 5');
  expect([store.checkIndex(), store.rebuildIndex(100)]).toEqual([
    { ok: true, value: 'mismatched' },
    { ok: true, value: 20 },
  ]);
  expect(found('number4')).toEqual(['4']);
});

it('a store opened over the index of an older version finds people once it was rebuilt', () => {
  const file = freshFile();
  const first = storeAt(file).store;
  record(first, some(3));
  first.close();
  const raw = new DatabaseSync(file);
  raw.exec("INSERT INTO words (words) VALUES ('delete-all'); INSERT INTO index_rebuild VALUES (0)");
  raw.close();
  const again = storeAt(file).store;
  const numbers = () => again.find({ text: 'number', status: null, limit: 9 }).length;
  expect(numbers()).toBe(0);
  expect(again.rebuildIndex(10)).toEqual({ ok: true, value: 3 });
  expect(again.rebuildIndex(10)).toEqual({ ok: true, value: 0 });
  expect(numbers()).toBe(3);
  again.close();
});
