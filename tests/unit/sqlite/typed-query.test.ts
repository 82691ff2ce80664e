/** Rows are parsed where they leave the database, and everywhere by the same module. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { number, oneOf, orNull, prepareQuery, text, UnfitRow } from '../../../electron/sqlite/typed-query.ts';
import { root } from '../../../scripts/run-tool.ts';

const database = new DatabaseSync(':memory:');
database.exec(`
  CREATE TABLE things (key INTEGER PRIMARY KEY, name, kind);
  INSERT INTO things VALUES (1, 'one', 'role'), (2, NULL, 'team'), (3, 'three', 'secret'), (4, 5, 'team');
`);
const thing = (columns: Parameters<typeof prepareQuery>[2]) =>
  prepareQuery(database, 'SELECT key, name, kind FROM things WHERE key = ?', columns);

describe('rows that are as their query says', () => {
  const columns = { key: number, name: orNull(text), kind: oneOf('role', 'team') };
  it('come as objects by name, as arrays in order', () => {
    expect({ ...thing(columns).one(2) }).toEqual({ key: 2, name: null, kind: 'team' });
    expect(thing(Object.values(columns)).all(1)).toEqual([[1, 'one', 'role']]);
    expect([...prepareQuery(database, 'SELECT key FROM things', [number]).iterate()]).toEqual([[1], [2], [3], [4]]);
    expect(thing(columns).get(9)).toBeUndefined();
  });
});

describe('a row that is not', () => {
  it.each([
    [2, { key: number, name: text, kind: text }, 'column name is not text'],
    [4, { key: number, name: orNull(text), kind: text }, 'column name is not text or NULL'],
    [3, [number, text, oneOf('role', 'team')], 'column 2 is not role or team'],
    [1, [number, number, text], 'column 1 is not a number'],
    [9, [number, text, text], 'no row'],
  ] as const)('fails with its column and its query, and not with what stands there: %i', (key, columns, words) => {
    const query = thing(columns);
    for (const ask of [
      query.one,
      ...(key === 9 ? [] : [query.get, query.all, (nth: number) => [...query.iterate(nth)]]),
    ]) {
      expect(() => ask(key)).toThrow(UnfitRow);
      expect(() => ask(key)).toThrow(`${words}: SELECT key, name, kind FROM things WHERE key = ?`);
      expect(() => ask(key)).not.toThrow('secret');
    }
  });

  it.each([[{ key: number, label: text }], [[number, text]]])('fails before anything is asked: %o', (columns) => {
    expect(() => thing(columns)).toThrow('the query has the columns key, name, kind');
  });
});

it('nobody else in the main process reads rows', () => {
  const sources = globSync('electron/**/*.ts', { cwd: root }).filter((file) => !file.endsWith('typed-query.ts'));
  expect(sources.length).toBeGreaterThan(200);
  const raw =
    /\.prepare\(\s*[`'"]\s*(?:SELECT|PRAGMA|WITH)\b|\.setReturnArrays\(|\.prepare\((?:[^()]|\([^()]*\))*\)\s*\.(?:get|all|iterate)\(/;
  expect(sources.filter((file) => raw.test(readFileSync(join(root, file), 'utf8')))).toEqual([]);
});
