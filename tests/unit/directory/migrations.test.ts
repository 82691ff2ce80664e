import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { migrate, migrations, versionOf } from '../../../electron/directory/migrations.ts';

const shapeOf = (database: DatabaseSync) =>
  database.prepare('SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name').all();

const migrated = (steps: readonly string[] = migrations) => {
  const database = new DatabaseSync(':memory:');
  migrate(database, steps);
  return database;
};

describe('migrations', () => {
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
