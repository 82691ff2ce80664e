/** Nothing in the main process reaches back to a constant that is declared further down. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../../../scripts/run-tool.ts';
import { usedBefore } from './used-before.ts';

describe('what is found', () => {
  const found = (source: string) => usedBefore('a.ts', source).map(({ name, line }) => `${name} in ${line}`);

  it.each([
    ['const one = () => two;\nconst two = 2;', ['two in 1']],
    ['function one() {\n  return new Two();\n}\nclass Two {}', ['Two in 2']],
    ['const one = () => {\n  const two = () => three();\n  const three = () => two();\n};', ['three in 2']],
    ['const one = { two };\nconst [{ two }] = [one];', ['two in 1']],
    ['export const one = () => two;\nexport const two = 2;', ['two in 1']],
    ['const one = () => ({ [two]: 1, ...three });\nconst two = "";\nconst three = {};', ['two in 1', 'three in 1']],
  ])('%s', (source, names) => {
    expect(found(source)).toEqual(names);
  });

  it.each([
    'const one = 1;\nconst two = () => one;',
    'const one = () => two();\nfunction two() {}',
    'const one = (two: number) => two;\nconst two = 2;',
    'const one = () => ({ two: 1 }).two;\nconst two = 2;',
    'const one: typeof two | Two = 1;\nconst two = 2;\ntype Two = 2;',
    'const one = () => {\n  for (const two of []) void two;\n};\nconst two = 2;',
    'const one = () => {\n  try {} catch (two) { void two; }\n};\nconst two = 2;',
    'const [one, ...two] = [1];\nconst { three = one, four: five } = { three: two };\nvoid [three, five];',
  ])('nothing in %s', (source) => {
    expect(found(source)).toEqual([]);
  });
});

it('no constant of the main process is used above its declaration', () => {
  const sources = globSync('electron/**/*.ts', { cwd: root });
  expect(sources.length).toBeGreaterThan(200);
  const found = sources.flatMap((file) =>
    usedBefore(file, readFileSync(join(root, file), 'utf8')).map(({ name, line }) => `${file}:${line} ${name}`),
  );
  expect(found).toEqual([]);
});
