/** What is one idea stands in one place: each of these was written in several before. */
import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from '../../../scripts/run-tool.ts';

const sources = globSync('{contract,electron,renderer}/**/*.{ts,tsx}', { cwd: root });

/** What is looked for, and the files it may stand in, wherever they lie. */
const once: readonly (readonly [what: string, pattern: RegExp, places: readonly string[]])[] = [
  ['the meaning of an error of the file system', /\bE(?:NOENT|NOTDIR|NOSPC|DQUOT|ACCES|PERM|ROFS)\b/, ['errors.ts']],
  [
    'writing beside a place and then into it; others move what is there: a copy that is removed, the full log',
    /import \{[^}]*\brename(?:Sync)?\b[^}]*\} from 'node:fs/,
    ['local-copy.ts', 'log-file.ts', 'whole-file.ts'],
  ],
  ['a queue of promises by hand: `pLimit(1)` is one', /\blet \w+: Promise<unknown> = Promise\.resolve\(\)/, []],
  ['the pattern of a UUID', /0-9a-f\]\{8\}(?:-\[|\(\?:-)/, ['uuid.ts']],
  ['how long a day is', /86_400_000|24 \* 60 \* 60/, ['day.ts']],
];

it.each(once)('%s', (_, pattern, places) => {
  expect(sources.length).toBeGreaterThan(400);
  const found = sources.filter((file) => pattern.test(readFileSync(join(root, file), 'utf8')));
  expect(found.map((file) => basename(file)).sort()).toEqual(places);
});

it('time goes by the Clock in the main process; of self-check.ts, it goes by in the page', () => {
  const timers = /\b(?:setTimeout|setInterval)\(|\bDate\.now\b|\bperformance\.now\(/;
  const found = sources.filter((file) => /^electron/.test(file) && timers.test(readFileSync(join(root, file), 'utf8')));
  expect(found.map((file) => basename(file)).sort()).toEqual(['clock.ts', 'self-check.ts']);
});
