/** The page about the tables says what the migrations make and which modules ask, and is made again whenever that changes. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { schemaWords } from '../../../electron/storage/schema-descriptions.ts';
import { root } from '../../../scripts/run-tool.ts';
import { schemaPage } from '../../../scripts/schema-page.ts';

it('docs/schema.md is what `npm run schema` writes', () => {
  expect(readFileSync(join(root, 'docs', 'schema.md'), 'utf8')).toBe(schemaPage());
});

it('each table and column has words, and no other has', () => {
  const { opened = { is: '', columns: {} }, ...others } = schemaWords;
  expect(() => schemaPage(others)).toThrow('no words for the table opened; words for none: -');
  expect(() => schemaPage({ ...schemaWords, closed: opened })).toThrow('words for none: closed');
  const renamed = { is: opened.is, columns: { person: '', when: '' } };
  expect(() => schemaPage({ ...schemaWords, opened: renamed })).toThrow(
    'no words for the column of opened at; words for none: when',
  );
});
