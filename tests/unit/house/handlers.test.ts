/** A call's handler is found from its name: `people.open` is answered in `calls/people.ts`, or in a file that begins so. */
import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, it } from 'vitest';
import { calls } from '../../../contract/calls.ts';
import { root } from '../../../scripts/run-tool.ts';

const files = globSync('electron/**/*.ts', { cwd: root }).map((file) => ({
  room: file.split(/[\\/]/)[1],
  noun: basename(file, '.ts').split('-')[0],
  text: readFileSync(join(root, file), 'utf8'),
}));

it.each(Object.keys(calls))('%s', (name) => {
  const answering = files.filter(({ text }) => text.includes(`'${name}': `));
  expect(answering.map(({ room, noun }) => ({ room, noun }))).toEqual([{ room: 'calls', noun: name.split('.')[0] }]);
});
