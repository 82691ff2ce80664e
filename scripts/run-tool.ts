/** Starts the tools that the scripts call, each with the Node that runs the script, and reports how they ended. */
import { type SpawnOptions, spawn } from 'node:child_process';
import { dirname, join } from 'node:path';

export const root = dirname(import.meta.dirname);

/** The JavaScript file of each tool, so that no shell and no `.cmd` file is needed to start one. */
const toolFiles = {
  biome: 'node_modules/@biomejs/biome/bin/biome',
  'electron-builder': 'node_modules/electron-builder/cli.js',
  'electron-vite': 'node_modules/electron-vite/bin/electron-vite.js',
  'install-electron': 'node_modules/electron/install.js',
  playwright: 'node_modules/@playwright/test/cli.js',
  tsc: 'node_modules/typescript/bin/tsc',
  vitest: 'node_modules/vitest/vitest.mjs',
} as const;
export type Tool = keyof typeof toolFiles;

/** Runs a tool to its end with this terminal's streams. Returns its exit code; 1 where it was killed or did not start. */
export function runTool(tool: Tool, args: readonly string[], options: SpawnOptions = {}): Promise<number> {
  return run(process.execPath, [join(root, toolFiles[tool]), ...args], options);
}

/** The same for any program. */
export function run(program: string, args: readonly string[], options: SpawnOptions = {}): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd: root, stdio: 'inherit', ...options });
    const passOn = (signal: NodeJS.Signals) => child.kill(signal);
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
    for (const signal of signals) process.on(signal, passOn);
    const end = (code: number) => {
      for (const signal of signals) process.off(signal, passOn);
      resolve(code);
    };
    child.once('error', (error) => {
      console.error(`${program} did not start: ${error.message}`);
      end(1);
    });
    child.once('exit', (code) => end(code ?? 1));
  });
}
