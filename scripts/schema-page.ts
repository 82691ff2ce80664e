/** docs/schema.md, made from the database as the migrations leave it, from the sources that ask it, and from schema-descriptions.ts. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { number, orNull, prepareQuery, text } from '../electron/sqlite/typed-query.ts';
import { migrate, migrations } from '../electron/storage/migrations.ts';
import { schemaWords } from '../electron/storage/schema-descriptions.ts';
import type { TableWords } from '../electron/storage/work-descriptions.ts';
import { root } from './run-tool.ts';

/** Modules that write and read each table, as paths under electron/. */
type Users = { readonly writes: ReadonlyMap<string, Set<string>>; readonly reads: ReadonlyMap<string, Set<string>> };

/** Throws where a table or a column has no words, or words have no table or column. */
export function schemaPage(words: Readonly<Record<string, TableWords>> = schemaWords): string {
  const database = new DatabaseSync(':memory:');
  migrate(database);
  const tables = prepareQuery(
    database,
    `SELECT name, type FROM pragma_table_list
      WHERE schema = 'main' AND type <> 'shadow' AND name NOT LIKE 'sqlite%' ORDER BY name`,
    { name: text, type: text },
  ).all();
  hold(
    'table',
    Object.keys(words),
    tables.map(({ name }) => name),
  );
  const users = usersOf(tables.map(({ name }) => name));
  const parts = tables.map(({ name }) => tablePart(database, name, words[name] ?? noWords, users));
  database.close();
  return `# The tables of the local copy

One SQLite file for each connection, at version ${migrations.length}. Made by \`npm run schema\` from the migrations, the sources and \`schema-descriptions.ts\`: change those.
Times are milliseconds since 1970-01-01T00:00Z. Modules are named by their path in \`electron/\`.
How they are stored, and why so: [what the local copy stores](decisions/what-the-local-copy-stores.md).

${parts.join('\n')}`;
}

const noWords: TableWords = { is: '', columns: {} };

function tablePart(database: DatabaseSync, table: string, words: TableWords, { writes, reads }: Users): string {
  const columns = prepareQuery(
    database,
    'SELECT name, type, "notnull" OR pk > 0 AS needed, pk FROM pragma_table_xinfo(?) WHERE hidden = 0',
    { name: text, type: text, needed: number, pk: number },
  ).all(table);
  hold(
    `column of ${table}`,
    Object.keys(words.columns),
    columns.map(({ name }) => name),
  );
  const indexes = prepareQuery(
    database,
    "SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND tbl_name = ? ORDER BY name",
    { name: text, sql: orNull(text) },
  ).all(table);
  const rows = columns.map(({ name, type, needed, pk }) => {
    const kind = `${type === '' ? 'words' : type}${pk > 0 ? ', key' : needed === 0 && type !== '' ? ' or NULL' : ''}`;
    return `| \`${name}\` | ${kind} | ${words.columns[name]} |`;
  });
  const over = indexes.flatMap(({ name, sql }) =>
    sql === null ? [] : [`\`${name}\` (${/ ON \w+ \((.*)/s.exec(sql)?.[1]?.replace(')', '')})`],
  );
  const named = (modules: ReadonlyMap<string, Set<string>>) =>
    [...(modules.get(table) ?? [])]
      .sort()
      .map((module) => `\`${module}\``)
      .join(', ') || 'nobody';
  return [
    `## ${table}`,
    words.is,
    '',
    '| Column | Holds | What it is |',
    '|---|---|---|',
    ...rows,
    '',
    ...(over.length === 0 ? [] : [`Indexes: ${over.join(', ')}.`]),
    `Written by ${named(writes)}. Read by ${named(reads)}.`,
    '',
  ].join('\n');
}

/** By the SQL in the sources, where its words stand in capitals and those of TypeScript do not. */
function usersOf(tables: readonly string[]): Users {
  const writes = new Map(tables.map((table) => [table, new Set<string>()]));
  const reads = new Map(tables.map((table) => [table, new Set<string>()]));
  for (const file of globSync('**/*.ts', { cwd: join(root, 'electron') })) {
    const source = readFileSync(join(root, 'electron', file), 'utf8').replaceAll(/^\s*(?:\/?\*|\/\/).*$/gm, '');
    const module = file.replaceAll('\\', '/');
    for (const [, how = '', table = ''] of source.matchAll(
      /\b(DELETE FROM|INTO|UPDATE(?: OR \w+)?|FROM|JOIN)\s+(\w+)/g,
    )) {
      (how === 'FROM' || how === 'JOIN' ? reads : writes).get(table)?.add(module);
    }
  }
  return { writes, reads };
}

function hold(what: string, described: readonly string[], there: readonly string[]): void {
  const missing = there.filter((name) => !described.includes(name));
  const gone = described.filter((name) => !there.includes(name));
  if (missing.length + gone.length > 0)
    throw new Error(
      `schema-descriptions.ts: no words for the ${what} ${missing.join(', ') || '-'}; words for none: ${gone.join(', ') || '-'}`,
    );
}
