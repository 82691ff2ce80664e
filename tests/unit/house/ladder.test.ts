/** The rooms of each half stand on a ladder, read downward; docs/decisions/house.md says what each is. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../../../scripts/run-tool.ts';
import { importsOfRooms, sourcesOf, wrongSteps } from './ladder.ts';

/** A folder imports only from those that stand after it. */
const ladders: Readonly<Record<string, readonly string[]>> = {
  electron: [
    'calls',
    'shell',
    'account',
    'connection',
    'person',
    'organisation',
    'check',
    'problems',
    'people',
    'sync',
    'storage',
    'search',
    'sqlite',
    'picture',
    'api',
    'pace',
    'keychain',
    'export',
    'pasted',
    'reading',
    'reporting',
    'phone',
    'email',
    'zone',
    'evidence',
    'workbook',
    'archive',
    'svg',
    'thread',
    'disk',
    'server-clock.ts',
    'announce.ts',
    'background.ts',
    'log.ts',
    'clock.ts',
  ],
  renderer: [
    'frame',
    'first-run',
    'check',
    'problems',
    'person',
    'organisation',
    'people',
    'grid',
    'search',
    'connection',
    'sync',
    'card',
    'picture',
    'name',
    'boundary',
    'layout',
    'dialog',
    'copy',
    'failure',
    'status',
    'keyboard',
    'time',
    'store',
    'bridge',
    'words',
    'appearance',
  ],
};

describe.each(Object.entries(ladders))('%s', (half, ladder) => {
  it('imports downward only', () => {
    expect(wrongSteps(sourcesOf(join(root, half)), ladder)).toEqual([]);
  });

  it('has what each room imports told in the decision', () => {
    const paper = readFileSync(join(root, 'docs', 'decisions', 'house.md'), 'utf8');
    const told = paper
      .split(`### ${half}\n`)[1]
      ?.split('\n#')[0]
      ?.match(/^- .*$/gm);
    const rooms = [...importsOfRooms(sourcesOf(join(root, half)), ladder)];
    const names = (some: readonly string[]) =>
      some.length === 0 ? 'none' : some.map((name) => `\`${name}\``).join(', ');
    expect(told).toEqual(rooms.map(([room, others]) => `- \`${room}\`: ${names(others)}`));
  });
});

describe('the ladder', () => {
  const source = (path: string, ...imports: readonly string[]) => ({
    path,
    text: imports.map((name) => `import { it } from '${name}';`).join('\n'),
  });
  const below = source('store/store.ts');

  it('names both files of an import that goes up, whatever it is imported for', () => {
    const up = 'store/late.ts';
    for (const text of [
      "import type { Rail } from '../frame/rail.tsx';",
      "import '../frame/rail.tsx';",
      "const later = () => import('../frame/rail.tsx');",
      "import {\n  Rail,\n} from '../frame/rail.tsx';",
    ])
      expect(wrongSteps([source('frame/rail.tsx'), { path: up, text }], ['frame', 'store'])).toEqual([
        'store/late.ts imports frame/rail.tsx',
      ]);
  });

  it('lets the files beside the folders import all of them, and be imported by none', () => {
    const sources = [source('main.ts', './store/store.ts'), below];
    expect(wrongSteps(sources, ['store'])).toEqual([]);
    expect(wrongSteps([...sources, source('store/up.ts', '../main.ts')], ['store'])).toEqual([
      'store/up.ts imports main.ts',
    ]);
  });

  it('gives a file beside the folders the place that it names for it', () => {
    const clock = source('clock.ts');
    expect(wrongSteps([clock, source('store/a.ts', '../clock.ts')], ['store', 'clock.ts'])).toEqual([]);
    expect(wrongSteps([source('clock.ts', './store/store.ts'), below], ['store', 'clock.ts'])).toEqual([
      'clock.ts imports store/store.ts',
    ]);
  });

  it('knows every folder, and no other', () => {
    expect(wrongSteps([below, source('new/a.ts')], ['store', 'old'])).toEqual(['new has no place', 'old is no folder']);
  });

  it('leaves imports from outside to the walls', () => {
    expect(wrongSteps([source('store/a.ts', '../../contract/ids.ts', 'react')], ['store'])).toEqual([]);
  });
});
