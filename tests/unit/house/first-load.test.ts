/** What the page has to load before its first paint: built as for the app, and told by the bundler's own account of each file. */
import { build, type Rollup, type UserConfig } from 'vite';
import { beforeAll, expect, it } from 'vitest';
import config from '../../../electron.vite.config.ts';

type Chunk = Rollup.OutputChunk;

/** The page's first script, and all that it imports before it runs. */
const first: Chunk[] = [];

beforeAll(async () => {
  const { renderer } = config as { renderer: UserConfig };
  const built = await build({
    ...renderer,
    configFile: false,
    logLevel: 'silent',
    build: { ...renderer.build, write: false },
  });
  const { output } = built as Rollup.RollupOutput;
  const chunks = new Map(output.flatMap((one) => (one.type === 'chunk' ? [[one.fileName, one]] : [])));
  const take = (chunk: Chunk | undefined) => {
    if (chunk === undefined || first.includes(chunk)) return;
    first.push(chunk);
    for (const name of chunk.imports) take(chunks.get(name));
  };
  take([...chunks.values()].find((chunk) => chunk.isEntry));
});

const modules = (): string[] => first.flatMap((chunk) => Object.keys(chunk.modules));

it('draws the frame, and checks nothing by a schema', () => {
  expect(modules().some((id) => id.endsWith('renderer/frame/frame.tsx'))).toBe(true);
  expect(modules().filter((id) => /\/node_modules\/zod\//.test(id))).toEqual([]);
});
