/** `npm run bench -- PART --against REF` in a project of a few files: what it measures, says, and leaves behind. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { temporaryFolder } from '../temporary-folder.ts';

const project = join(import.meta.dirname, '../../..');

let folder: string;
/** The project in which it is measured, and the folder for temporary files. */
let root: string;
let temporary: string;

const write = (path: string, text: string) => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
};
const git = (...args: string[]) => execFileSync('git', args, { cwd: root, encoding: 'utf8' });
const commit = (subject: string) => {
  git('add', '-A');
  git('-c', 'user.name=Test', '-c', 'user.email=test@example.com', 'commit', '--quiet', '--no-gpg-sign', '-m', subject);
};

/** A benchmark of one figure, which the sources give. */
const benchmark = (what: string) => `
  import { cost } from '../../electron/cost.ts';
  import { heading, print } from './figures.ts';
  heading('Opening');
  print({ what: '${what}', value: cost(2), unit: 'ms' });
`;

beforeEach(() => {
  folder = temporaryFolder();
  root = join(folder, 'project');
  temporary = join(folder, 'tmp');
  mkdirSync(root);
  mkdirSync(temporary);
  git('init', '--quiet');
  cpSync(join(project, 'tests/bench'), join(root, 'tests/bench'), { recursive: true });
  cpSync(join(project, 'tsconfig.base.json'), join(root, 'tsconfig.base.json'));
  symlinkSync(join(project, 'node_modules'), join(root, 'node_modules'), 'junction');
  write('.gitignore', 'node_modules\n');
  write('package-lock.json', '{}');
  write('demo/nothing.ts', '');
  write('electron/cost.ts', 'export const cost = (times: number): number => times * 10;');
  write('tests/bench/table.ts', benchmark('open'));
  commit('Before');
});

function start(...args: string[]): { readonly process: ChildProcess; readonly said: () => string } {
  const running = spawn(process.execPath, [join(root, 'tests/bench/main.ts'), ...args], {
    cwd: root,
    env: { ...process.env, TMPDIR: temporary, TMP: temporary, TEMP: temporary },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [running.stdout, running.stderr])
    stream.setEncoding('utf8').on('data', (text) => (said += text));
  return { process: running, said: () => said };
}

async function run(...args: string[]): Promise<{ readonly code: number | null; readonly said: string }> {
  const { process: running, said } = start(...args);
  const [code] = (await once(running, 'close')) as [number | null];
  return { code, said: said() };
}

const expectNothingLeft = () => {
  expect(readdirSync(temporary)).toEqual([]);
  expect(git('worktree', 'list').trim().split('\n')).toHaveLength(1);
};

describe('a part measured against an older commit', () => {
  it('is measured in both with this benchmark, and says what is slower', async () => {
    write('electron/cost.ts', 'export const cost = (times: number): number => times * 15;');
    write('tests/bench/table.ts', benchmark('open anew'));
    commit('After');
    write('electron/more.ts', '');
    const { code, said } = await run('table', '--against', 'HEAD~1', '--runs', '2');
    expect(said).toMatch(/^old: [0-9a-f]+ Before$/m);
    expect(said).toMatch(/^new: [0-9a-f]+ After\n +with changes that are not committed$/m);
    expect(said).toContain("Both are measured with this tree's tests/bench and demo.");
    expect(said).toMatch(/^Opening\n {2}open anew +20\.0 ms +30\.0 ms +1\.50 {2}20\.0 to 20\.0 {2}WORSE$/m);
    expect(said).toContain('in any run: 1 of 1');
    expect(said.match(/^run \d of 2, (old|new)/gm)).toEqual([
      'run 1 of 2, old',
      'run 1 of 2, new',
      'run 2 of 2, old',
      'run 2 of 2, new',
    ]);
    expect(code).toBe(0);
    expectNothingLeft();
  });

  it('is measured in each with its own benchmark where this one does not fit the old sources', async () => {
    write('electron/cost.ts', 'export const cost = (times: string): number => Number(times) * 15;');
    write('tests/bench/table.ts', benchmark('open').replace('cost(2)', "cost('2')"));
    const { code, said } = await run('table', '--against', 'HEAD', '--runs', '1');
    expect(said).toContain('Each is measured with its own tests/bench and demo');
    expect(said).toContain("Argument of type 'string' is not assignable");
    expect(said).toMatch(/open +20\.0 ms +30\.0 ms +1\.50/);
    expect(code).toBe(0);
    expectNothingLeft();
  });

  it('is not measured, and says why, where neither benchmark can be', async () => {
    write('electron/cost.ts', 'export const price = (times: number): number => times;');
    rmSync(join(root, 'tests/bench/table.ts'));
    commit('Without a benchmark');
    write('electron/cost.ts', 'export const cost = (times: number): number => times;');
    write('tests/bench/table.ts', benchmark('open'));
    const { code, said } = await run('table', '--against', 'HEAD', '--runs', '1');
    expect(said).toContain('has no benchmark "table"');
    expect(said).toContain('has no exported member');
    expect(code).toBe(1);
    expectNothingLeft();
  });

  it('leaves nothing behind where a run fails, and shows what it said', async () => {
    write('tests/bench/table.ts', `${benchmark('open')}\nthrow new Error('nothing to measure');`);
    const { code, said } = await run('table', '--against', 'HEAD', '--runs', '1');
    expect(said).toContain('nothing to measure');
    expect(code).toBe(1);
    expectNothingLeft();
  });

  it('leaves neither files nor processes behind where it is interrupted', async () => {
    const pids = join(folder, 'pids');
    write(
      'tests/bench/table.ts',
      `${benchmark('open')}
      import { spawn } from 'node:child_process';
      import { appendFileSync } from 'node:fs';
      const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'inherit' });
      setInterval(() => {}, 1000);
      appendFileSync(${JSON.stringify(pids)}, process.pid + ' ' + child.pid);`,
    );
    commit('Without an end');
    const { process: running, said } = start('table', '--against', 'HEAD');
    const ended = once(running, 'close');
    await expect.poll(() => readdirSync(folder), { timeout: 60_000 }).toContain('pids');
    await expect.poll(() => readFileSync(pids, 'utf8')).toMatch(/^\d+ \d+$/);
    running.kill('SIGINT');
    expect(await ended).toEqual([130, null]);
    expect(said()).toContain('Interrupted');
    expectNothingLeft();
    for (const pid of readFileSync(pids, 'utf8').split(' ').map(Number)) {
      await expect.poll(() => isRunning(pid)).toBe(false);
    }
  });

  it('is refused in words where it is not said what to measure', async () => {
    for (const [args, code, words] of [
      [['table', '--against', 'nowhere'], 1, 'There is no commit "nowhere".'],
      [['--against', 'HEAD'], 2, 'Which part is measured'],
      [['chairs', '--against', 'HEAD'], 2, 'There is no such part.'],
      [['table', '--againts', 'HEAD'], 2, 'There is no such option.'],
      [['table', '--against', 'HEAD', '--runs', '0'], 2, 'How many runs'],
    ] as const) {
      expect(await run(...args)).toEqual({ code, said: expect.stringContaining(words) });
      expectNothingLeft();
    }
  });
});

/** One that has ended and that nobody has asked about since still has its number. */
function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return process.platform !== 'linux' || !readFileSync(`/proc/${pid}/stat`, 'utf8').includes(') Z ');
  } catch {
    return false;
  }
}
