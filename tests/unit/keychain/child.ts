/** Runs `keychain-child.ts` and gives what it printed, how it ended and how long it took. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { ChildOrders } from './keychain-child.ts';

export type ChildResult = {
  readonly lines: Record<string, unknown>[];
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  /** All that it wrote to standard error. */
  readonly complaints: string;
};

export type RunningChild = {
  /** Resolves to the first line that has this key. */
  readonly line: (key: string) => Promise<Record<string, unknown>>;
  readonly result: Promise<ChildResult>;
  readonly kill: () => void;
};

export const startChild = (orders: ChildOrders, env: NodeJS.ProcessEnv): RunningChild => {
  const script = join(import.meta.dirname, 'keychain-child.ts');
  const child = spawn(process.execPath, [script, JSON.stringify(orders)], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const lines: Record<string, unknown>[] = [];
  const awaited: { key: string; resolve: (line: Record<string, unknown>) => void }[] = [];
  let complaints = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaints += text;
  });
  createInterface({ input: child.stdout }).on('line', (text) => {
    const line: Record<string, unknown> = JSON.parse(text);
    lines.push(line);
    for (const one of awaited) if (one.key in line) one.resolve(line);
  });
  const result = once(child, 'close').then(
    ([code, signal]): ChildResult => ({
      lines,
      code: code as number | null,
      signal: signal as NodeJS.Signals | null,
      complaints,
    }),
  );
  return {
    line: (key) => {
      const there = lines.find((line) => key in line);
      if (there) return Promise.resolve(there);
      const ended = result.then(({ complaints: said }) =>
        Promise.reject(new Error(`it ended without "${key}": ${said}`)),
      );
      return Promise.race([new Promise<Record<string, unknown>>((resolve) => awaited.push({ key, resolve })), ended]);
    },
    result,
    kill: () => child.kill('SIGKILL'),
  };
};

export const runChild = (orders: ChildOrders, env: NodeJS.ProcessEnv): Promise<ChildResult> =>
  startChild(orders, env).result;
