/** Each of the stores is made of what it does and of nothing that the others do. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { expect, it } from 'vitest';
import { root } from '../../../scripts/run-tool.ts';

/** All that a file loads when it runs, itself included. */
function loadedBy(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file) || !existsSync(file)) return seen;
  seen.add(file);
  const imports = readFileSync(file, 'utf8').matchAll(/^import (?!type\b)[^;]*?from '(\.[^']+\.ts)';/gms);
  for (const [, name = ''] of imports) loadedBy(join(dirname(file), name), seen);
  return seen;
}

const names = (entry: string) =>
  [...loadedBy(join(root, entry))].map((file) => relative(join(root, 'electron'), file).replaceAll('\\', '/'));

const writing = ['storage/recording.ts', 'storage/growth.ts', 'storage/writes.ts', 'storage/index-care.ts'];
const pages = ['storage/reads.ts', 'storage/organisation.ts', 'search/find.ts'];
const everybody = ['people/people-views.ts', 'people/writing.ts'];
const problems = ['problems/find-problems.ts', 'problems/tell-problems.ts'];

it.each([
  ['storage/read-store.ts', pages, [...writing, ...everybody, ...problems]],
  ['storage/write-store.ts', writing, [...pages, ...everybody, ...problems]],
  ['people/overview-store.ts', everybody, [...writing, ...problems, 'storage/reads.ts']],
  ['problems/problems-store.ts', problems, [...writing, ...everybody, 'storage/reads.ts']],
])('%s', (entry, has, hasNot) => {
  const loaded = names(`electron/${entry}`);
  expect(loaded).toEqual(expect.arrayContaining(has));
  expect(hasNot.filter((file) => loaded.includes(file))).toEqual([]);
});
