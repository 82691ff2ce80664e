/** The map is the same after a restart, whatever becomes of the file it is remembered in. */
import { existsSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { personExtra, readItems } from '../../../contract/organisation-items.ts';
import { createKeptMap, forgetKeptMap } from '../../../electron/organisation/kept-map.ts';
import { freshFile, idOf, noon, record, storeAt, userOf } from '../storage/stored.ts';
import type { DirectoryStore } from '../storage/whole-store.ts';
import { organisationOf } from './organised.ts';

let database: string;
let file: string;
let store: DirectoryStore;
beforeEach(() => {
  database = freshFile();
  file = join(dirname(database), 'map');
  store = storeAt(database).store;
  record(store, [
    person('head', ['ann', 'bo']),
    person('ann', ['carl', 'cleo', 'cora']),
    person('bo', ['dora', 'dan']),
    ...['carl', 'cleo', 'cora', 'dora', 'dan'].map((id) => person(id)),
  ]);
});
afterEach(() => store.close());

const person = (id: string, reports: readonly string[] = []) => userOf(id, { reports: reports.map(idOf) });
/** The app is started: nothing of the thread before is there but the file. */
const started = () => organisationOf(store, { time: 0 }, null, createKeptMap(database));
const mapOf = (of: ReturnType<typeof started>) => {
  const { items, extent } = of.map();
  return { items: [...items], extent };
};
/** Bo's become more than Ann's, so that a fresh map has other colours and places. */
const grow = () => record(store, [person('bo', ['dora', 'dan', 'new', 'newer'])], noon + 1);
const colourOf = (of: ReturnType<typeof started>, id: string) => {
  const key = of.seek(id)?.member.key;
  const item = readItems(of.map().items).find((one) => one.key === key);
  return item && personExtra(item).colour;
};

it('is the same after a restart, and stays like it where people have come', () => {
  const before = mapOf(started());
  expect(mapOf(started())).toEqual(before);
  grow();
  expect(colourOf(started(), 'ann')).toBe(1);
  expect(colourOf(organisationOf(store), 'ann')).toBe(2);
});

it.each<[string, () => void]>([
  ['one byte is another', () => writeFileSync(file, readFileSync(file).fill(1, 60, 61))],
  ['its end is missing', () => truncateSync(file, statSync(file).size - 5)],
  ['it is empty', () => writeFileSync(file, '')],
  ['it is no map at all', () => writeFileSync(file, 'x'.repeat(5000))],
  ['it is longer than any', () => truncateSync(file, 65 * 1024 * 1024)],
  ['the copy was replaced', () => forgetKeptMap(database)],
])('is laid out from scratch where %s, and is kept again', (_, damage) => {
  started().map();
  grow();
  damage();
  const fresh = mapOf(organisationOf(store));
  expect(mapOf(started())).toEqual(fresh);
  expect(statSync(file).size).toBeLessThan(5000);
  expect(mapOf(started())).toEqual(fresh);
});

it('is shown where nothing can be written, and leaves nothing beside the file', () => {
  const of = organisationOf(store, { time: 0 }, null, createKeptMap(join(database, 'no-folder', 'directory.sqlite')));
  expect(mapOf(of)).toEqual(mapOf(organisationOf(store)));
  started().map();
  expect(existsSync(`${file}.new`)).toBe(false);
});
