/** The map is the same after a restart, whatever becomes of the file it is remembered in. */
import { existsSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { personExtra, readItems } from '../../../contract/organisation-items.ts';
import { replaceOwnFile } from '../../../electron/disk/own-file.ts';
import { createKeptMap, forgetKeptMap } from '../../../electron/organisation/kept-map.ts';
import { freshFile, idOf, noon, record, storeAt, userOf } from '../storage/stored.ts';
import type { DirectoryStore } from '../storage/whole-store.ts';
import { organisationOf } from './organised.ts';

let database: string;
let file: string;
let store: DirectoryStore;
let writes: number;
beforeEach(() => {
  writes = 0;
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
/** The app is started: nothing of the thread before is there but the file. `end`: it is closed. */
const started = () => {
  const kept = createKeptMap(database, (...written) => {
    writes += 1;
    replaceOwnFile(...written);
  });
  const late = { time: 0 };
  return { ...organisationOf(store, late, null, kept), late, end: kept.write };
};
const mapOf = (of: Pick<ReturnType<typeof started>, 'map'>) => {
  const { items, extent } = of.map();
  return { items: [...items], extent };
};
/** The map of an app that is started and closed again. */
const seenOnce = () => {
  const of = started();
  const map = mapOf(of);
  of.end();
  return map;
};
/** Bo's become more than Ann's, so that a fresh map has other colours and places. */
const grow = () => record(store, [person('bo', ['dora', 'dan', 'new', 'newer'])], noon + 1);
const colourOf = (of: ReturnType<typeof organisationOf>, id: string) => {
  const key = of.seek(id)?.member.key;
  const item = readItems(of.map().items).find((one) => one.key === key);
  return item && personExtra(item).colour;
};

it('is the same after a restart, and stays like it where people have come', () => {
  const before = seenOnce();
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
  seenOnce();
  grow();
  damage();
  const fresh = mapOf(organisationOf(store));
  expect(seenOnce()).toEqual(fresh);
  expect(statSync(file).size).toBeLessThan(5000);
  expect(mapOf(started())).toEqual(fresh);
});

it('is written once, as the app is closed, however often it was laid out, and not where nothing has changed', () => {
  const of = started();
  for (let times = 0; times < 3; times += 1) {
    record(store, [person('bo', ['dora', 'dan', `new-${times}`])], noon + times + 1);
    of.late.time += 60_000;
    of.map({ latest: true });
  }
  expect([writes, existsSync(file)]).toEqual([0, false]);
  of.end();
  of.end();
  expect(writes).toBe(1);
  const again = started();
  again.map();
  again.end();
  started().end();
  expect(writes).toBe(1);
  grow();
  seenOnce();
  expect(writes).toBe(2);
});

it('is shown where nothing can be written, and leaves nothing beside the file', () => {
  const kept = createKeptMap(join(database, 'no-folder', 'directory.sqlite'));
  const of = organisationOf(store, { time: 0 }, null, kept);
  expect(mapOf(of)).toEqual(mapOf(organisationOf(store)));
  kept.write();
  expect(mapOf(of)).toEqual(mapOf(organisationOf(store)));
  seenOnce();
  expect(existsSync(`${file}.new`)).toBe(false);
});
