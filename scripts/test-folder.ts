/** The temporary folder that a run of the tests has to itself, so that whatever it leaves behind can be named. */
import { accessSync, chmodSync, constants, mkdtempSync, readdirSync, readFileSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

export type TestFolder = {
  /** For everything the run starts. */
  readonly env: Readonly<Record<string, string>>;
  /** What is in it, and which processes that were started with it still run: one line each. */
  readonly leftovers: (patienceMs?: number) => Promise<string[]>;
  /** Ends those processes and removes the folder. */
  readonly remove: () => void;
};

/** The path is short, for the Unix sockets in it. */
export function createTestFolder(): TestFolder {
  const folder = mkdtempSync(join(where(), 'rolodesk-'));
  // Some tests start a process of another account, which has to reach its files in here.
  chmodSync(folder, 0o755);
  return {
    env: { TMPDIR: folder, TEMP: folder, TMP: folder },
    leftovers: async (patienceMs = 5_000) => {
      // Processes that were told to end may need a moment for it.
      const deadline = performance.now() + patienceMs;
      while (processesIn(folder).length > 0 && performance.now() < deadline) await sleep(50);
      return [
        ...readdirSync(folder).map((name) => `${name}${contents(join(folder, name))}`),
        ...processesIn(folder).map(({ pid, command }) => `process ${pid}: ${command}`),
      ];
    },
    remove: () => {
      for (const { pid } of processesIn(folder)) kill(pid);
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** In memory where there is plenty: the tests open thousands of databases, and a disk makes each of them wait for it. */
function where(): string {
  const memory = '/dev/shm';
  try {
    accessSync(memory, constants.W_OK);
    const { bavail, bsize } = statfsSync(memory);
    return bavail * bsize >= 4 * 2 ** 30 ? memory : tmpdir();
  } catch {
    return tmpdir();
  }
}

/** The names of some files help to see which test it was. */
function contents(path: string): string {
  try {
    const names = readdirSync(path, { recursive: true, encoding: 'utf8' });
    return ` (${names.length === 0 ? 'empty' : names.slice(0, 3).join(', ')}${names.length > 3 ? ', …' : ''})`;
  } catch {
    return '';
  }
}

/** Processes whose temporary folder this is. Only Linux tells; elsewhere none. */
function processesIn(folder: string): { readonly pid: number; readonly command: string }[] {
  if (process.platform !== 'linux') return [];
  const others = readdirSync('/proc').filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid);
  return others.flatMap((name) => {
    try {
      const environment = readFileSync(`/proc/${name}/environ`, 'utf8').split('\0');
      if (!environment.includes(`TMPDIR=${folder}`)) return [];
      const command = readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
      return [{ pid: Number(name), command: command.slice(0, 200) }];
    } catch {
      // It has ended, or belongs to another account.
      return [];
    }
  });
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}
