/** Runs a program without showing what it says, and ends it with all that it started when it has to stop. */
import { spawn } from 'node:child_process';

export type Ended = { readonly code: number; readonly said: string };

const mostSaid = 20_000;

/** Rejects with the signal's reason once everything has ended where the signal aborted. */
export async function runAside(
  program: string,
  args: readonly string[],
  {
    cwd,
    env = process.env,
    signal,
  }: { readonly cwd: string; readonly env?: NodeJS.ProcessEnv; readonly signal: AbortSignal },
): Promise<Ended> {
  signal.throwIfAborted();
  const isGroup = process.platform !== 'win32';
  const child = spawn(program, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'], detached: isGroup });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      said = (said + text).slice(-mostSaid);
    });
  }
  const end = () => {
    try {
      if (isGroup && child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
      else child.kill();
    } catch {
      // It has ended by itself.
    }
  };
  signal.addEventListener('abort', end);
  const code = await new Promise<number>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (ended) => resolve(ended ?? 1));
  }).finally(() => signal.removeEventListener('abort', end));
  signal.throwIfAborted();
  return { code, said };
}
