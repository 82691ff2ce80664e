/** What is one idea stands in one place: each of these was written in several before. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from '../../../scripts/run-tool.ts';

const sources = globSync('{contract,electron,renderer}/**/*.{ts,tsx}', { cwd: root }).map((file) =>
  file.replaceAll('\\', '/'),
);

/** What is looked for, and the files it may stand in. */
const once: readonly (readonly [what: string, pattern: RegExp, places: readonly string[]])[] = [
  [
    'the meaning of an error of the file system',
    /\bE(?:NOENT|NOTDIR|NOSPC|DQUOT|ACCES|PERM|ROFS)\b/,
    ['electron/disk/errors.ts'],
  ],
];

it.each(once)('%s', (_, pattern, places) => {
  expect(sources.length).toBeGreaterThan(400);
  expect(sources.filter((file) => pattern.test(readFileSync(join(root, file), 'utf8')))).toEqual(places);
});
