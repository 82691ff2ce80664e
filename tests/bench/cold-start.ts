/** From the start of a process to the first person answered, and the memory that takes, as built and bundled. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { evaluateAtBuild } from '../../scripts/at-build.ts';
import { against, heading, median, print } from './figures.ts';

const rounds = 5;

export type ColdFiles = { readonly database: string; readonly json: string; readonly id: string };

export async function benchColdStart({ database, json, id }: ColdFiles): Promise<void> {
  heading(`From spawning a process to the first person answered; median of ${rounds} starts`);
  const folder = mkdtempSync(join(tmpdir(), 'rolodesk-bench-'));
  const [empty, plain, store] = await Promise.all(
    ['start-empty', 'start-plain', 'start-store'].map((name) => bundled(name, folder)),
  );
  const runs = {
    empty: () => startOnce(empty, []),
    plain: () => startOnce(plain, [json, id]),
    store: () => startOnce(store, [database, id]),
    // As after a crash: the whole file is checked first.
    unclean: () => {
      rmSync(`${database}.clean`, { force: true });
      return startOnce(store, [database, id]);
    },
  };
  const taken = { empty: [], plain: [], store: [], unclean: [] } as Record<keyof typeof runs, Start[]>;
  for (let round = 0; round < rounds; round += 1) {
    for (const name of ['empty', 'plain', 'store'] as const) taken[name].push(await runs[name]());
  }
  for (let round = 0; round < 3; round += 1) taken.unclean.push(await runs.unclean());
  rmSync(folder, { recursive: true });
  const ms = (name: keyof typeof runs) => median(taken[name].map((start) => start.ms));
  const mb = (name: keyof typeof runs) => median(taken[name].map((start) => start.residentMb));
  print({ what: 'an empty Node process', value: ms('empty'), unit: 'ms' });
  print({
    what: 'plain: the one JSON file',
    value: ms('plain') - ms('empty'),
    unit: 'ms',
    note: 'beyond the empty process',
  });
  print({
    what: 'the database',
    value: ms('store') - ms('empty'),
    unit: 'ms',
    note: `beyond it; ${against(ms('store') - ms('empty'), ms('plain') - ms('empty'))}`,
  });
  print({
    what: 'the database after an unclean end, checked whole',
    value: ms('unclean') - ms('empty'),
    unit: 'ms',
    note: 'beyond it',
  });
  heading('Memory of those processes as they end');
  print({ what: 'an empty Node process', value: mb('empty'), unit: 'MB' });
  print({
    what: 'plain: the one JSON file',
    value: mb('plain') - mb('empty'),
    unit: 'MB',
    note: 'beyond the empty process',
  });
  print({
    what: 'the database',
    value: mb('store') - mb('empty'),
    unit: 'MB',
    note: `beyond it; ${against(mb('store') - mb('empty'), mb('plain') - mb('empty'))}`,
  });
}

type Start = { readonly ms: number; readonly residentMb: number };

/** One file with everything in it, as the main process is shipped: no time goes into finding modules. */
async function bundled(name: string, folder: string): Promise<string> {
  await build({
    configFile: false,
    logLevel: 'silent',
    plugins: [evaluateAtBuild()],
    ssr: { noExternal: true },
    build: {
      ssr: join(import.meta.dirname, `${name}.ts`),
      outDir: folder,
      emptyOutDir: false,
      rolldownOptions: { output: { entryFileNames: `${name}.mjs`, codeSplitting: false } },
    },
  });
  return join(folder, `${name}.mjs`);
}

function startOnce(script: string | undefined, args: readonly string[]): Promise<Start> {
  const began = performance.now();
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', '--import', peakReporter, script ?? '', ...args],
    {
      stdio: ['ignore', 'pipe', 'inherit', 'pipe'],
    },
  );
  let ms = Number.NaN;
  let said = '';
  child.stdout?.once('data', () => {
    ms = performance.now() - began;
  });
  child.stdio[3]?.on('data', (text: Buffer) => {
    said += text.toString();
  });
  return new Promise((resolve, reject) => {
    child.once('close', (code) => {
      if (code === 0) resolve({ ms, residentMb: Number(said) / 1e6 });
      else reject(new Error(`${script} ended with ${code}`));
    });
  });
}

/** Has each process say its resident memory, in bytes, as it ends. (The peak that the system keeps begins with the parent's.) */
const peakReporter = `data:text/javascript,${encodeURIComponent(
  "import { writeSync } from 'node:fs'; process.on('exit', () => writeSync(3, String(process.memoryUsage.rss())));",
)}`;
