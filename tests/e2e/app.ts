/**
 * Starts an app for a test, in Electron or in the development host: no test knows which. Each start has a user data
 * folder of its own, unless it is told another, and no display, so that the development host needs none.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  test as base,
  type ElectronApplication,
  _electron as electron,
  type Page,
  expect as playwrightExpect,
} from '@playwright/test';
import { findChromium } from '../../devhost/chromium.ts';
import { chooseRuntime, isSandboxed, runtimeArguments } from '../../scripts/runtime.ts';

const root = join(import.meta.dirname, '../..');
const runtime = chooseRuntime();

export type Launch = {
  /** The app's folder or main file; without it the built app. */
  readonly app?: string;
  /** Further arguments, such as a link. */
  readonly args?: readonly string[];
  /** What is added to the environment; `undefined` takes away. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** A folder that an earlier start used. */
  readonly userData?: string;
};

export type Launched = {
  readonly app: ElectronApplication;
  readonly userData: string;
  /** The first window, once it shows a page of its own. */
  readonly window: () => Promise<Page>;
  /** What the app has printed so far. */
  readonly output: () => string;
};

export type Launcher = (options?: Launch) => Promise<Launched>;

export const test = base.extend<{
  /** Whether something may be thrown in the main process that nobody catches; otherwise that fails the test. */
  mayThrow: boolean;
  newFolder: () => string;
  launch: Launcher;
}>({
  mayThrow: [false, { option: true }],

  /** A new empty folder, removed after the test. */
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of fixtures from this pattern
  newFolder: async ({}, use, { file, line }) => {
    // The name tells which test left it, if one did.
    await withFolders(`${basename(file, '.spec.ts')}-${line}-`, use);
  },

  launch: async ({ newFolder, mayThrow }, use) => {
    await withLauncher(newFolder, use, mayThrow);
  },
});

/** Lends new empty folders, whose names begin with `prefix`, and removes them when no process uses them any more. */
export async function withFolders(prefix: string, use: (newFolder: () => string) => Promise<void>): Promise<void> {
  const folders: string[] = [];
  await use(() => {
    const folder = mkdtempSync(join(tmpdir(), prefix));
    folders.push(folder);
    return folder;
  });
  await unused(folders);
  for (const folder of folders) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}

/** Lends a way to start apps, and closes all that were started. Rejects where one let an exception go that nobody caught. */
export async function withLauncher(
  newFolder: () => string,
  use: (launch: Launcher) => Promise<void>,
  mayThrow = false,
): Promise<void> {
  const launched: ElectronApplication[] = [];
  const thrown: (() => string[])[] = [];
  await use(async ({ app: path = root, args = [], env = {}, userData = newFolder() } = {}) => {
    const app = await electron.launch({
      executablePath: runtime.executable,
      chromiumSandbox: isSandboxed(),
      args: [...runtimeArguments(runtime), path, `--user-data-dir=${userData}`, ...args],
      cwd: root,
      env: environment(env),
      // Playwright's own emulation would hide what the app asks of nativeTheme.
      colorScheme: null,
      // Playwright does not always get to remove one of its own.
      artifactsDir: newFolder(),
    });
    launched.push(app);
    let output = '';
    app.process().stdout?.on('data', (chunk) => {
      output += chunk;
    });
    app.process().stderr?.on('data', (chunk) => {
      output += chunk;
    });
    thrown.push(() => uncaughtIn(output, userData));
    return { app, userData, window: () => shownWindow(app), output: () => output };
  });
  await Promise.all(launched.map((app) => app.close()));
  const uncaught = [...new Set(thrown.flatMap((read) => read()))];
  if (!mayThrow && uncaught.length > 0) throw new Error(`nobody caught it: ${uncaught.join('\n')}`);
}

/** What the runtime printed and what the app logged of exceptions that nobody caught: an app goes on after one. */
function uncaughtIn(output: string, userData: string): string[] {
  const printed = /A JavaScript error occurred in the main process[\s\S]{0,2000}/.exec(output);
  const log = join(userData, 'logs', 'rolodesk.log');
  const lines = existsSync(log) ? readFileSync(log, 'utf8').split('\n') : [];
  const logged = lines.filter((line) => /"event":"(?:uncaught exception|unhandled rejection)"/.test(line));
  return [...(printed === null ? [] : [printed[0]]), ...logged];
}

/** Waits until no process is left that has one of the folders as an argument: an app's Chromium outlives it for a moment. */
async function unused(folders: readonly string[]): Promise<void> {
  const isUsed = (pid: string) => {
    try {
      const commandLine = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
      return folders.some((folder) => commandLine.includes(folder));
    } catch {
      return false;
    }
  };
  while (process.platform === 'linux' && readdirSync('/proc').some((name) => /^\d+$/.test(name) && isUsed(name))) {
    await sleep(20);
  }
}

/** Playwright's own, so that a test imports from one place. */
export const expect = playwrightExpect;

/** The environment for an app: this one, without a display where the runtime can do without. */
export function environment(added: Readonly<Record<string, string | undefined>> = {}): Record<string, string> {
  const { DISPLAY, WAYLAND_DISPLAY, ...inherited } = process.env;
  const display = runtime.kind === 'electron' ? { DISPLAY, WAYLAND_DISPLAY } : {};
  const all = { ...inherited, ...display, ...added };
  return Object.fromEntries(Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== undefined));
}

/**
 * For a test of what Chromium itself forbids: Chromium whole. Its headless shell has fewer ways out (no manifest, no icon)
 * and no policy for the addresses that peers are told.
 */
export const wholeChromium =
  runtime.kind === 'electron' ? {} : { CHROMIUM_PATH: findChromium({ hasDisplay: true }) ?? undefined };

/** What starts an app, for a test that has to do it without Playwright. */
export const executable = runtime.executable;

async function shownWindow(app: ElectronApplication): Promise<Page> {
  const window = await app.firstWindow();
  await window.waitForURL((url) => url.protocol !== 'about:' && url.protocol !== 'data:');
  await window.waitForLoadState();
  return window;
}

/** Runs an app to its end. What it prints is told apart from nothing else; a run that lasts is ended after a minute. */
export async function runToEnd(
  app: string,
  { args = [], env = {} }: { args?: readonly string[]; env?: Readonly<Record<string, string | undefined>> } = {},
): Promise<{ code: number | null; output: string }> {
  const child = spawn(executable, [...runtimeArguments(runtime), app, ...args], {
    env: environment(env),
    timeout: 60_000,
  });
  let output = '';
  child.stdout.on('data', (chunk) => {
    output += chunk;
  });
  child.stderr.on('data', (chunk) => {
    output += chunk;
  });
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, output };
}

/** Starts the built app once more over a user data folder that is in use; resolves to the code it ends with. */
export async function startAgain(userData: string, ...args: readonly string[]): Promise<number | null> {
  const again = spawn(
    runtime.executable,
    [...runtimeArguments(runtime), root, `--user-data-dir=${userData}`, ...args],
    {
      cwd: root,
      env: environment(),
      stdio: 'ignore',
    },
  );
  const [code] = (await once(again, 'exit')) as [number | null];
  return code;
}
