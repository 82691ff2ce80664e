import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { migrate, migrations, versionOf } from '../../../electron/storage/migrations.ts';
import { root } from '../../../scripts/run-tool.ts';

const shapeOf = (database: DatabaseSync) =>
  database.prepare('SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name').all();

const migrated = (steps: readonly string[] = migrations) => {
  const database = new DatabaseSync(':memory:');
  migrate(database, steps);
  return database;
};

/** What each step does, as it was released: comments and line breaks do not count. A new step adds a line; none ever changes. */
const released = [
  '1901dab4befa198f',
  '7af378270089025d',
  'da0612f8ac3f7512',
  '9b035f5050150267',
  '2aea779efcdc815e',
  'e0e52aaf42bb28aa',
  '173341bce4dd42d0',
  'a2f0991567bfd501',
  '90ec250acfb04541',
  'f552b10a7a294823',
  'b2e2d1fc3cee7083',
  '9447585485244068',
  '6f05c23014a9b3da',
  '88579ffbd76c5653',
  '51abe20eba7899df',
  'bee33debb60a09d6',
  'bb6ab13728917890',
];
const statementsOf = (sql: string) =>
  createHash('sha256').update(sql.replaceAll(/--.*$/gm, '').replaceAll(/\s+/g, ' ').trim()).digest('hex').slice(0, 16);

describe('migrations', () => {
  it('do what they did when they were released', () => {
    expect(migrations.map(statementsOf)).toEqual(released);
  });

  it('stand in files whose numbers count from 1', () => {
    const folder = join(root, 'electron', 'storage', 'migrations');
    const numbers = readdirSync(folder).flatMap((name) => /^(\d{3})-[a-z-]+\.sql$/.exec(name)?.[1] ?? []);
    expect(numbers.map(Number).sort((one, other) => one - other)).toEqual(migrations.map((_, nth) => nth + 1));
  });

  it('take an empty file to the newest version', () => {
    const database = migrated();
    expect(versionOf(database)).toBe(migrations.length);
    expect(shapeOf(database).map(({ name }) => name)).toEqual(
      expect.arrayContaining(['people', 'observations', 'claims', 'words', 'not_found', 'pictures', 'labels']),
    );
  });

  it.each(migrations.map((_, version) => version))('take a file of version %i to the same shape', (version) => {
    const older = migrated(migrations.slice(0, version));
    expect(versionOf(older)).toBe(version);
    migrate(older);
    expect(shapeOf(older)).toEqual(shapeOf(migrated()));
  });

  it('count whoever is missing in a file that did not keep the count', () => {
    const database = migrated(migrations.slice(0, 4));
    database.exec(`
      INSERT INTO people (key, standing, sort_name, name, report_count, fetched_at, observation, reader_version, is_whole,
        search_hash) VALUES (1, 0, 'ann', 'Ann', 0, 0, 1, 1, 1, 0);
      INSERT INTO fetch_failures VALUES (1, '{}', 0, 1, 0), (2, '{}', 0, 1, 0), (3, '{}', 0, 1, 0);
      INSERT INTO not_found VALUES (1, 0, 0, NULL), (4, 0, 0, NULL), (5, 0, 0, 1);
    `);
    migrate(database);
    expect(database.prepare('SELECT what, people FROM missing_counts ORDER BY what').all()).toEqual([
      { what: 'failed', people: 2 },
      { what: 'not-found', people: 1 },
    ]);
  });

  it('do nothing to a file that is at the newest version', () => {
    const database = migrated();
    database.exec("INSERT INTO ids (id) VALUES ('ann')");
    migrate(database);
    expect(database.prepare('SELECT id FROM ids').all()).toEqual([{ id: 'ann' }]);
  });

  it('keep what older steps stored, and stop where a step fails with nothing of it done', () => {
    const first = 'CREATE TABLE a (x); INSERT INTO a VALUES (1);';
    const second = 'ALTER TABLE a ADD COLUMN y DEFAULT 2;';
    const broken = 'CREATE TABLE b (x); INSERT INTO nowhere VALUES (1);';
    const database = migrated([first]);
    migrate(database, [first, second]);
    expect(database.prepare('SELECT * FROM a').get()).toEqual({ x: 1, y: 2 });
    expect(() => migrate(database, [first, second, broken])).toThrow('nowhere');
    expect(versionOf(database)).toBe(2);
    expect(shapeOf(database).map(({ name }) => name)).toEqual(['a']);
    expect(database.isTransaction).toBe(false);
  });
});
