/** A copy of an older version is read once more in the background, which says how far it is; until then nothing is lost of it. */

import { createHash } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';
import { expect, it } from 'vitest';
import type { Sha256 } from '../../../contract/ids.ts';
import { migrations } from '../../../electron/storage/migrations.ts';
import { currentReader } from '../../../electron/storage/reader.ts';
import { freshFile, idOf, noon, storeAt } from '../storage/stored.ts';
import { about, openProblemStore } from './problem-store.ts';

const older = { ...currentReader, version: currentReader.version - 2 };

/** As version 14 left it: without a table of what is wrong with records, and without columns that came later. */
function olderFile(people: number): string {
  const file = freshFile();
  const { store } = storeAt(file, { reader: older });
  const replies = Array.from({ length: people }, (_, nth) => {
    const fields = { isActive: nth % 2 === 0, isDeleted: nth % 2 === 0, deletedAt: null };
    const text = JSON.stringify({ _data: { id: `p${nth}`, displayName: `P ${nth}`, ...fields } });
    const read = older.read(JSON.parse(text), idOf(`p${nth}`));
    if (!read.ok) throw new Error('not read');
    const sha256 = createHash('sha256').update(text).digest('hex') as Sha256;
    return { user: read.value, text, sha256, url: `https://x.example/v1/ext/user/p${nth}`, receivedAt: noon };
  });
  expect(store.recordUsers(replies).ok).toBe(true);
  store.close();
  const database = new DatabaseSync(file);
  const came = ['record_problems', 'problems_aside', 'problems_seen'].map((table) => `DROP TABLE ${table};`);
  const columns = ['time_zone', 'first_name', 'middle_name', 'last_name', 'is_active', 'is_deleted', 'is_plain'];
  const added = columns.map((column) => `ALTER TABLE people DROP COLUMN ${column};`);
  database.exec([...came, ...added, 'PRAGMA user_version = 14'].join('\n'));
  database.close();
  return file;
}

it('from a file of version 14, everybody is read again, a part at a time, and told as far as they are', () => {
  expect(migrations.length).toBeGreaterThan(15);
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
  // Also one further up than whoever was read last.
  first.database.exec('UPDATE people SET reader_version = 1 WHERE key = 1');
  expect(first.rereadOutdated(5)).toMatchObject({ value: [{ id: 'a' }] });
  expect(first.rereadOutdated(5)).toMatchObject({ value: [] });
});
