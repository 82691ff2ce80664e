/** A copy of an older version is read once more in the background, which says how far it is; until then nothing is lost of it. */

import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, it } from 'vitest';
import { migrate, migrations } from '../../../electron/storage/migrations.ts';
import { currentReader } from '../../../electron/storage/reader.ts';
import { freshFile, noon, storeAt } from '../storage/stored.ts';
import { about, openProblemStore } from './problem-store.ts';

/** As version 14 left it: every second person is deleted and active, without a date. */
function olderFile(people: number): string {
  const file = freshFile();
  mkdirSync(dirname(file), { recursive: true });
  const database = new DatabaseSync(file);
  migrate(database, migrations.slice(0, 14));
  const addId = database.prepare('INSERT INTO ids (key, id) VALUES (?, ?)');
  const addReply = database.prepare(`
    INSERT INTO observations (id, person, sha256, first_seen_at, last_seen_at, status, url, text)
    VALUES (?, ?, ?, ${noon}, ${noon}, 0, 'https://x.example/v1/ext/user/x', ?)`);
  const addPerson = database.prepare(`
    INSERT INTO people (key, status, sort_name, name, report_count, fetched_at, observation, reader_version, is_whole,
      search_hash) VALUES (?, 0, ?, ?, 0, ${noon}, ?, 10, 1, 0)`);
  for (let key = 1; key <= people; key += 1) {
    const isOdd = key % 2 === 1;
    const record = { id: `p${key}`, displayName: `P ${key}`, isActive: isOdd, isDeleted: isOdd, deletedAt: null };
    addId.run(key, record.id);
    addReply.run(key, key, `${key}`, JSON.stringify({ _data: record }));
    addPerson.run(key, `p ${key}`, record.displayName, key);
  }
  database.close();
  return file;
}

it('from a file of version 14, everybody is read again, a part at a time, and told as far as they are', () => {
  const { store, overview, rows } = openProblemStore({ file: olderFile(25), reader: currentReader });
  expect(overview().rereading).toEqual({ done: 0, total: 25 });
  expect(rows('deleted-active')).toEqual([]);
  const done: unknown[] = [];
  for (let part = store.rereadOutdated(10); part.ok && part.value.length > 0; part = store.rereadOutdated(10)) {
    done.push([part.value.length, overview().rereading?.done ?? null]);
  }
  expect(done).toEqual([
    [10, 10],
    [10, 20],
    [5, null],
  ]);
  expect(rows('deleted-active', { sort: { by: 'name', descending: false } })).toHaveLength(13);
  expect(rows('deleted-without-date').map(about)).toHaveLength(13);
});

it('a part at a time begins where the last one ended, and nobody is left out', () => {
  const { store, file } = openProblemStore({ reader: currentReader });
  store.close();
  const first = storeAt(file, { reader: currentReader }).store;
  const put = (id: string) =>
    first.database.exec(`
      INSERT INTO ids (id) VALUES ('${id}');
      INSERT INTO observations (person, sha256, first_seen_at, last_seen_at, status, url, text)
        VALUES ((SELECT key FROM ids WHERE id = '${id}'), 'x', 1, 1, 0, 'https://x.example/v1/ext/user/${id}', '{"_data":{"id":"${id}"}}');
      INSERT INTO people (key, status, sort_name, name, report_count, fetched_at, observation, reader_version, is_whole, search_hash)
        VALUES ((SELECT key FROM ids WHERE id = '${id}'), 0, 'x', 'x', 0, 1, (SELECT max(id) FROM observations), 1, 1, 1)`);
  put('a');
  put('b');
  expect(first.rereadOutdated(1)).toMatchObject({ value: [{ id: 'a' }] });
  expect(first.rereadOutdated(1)).toMatchObject({ value: [{ id: 'b' }] });
  // Also one further up than the last that was read.
  first.database.exec('UPDATE people SET reader_version = 1 WHERE key = 1');
  expect(first.rereadOutdated(5)).toMatchObject({ value: [{ id: 'a' }] });
  expect(first.rereadOutdated(5)).toMatchObject({ value: [] });
});
