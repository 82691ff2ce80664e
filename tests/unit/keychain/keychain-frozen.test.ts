/** The keychain against a real Secret Service that has stopped answering. */
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { type SecretServiceSession, startSecretService } from '../../secret-service/secret-service.ts';
import { type RunningChild, startChild } from './child.ts';
import type { ChildOrders } from './keychain-child.ts';

const id = '3f0c0f5e-8f0e-4c43-9a0e-0d7d2f6f0001';
const token = 'tok-Zm9v.bar_~+/=1';
const onLinux = process.platform === 'linux';

describe.runIf(onLinux).concurrent('a keychain daemon that is frozen', () => {
  let session: SecretServiceSession;
  let env: NodeJS.ProcessEnv;
  const started: RunningChild[] = [];
  const start = (orders: ChildOrders): RunningChild => {
    const child = startChild(orders, env);
    started.push(child);
    return child;
  };
  beforeAll(async () => {
    session = await startSecretService();
    env = { ...process.env, ...session.env };
    session.freeze();
  });
  afterAll(async () => {
    for (const child of started) child.kill();
    await session.stop();
  });

  it('costs one deadline, leaves files readable, and lets the process end by itself', async ({ expect }) => {
    const { lines, code, signal } = await start({
      steps: [
        { do: 'read-with-files', id, files: 10 },
        { do: 'read', id },
        { do: 'keep', id, token },
        { do: 'forget', id },
      ],
    }).result;
    expect(lines).toEqual([
      { log: 'keychain.trouble', what: 'look', trouble: 'slow' },
      { filesReadMeanwhile: 50, holdsProcess: false, reading: { state: 'unavailable', trouble: 'slow' } },
      { holdsProcess: false },
      { state: 'unavailable', trouble: 'slow' },
      { state: 'session-only', because: 'slow' },
      { ok: false, failure: { kind: 'keychain', trouble: 'slow' } },
    ]);
    expect({ code, signal }).toEqual({ code: 0, signal: null });
  });

  it('settles and leaves files readable where it froze inside a call of the binding', async ({ expect }) => {
    const { lines, signal } = await start({
      steps: [{ do: 'read-with-files', id, files: 10 }, { do: 'read', id }, { do: 'end' }],
      direct: true,
    }).result;
    expect(lines).toEqual([
      { log: 'keychain.trouble', what: 'read', trouble: 'slow' },
      { filesReadMeanwhile: 50, holdsProcess: true, reading: { state: 'unavailable', trouble: 'slow' } },
      { holdsProcess: true },
      { state: 'unavailable', trouble: 'slow' },
      { ending: true },
    ]);
    expect(signal).toBe('SIGKILL');
  });

  it('does not keep the app from quitting within six seconds, even in the middle of a call', async ({ expect }) => {
    const child = start({ steps: [{ do: 'start-read', id }, { do: 'end' }], direct: true });
    await child.line('ending');
    const ended = child.result.then(({ signal }) => signal);
    expect(await Promise.race([ended, pause(6000, 'still there', { ref: false })])).toBe('SIGKILL');
  });

  it('holds a process that ends in the ordinary way, which is why there is another way', async ({ expect }) => {
    const child = start({ steps: [{ do: 'start-read', id }, { do: 'exit' }], direct: true });
    await child.line('exiting');
    // A whole other process starts and ends, in which time this one could have ended many times over.
    const control = start({ steps: [{ do: 'exit' }] }).result.then(() => 'still there');
    expect(await Promise.race([child.result.then(() => 'ended'), control])).toBe('still there');
  });
});
