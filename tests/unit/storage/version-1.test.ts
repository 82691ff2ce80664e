/** A copy that the first release made opens, and what it did not keep of people is read from their stored replies. */
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, expect, it } from 'vitest';
import { migrate, migrations } from '../../../electron/storage/migrations.ts';
import { currentReader } from '../../../electron/storage/reader.ts';
import { recordOf } from '../sync/organisation-server.ts';
import { openSynced, type Synced } from '../sync/synced.ts';
import { freshFile, idOf, noon } from './stored.ts';

const people = 450;

/** As the first release left it: what cards needed beside the readings and the replies, ended without a marker. */
function firstReleasesFile(): string {
  const file = freshFile();
  mkdirSync(dirname(file), { recursive: true });
  const database = new DatabaseSync(file);
  migrate(database, migrations.slice(0, 1));
  const addId = database.prepare('INSERT INTO ids (key, id) VALUES (?, ?)');
  const addPerson = database.prepare(`
    INSERT INTO people (key, standing, sort_name, name, username, email, report_count, fetched_at, observation,
      reader_version, search_text) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 1, ?)`);
  const addReading = database.prepare('INSERT INTO readings (person, user) VALUES (?, ?)');
  const addObservation = database.prepare(`
    INSERT INTO observations (id, person, sha256, first_seen_at, last_seen_at, standing, is_active, is_deleted, url, text)
    VALUES (?, ?, ?, ?, ?, ?, 1, 0, 'https://api.example.com/', ?)`);
  const addClaim = database.prepare('INSERT INTO claims (manager, report, first_seen_at) VALUES (?, ?, ?)');
  const addWords = database.prepare('INSERT INTO words (rowid, name, other, phone) VALUES (?, ?, ?, ?)');
  database.exec('BEGIN');
  for (let key = 1; key <= people; key += 1) {
    const id = `p${key}`;
    const phone = { phone: `+49 30 ${100_000 + key}`, isVerified: true, user: id };
    const email = (text: string) => ({ email: text, isVerified: true, user: id });
    const record = {
      ...recordOf(id, key === 1 ? ['p2', 'p3', 'p999'] : []),
      emails: [email(`${id}@example.com`), email(`other.${id}@second.example.org`)],
      primaryEmail: email(`${id}@example.com`),
      phones: [phone],
      createdAt: noon - key,
    };
    addId.run(key, id);
    addPerson.run(
      key,
      0,
      `person ${id}`,
      `Person ${id}`,
      `user-${id}`,
      `${id}@example.com`,
      key === 1 ? 3 : 0,
      noon,
      key,
      '',
    );
    addReading.run(key, '{}');
    addObservation.run(key, key, 'a'.repeat(64), noon, noon, 0, JSON.stringify({ _data: record, _errors: [] }));
    addWords.run(key, `person ${id}`, `user-${id}`, '');
  }
  addId.run(people + 1, 'p999');
  for (const report of [2, 3, people + 1]) addClaim.run(1, report, noon);
  database.exec("COMMIT; INSERT INTO start_ids (id) VALUES ('p1')");
  database.close();
  return file;
}

let app: Synced;
afterEach(() => app.end());

it('opens at once with everybody in it, and fills in what it lacks', async () => {
  app = await openSynced({ origin: 'http://127.0.0.1:9', file: firstReleasesFile() });
  expect(app.recovered).toBe(false);
  expect(app.store.counts()).toMatchObject({ active: people });
  expect(app.store.cards([idOf('p7')]).get(idOf('p7'))).toMatchObject({ name: 'Person p7', email: 'p7@example.com' });
  expect(app.store.user(idOf('p7'))?.user.phones.map(({ number }) => number)).toEqual(['+49 30 100007']);
  expect(app.store.summaryOf(idOf('p1'))).toMatchObject({ direct: 3, notFetched: 1 });
  expect(app.store.startIds()).toEqual(['p1']);
  expect(app.sync.state()).toMatchObject({ status: 'never', found: people + 1, fetched: people });

  const found = (text: string) => app.store.find({ text, status: null, limit: 1 }).map(({ card }) => card.id as string);
  expect(found('+49 30 100450')).toEqual([]);
  await app.untilStored(() => found('+49 30 100450').length > 0);
  expect(found('+49 30 100450')).toEqual(['p450']);
  await app.untilStored(() => found('other.p450@second.example.org').length > 0);
  expect(found('other.p450@second.example.org')).toEqual(['p450']);
  const rows = new DatabaseSync(app.file, { readOnly: true })
    .prepare('SELECT emails, phones, created_at, reader_version FROM people WHERE key = 450')
    .all();
  expect(rows).toEqual([
    {
      emails: 'p450@example.com\nother.p450@second.example.org',
      phones: '+49 30 100450',
      created_at: noon - 450,
      reader_version: currentReader.version,
    },
  ]);
  expect(app.store.counts()).toMatchObject({ active: people });
  expect(app.store.summaryOf(idOf('p1'))).toMatchObject({ direct: 3, notFetched: 1 });
  expect(app.sent).toEqual([]);
  expect(app.defects).toEqual([]);
});
