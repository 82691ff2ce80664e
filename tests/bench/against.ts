/**
 * Measures a part of the benchmark in an older commit and in this tree, alternating, and prints the medians side by side:
 * on a machine that is not always equally fast, two runs one after the other would say little.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Compared, compare } from './compare.ts';
import { format, type NotedFigure } from './figures.ts';
import { makeOldBuild, NotComparable, type OldBuild, removeOldBuild } from './old-build.ts';
import { runAside } from './run-aside.ts';

export type Against = {
  readonly root: string;
  readonly part: string;
  readonly args: readonly string[];
  /** Anything that git knows a commit by. */
  readonly ref: string;
  readonly rounds: number;
};

/** What a part is given unless told otherwise: other programs need not be measured again, nor the largest sizes. */
const usual: Readonly<Record<string, readonly string[]>> = {
  search: ['100000', 'Rolodesk'],
  crawl: ['10000'],
  scale: ['10000', '100000'],
  organisation: ['100000', 'reading', 'asked', 'thread'],
};

class Interrupted extends Error {}

/** Returns the exit code: 0 once measured, 1 where that could not be done, 130 where it was interrupted. */
export async function benchAgainst(asked: Against): Promise<number> {
  const stopping = new AbortController();
  const stop = () => stopping.abort(new Interrupted());
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  for (const signal of signals) process.on(signal, stop);
  const folder = mkdtempSync(join(tmpdir(), 'rolodesk-against-'));
  const oldFolder = join(folder, 'old');
  try {
    await measure(asked, folder, oldFolder, stopping.signal);
    return 0;
  } catch (error) {
    if (error instanceof Interrupted) console.error('Interrupted: nothing is left of the old build.');
    else if (error instanceof NotComparable) console.error(error.message);
    else throw error;
    return error instanceof Interrupted ? 130 : 1;
  } finally {
    removeOldBuild(asked.root, oldFolder);
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    for (const signal of signals) process.off(signal, stop);
  }
}

async function measure(
  { root, part, args, ref, rounds }: Against,
  folder: string,
  oldFolder: string,
  signal: AbortSignal,
): Promise<void> {
  const git = (...words: string[]) => spawnSync('git', words, { cwd: root, encoding: 'utf8' }).stdout.trim();
  const commit = git('rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`);
  if (commit === '') throw new NotComparable(`There is no commit "${ref}".`);
  const given = [...args, ...(usual[part] ?? []).slice(args.length)];
  const isChanged = git('status', '--porcelain') !== '';
  console.log(`${[part, ...given].join(' ')}, old and new`);
  console.log(`old: ${git('log', '-1', '--format=%h %s', commit)}`);
  console.log(
    `new: ${git('log', '-1', '--format=%h %s')}${isChanged ? '\n     with changes that are not committed' : ''}`,
  );
  console.log(`${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}; load average ${loads()}`);

  const old = await makeOldBuild({ root, commit, folder: oldFolder, part, signal });
  const builds: readonly OldBuild[] = [old, { root, node: process.execPath, notes: [] }];
  const versions = builds.map(({ node }) => spawnSync(node, ['--version'], { encoding: 'utf8' }).stdout.trim());
  console.log(`Node: ${[...new Set(versions)].join(' (old), ')}`);
  for (const note of old.notes) console.log(note);

  const temporary = join(folder, 'tmp');
  const taken: [old: NotedFigure[][], new: NotedFigure[][]] = [[], []];
  for (let round = 1; round <= rounds; round += 1) {
    for (const [which, build] of builds.entries()) {
      const before = loads();
      const began = performance.now();
      rmSync(temporary, { recursive: true, force: true });
      mkdirSync(temporary);
      taken[which]?.push(await runPart(build, part, given, temporary, signal));
      const seconds = Math.round((performance.now() - began) / 1000);
      console.log(
        `run ${round} of ${rounds}, ${which === 0 ? 'old' : 'new'}: ${seconds} s; load average before ${before}`,
      );
    }
  }
  report(compare(...taken), rounds);
}

/** Whatever the part leaves behind goes with the folder that it is given for temporary files. */
async function runPart(
  build: OldBuild,
  part: string,
  args: readonly string[],
  temporary: string,
  signal: AbortSignal,
): Promise<NotedFigure[]> {
  const file = join(temporary, 'figures.jsonl');
  const script = join(build.root, 'tests/bench', `${part}.ts`);
  const env = { ...process.env, ROLODESK_FIGURES: file, TMPDIR: temporary, TMP: temporary, TEMP: temporary };
  const quiet = '--disable-warning=ExperimentalWarning';
  const { code, said } = await runAside(build.node, [quiet, script, ...args], { cwd: build.root, env, signal });
  if (code !== 0 || !existsSync(file)) throw new NotComparable(`${script} failed (${code}):\n${said}`);
  return readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as NotedFigure);
}

const loads = () =>
  loadavg()
    .map((one) => one.toFixed(1))
    .join(', ');

function report(all: readonly Compared[], rounds: number): void {
  console.log(
    `\nMedians of ${rounds} runs each; the ratio is new to old, and the spread the least and the most of the old.`,
  );
  let under = '';
  for (const one of all) {
    if (one.heading !== under) console.log(`\n${one.heading}`);
    under = one.heading;
    console.log(lineOf(one));
  }
  const paired = all.filter(({ ratio }) => ratio !== null);
  const worse = all.filter(({ isWorse }) => isWorse);
  console.log(
    `\nWorse by more than 5 %, and beyond what the old build did in any run: ${worse.length} of ${paired.length}`,
  );
  for (const one of worse) console.log(`${lineOf(one)}\n      ${one.heading}`);
}

function lineOf({ what, unit, old, new: is, ratio, spread, isWorse }: Compared): string {
  const cells = [old, is].map((value) => (value === null ? 'none' : `${format(value)} ${unit}`).padStart(12));
  const range = spread === null ? '' : `${format(spread[0])} to ${format(spread[1])}`;
  return `  ${what.padEnd(58)} ${cells.join(' ')} ${(ratio?.toFixed(2) ?? '').padStart(6)}  ${range}${isWorse ? '  WORSE' : ''}`.trimEnd();
}
