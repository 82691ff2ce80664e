/** A test of what only some systems have is guarded, so that it is skipped elsewhere and does not fail. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../../../scripts/run-tool.ts';

const guard = /hasModeBits|hasDevelopmentHost|process\.platform|onLinux|describeWithSecretService/;

/** `besides`: files that say for themselves why they need no guard. */
const needs: readonly { readonly what: string; readonly pattern: RegExp; readonly besides?: readonly string[] }[] = [
  { what: 'mode bits', pattern: /\.mode & 0o|chmod(?:Sync)?\([^)]*0o[0-5]/ },
  { what: '/proc', pattern: /['"`]\/proc\b/, besides: ['e2e/canary-search.ts', 'unit/house/guards.test.ts'] },
  { what: 'the full device', pattern: /['"`]\/dev\/full/, besides: ['unit/house/guards.test.ts'] },
  { what: 'the development host', pattern: /join\([^)]*devhost\/electron/ },
];

const files = readdirSync(join(root, 'tests'), { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => /^(?:unit|e2e)\/.*\.tsx?$/.test(file));

test.each(needs)('$what', ({ pattern, besides = [] }) => {
  const unguarded = files.filter((file) => {
    const text = readFileSync(join(root, 'tests', file), 'utf8');
    return pattern.test(text) && !guard.test(text) && !besides.includes(file);
  });
  expect(files.length).toBeGreaterThan(100);
  expect(unguarded).toEqual([]);
});
