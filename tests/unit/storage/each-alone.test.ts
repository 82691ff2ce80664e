/** A reply that makes storing throw, whatever it is, is missed by itself: everybody who came with it is stored. */
import { expect, it } from 'vitest';
import type { UserBytes } from '../../../electron/reading/user-reply.ts';
import { currentReader, type Reader } from '../../../electron/storage/reader.ts';
import { freshFile, idOf, noon, storeAt } from './stored.ts';
import { type DirectoryStore, workOf } from './whole-store.ts';

const url = 'https://api.example.com/v1/ext/user/x';
const textOf = (id: string) =>
  JSON.stringify({ _data: { id, displayName: `Person ${id}`, reportees: [`below-${id}`] } });
const bytesOf = (text: string) => new Uint8Array(Buffer.from(text));
const answer = (id: string): UserBytes => ({
  id: idOf(id),
  url,
  bytes: bytesOf(textOf(id)),
  contentType: 'application/json',
  receivedAt: noon,
});

/** A store in which storing the person called `Person c` throws, and the defects that were logged. */
function spoilt(file = freshFile(), reader: Reader = currentReader) {
  const defects: string[] = [];
  const log = {
    info: () => {},
    defect: (event: string) => {
      defects.push(event);
      return event;
    },
  };
  const { store } = storeAt(file, { reader, log });
  const { people } = store.tables;
  const { put } = people;
  Object.assign(people, {
    put: (...given: Parameters<typeof put>) => {
      put(...given);
      if (given[0].user.name === 'Person c') throw new RangeError('Maximum call stack size exceeded');
    },
  });
  const growth = workOf(store);
  return { store, growth, defects };
}

const namesIn = (store: DirectoryStore) =>
  store.database
    .prepare('SELECT name FROM people ORDER BY name')
    .all()
    .map(({ name }) => name);

it('one by one', () => {
  const { store, growth, defects } = spoilt();
  const grown = growth.recordReplies(['a', 'b', 'c', 'd'].map(answer), []);
  expect(grown).toMatchObject({
    ok: true,
    value: { missed: [{ id: 'c', failure: { kind: 'unexpected' }, at: noon }], progress: { fetched: 3, failed: 1 } },
  });
  expect(grown.ok && grown.value.recorded.map(({ id }) => id).sort()).toEqual(['a', 'b', 'd']);
  expect(namesIn(store)).toEqual(['Person a', 'Person b', 'Person d']);
  expect(store.peopleCount()).toBe(3);
  // Nothing of the one is left behind, neither words nor what they claim.
  expect(store.find({ text: 'person', status: null, limit: 10 })).toHaveLength(3);
  expect(store.database.prepare("SELECT count(*) AS found FROM ids WHERE id = 'below-c'").get()).toEqual({ found: 0 });
  expect(defects.length).toBeGreaterThan(0);
  store.close();
});

it('in a list', () => {
  const { store, growth } = spoilt();
  const entries = ['a', 'c', 'b', 'a'].map((id) => JSON.stringify(JSON.parse(textOf(id))._data));
  let end = 0;
  const ends = entries.map((entry) => {
    end += entry.length;
    return end;
  });
  const batch = { bytes: bytesOf(entries.join('')), ends: ends, receivedAt: noon };
  const grown = growth.recordListed({ batch, url: 'https://api.example.com/v1/ext/users', first: 0 });
  expect(grown).toMatchObject({ ok: true, value: { missed: [{ id: 'c' }], progress: { fetched: 2 } } });
  expect(namesIn(store)).toEqual(['Person a', 'Person b']);
  expect(store.database.prepare('SELECT count(*) AS twice FROM list_oddities').get()).toEqual({ twice: 1 });
  store.close();
});

it('when replies are read again, and is not tried over and over', () => {
  const file = freshFile();
  const first = storeAt(file, { reader: currentReader }).store;
  const growth = workOf(first);
  growth.recordReplies(['a', 'b', 'c', 'd'].map(answer), []);
  first.close();
  const { store } = spoilt(file, { ...currentReader, version: currentReader.version + 1 });
  const reread = store.rereadOutdated(10);
  expect(reread.ok && reread.value.map(({ id }) => id)).toEqual(['a', 'b', 'd']);
  expect(namesIn(store)).toHaveLength(4);
  expect(store.rereadOutdated(10)).toEqual({ ok: true, value: [] });
  store.close();
});

it('fails for all where the database refuses', () => {
  const { store, growth } = spoilt();
  store.database.exec('PRAGMA query_only = 1');
  expect(growth.recordReplies(['a', 'c'].map(answer), [])).toMatchObject({ failure: { kind: 'database' } });
  store.close();
});
