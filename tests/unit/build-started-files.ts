/**
 * Vitest runs this once, before the tests: builds what they start by the dozen into `out/unit/`, as the app's own build
 * does. From its sources, Node would strip the types of every module again for each thread, which takes thrice as long.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Rollup, build as viteBuild } from 'vite';
import type { TestProject } from 'vitest/node';
import { evaluateAtBuild } from '../../scripts/at-build.ts';
import { root } from '../../scripts/run-tool.ts';
import { startedFiles } from './started-file.ts';

const folder = join(root, 'out', 'unit');

export async function setup(project: TestProject): Promise<void> {
  await build();
  project.onTestsRerun(build);
}

async function build(): Promise<void> {
  // With `write: false` and without a watcher it is what was bundled.
  const { output } = (await viteBuild({
    root,
    configFile: false,
    logLevel: 'warn',
    plugins: [evaluateAtBuild()],
    build: {
      ssr: true,
      write: false,
      minify: false,
      target: 'node24',
      rollupOptions: {
        input: startedFiles,
        external: [/^node:/],
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
    ssr: { noExternal: true },
  })) as Rollup.RollupOutput;
  mkdirSync(folder, { recursive: true });
  for (const file of output) {
    const path = join(folder, file.fileName);
    const content = file.type === 'chunk' ? file.code : file.source;
    // Another run may be reading what is already there.
    if (!existsSync(path) || readFileSync(path, 'utf8') !== content) writeFileSync(path, content);
  }
}
