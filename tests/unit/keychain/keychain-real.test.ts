/** The keychain against a real Secret Service (gnome-keyring on a D-Bus of its own), each use in a process of its own. */
import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type SecretServiceSession,
  startSecretService,
  withoutBus,
  withoutLibsecret,
} from '../../secret-service/secret-service.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { runChild } from './child.ts';

const id = '3f0c0f5e-8f0e-4c43-9a0e-0d7d2f6f0001';
const other = '3f0c0f5e-8f0e-4c43-9a0e-0d7d2f6f0002';
const token = 'tok-Zm9v.bar_~+/=1';
const onLinux = process.platform === 'linux';

describe.runIf(onLinux)('a keychain that is open', () => {
  let session: SecretServiceSession;
  let env: NodeJS.ProcessEnv;
  beforeAll(async () => {
    session = await startSecretService();
    env = { ...process.env, ...session.env };
  });
  afterAll(() => session.stop());

  it('keeps a token beyond the process that stored it', async () => {
    const first = await runChild({ steps: [{ do: 'state' }, { do: 'read', id }, { do: 'keep', id, token }] }, env);
    expect(first.lines).toEqual([{ name: 'secret-service', state: 'ready' }, { state: 'none' }, { state: 'stored' }]);
    const second = await runChild(
      {
        steps: [
          { do: 'read', id },
          { do: 'read', id: other },
        ],
      },
      env,
    );
    expect(second.lines).toEqual([{ state: 'stored', token }, { state: 'none' }]);
  });

  it('keeps one token per connection, the last one given, of any allowed size', async () => {
    const longest = 'x'.repeat(8192);
    const { lines } = await runChild(
      {
        steps: [
          { do: 'keep', id, token: 'first' },
          { do: 'keep', id: other, token: 'another' },
          { do: 'keep', id, token: longest },
          { do: 'read', id },
          { do: 'read', id: other },
        ],
      },
      env,
    );
    expect(lines.slice(3)).toEqual([
      { state: 'stored', token: longest },
      { state: 'stored', token: 'another' },
    ]);
  });

  it('is still signed in when the daemon was started anew and unlocked', async () => {
    await runChild({ steps: [{ do: 'keep', id, token }] }, env);
    await session.restart({ locked: false });
    const { lines } = await runChild({ steps: [{ do: 'read', id }] }, env);
    expect(lines).toEqual([{ state: 'stored', token }]);
  });

  it('forgets a token for every later process, and forgets what was never there without complaint', async () => {
    await runChild({ steps: [{ do: 'keep', id, token }] }, env);
    const { lines } = await runChild(
      {
        steps: [
          { do: 'forget', id },
          { do: 'forget', id },
        ],
      },
      env,
    );
    expect(lines).toEqual([
      { ok: true, value: null },
      { ok: true, value: null },
    ]);
    const later = await runChild({ steps: [{ do: 'read', id }] }, env);
    expect(later.lines).toEqual([{ state: 'none' }]);
  });
});

describe.runIf(onLinux)('a keychain that is locked', () => {
  let session: SecretServiceSession;
  let env: NodeJS.ProcessEnv;
  beforeAll(async () => {
    session = await startSecretService();
    env = { ...process.env, ...session.env };
    await runChild({ steps: [{ do: 'keep', id, token }] }, env);
    await session.restart({ locked: true });
  });
  afterAll(() => session.stop());

  it('says locked, never none, and neither overwrites nor claims to forget', async () => {
    const locked = await runChild(
      {
        steps: [
          { do: 'state' },
          { do: 'read', id },
          { do: 'read', id: other },
          { do: 'keep', id, token: 'overwritten' },
          { do: 'keep', id: other, token: 'new' },
          { do: 'forget', id },
        ],
      },
      env,
    );
    expect(locked.lines).toEqual([
      { name: 'secret-service', state: 'locked' },
      { state: 'locked' },
      { state: 'locked' },
      { state: 'session-only', because: 'locked' },
      { state: 'session-only', because: 'locked' },
      { ok: false, failure: { kind: 'keychain', trouble: 'locked' } },
    ]);
  });

  it('says so too where the binding itself meets the lock', async () => {
    const { lines } = await runChild({ steps: [{ do: 'keep', id, token: 'overwritten' }], direct: true }, env);
    expect(lines).toEqual([
      { log: 'keychain.trouble', what: 'keep', trouble: 'locked' },
      { state: 'session-only', because: 'locked' },
    ]);
  });

  it('reports a prompt that nobody answered as not unlocked', async () => {
    const { lines } = await runChild({ steps: [{ do: 'unlock' }, { do: 'state' }] }, env);
    expect(lines).toEqual([{ unlocked: false }, { name: 'secret-service', state: 'locked' }]);
  });

  it('has lost nothing once it is unlocked', async () => {
    await session.restart({ locked: false });
    const { lines } = await runChild({ steps: [{ do: 'read', id }, { do: 'unlock' }] }, env);
    expect(lines).toEqual([{ state: 'stored', token }, { unlocked: true }]);
  });
});

describe.runIf(onLinux)('a keychain without a password, as after an automatic login', () => {
  let session: SecretServiceSession;
  let env: NodeJS.ProcessEnv;
  beforeAll(async () => {
    session = await startSecretService({
      withoutPassword: true,
      elsewhere: { account: other, token: 'kept-elsewhere' },
    });
    env = { ...process.env, ...session.env };
  });
  afterAll(() => session.stop());

  it('is open: nobody is asked for what nobody has to type', async () => {
    const { lines } = await runChild({ steps: [{ do: 'state' }, { do: 'keep', id, token }, { do: 'read', id }] }, env);
    expect(lines).toEqual([
      { name: 'secret-service', state: 'ready' },
      { state: 'stored' },
      { state: 'stored', token },
    ]);
    await session.restart({ locked: false });
    const later = await runChild({ steps: [{ do: 'read', id }] }, env);
    expect(later.lines).toEqual([{ state: 'stored', token }]);
  });

  it('with a token in another keyring: it is read, renewed and forgotten', async () => {
    const { lines } = await runChild(
      {
        steps: [
          { do: 'read', id: other },
          { do: 'keep', id: other, token: 'renewed' },
          { do: 'read', id: other },
          { do: 'forget', id: other },
          { do: 'read', id: other },
        ],
      },
      env,
    );
    expect(lines).toEqual([
      { state: 'stored', token: 'kept-elsewhere' },
      { state: 'stored' },
      { state: 'stored', token: 'renewed' },
      { ok: true, value: null },
      { state: 'none' },
    ]);
  });
});

describe.runIf(onLinux)('a keychain that nobody has made yet', () => {
  it('holds nothing and takes nothing without asking, and says so', async () => {
    const session = await startSecretService({ missing: true });
    try {
      const { lines } = await runChild(
        { steps: [{ do: 'state' }, { do: 'read', id }, { do: 'keep', id, token }, { do: 'unlock' }, { do: 'state' }] },
        { ...process.env, ...session.env },
      );
      expect(lines).toEqual([
        { name: 'secret-service', state: 'locked' },
        { state: 'none' },
        { state: 'session-only', because: 'locked' },
        { unlocked: false },
        { name: 'secret-service', state: 'locked' },
      ]);
    } finally {
      await session.stop();
    }
  });
});

describe.runIf(onLinux)('no keychain at all', () => {
  const asked = {
    steps: [{ do: 'state' }, { do: 'read', id }, { do: 'keep', id, token }, { do: 'forget', id }],
  } as const;
  const answered = [
    { name: 'secret-service', state: 'unavailable' },
    { state: 'unavailable', trouble: 'unavailable' },
    { state: 'session-only', because: 'unavailable' },
    { ok: false, failure: { kind: 'keychain', trouble: 'unavailable' } },
  ];
  const orders = { steps: [...asked.steps] };

  it('is unavailable where no session bus runs', async () => {
    const { lines, complaints } = await runChild(orders, withoutBus(process.env));
    expect(lines).toEqual(answered);
    expect(complaints).toBe('');
    const direct = await runChild({ steps: [{ do: 'read', id }], direct: true }, withoutBus(process.env));
    expect(direct.lines.at(-1)).toEqual({ state: 'unavailable', trouble: 'unavailable' });
  });

  it('is unavailable where the bus has gone, and where nobody on it keeps secrets', async () => {
    const session = await startSecretService();
    const env = { ...process.env, ...session.env };
    await session.stopDaemon();
    const nobody = await runChild(orders, env);
    await session.stop();
    const gone = await runChild(orders, env);
    expect(nobody.lines).toEqual(answered);
    expect(gone.lines).toEqual(answered);
  });

  it('is unavailable where libsecret cannot be loaded or is not installed', async () => {
    const session = await startSecretService();
    const broken = await withoutLibsecret();
    const folder = temporaryFolder();
    try {
      const env = { ...process.env, ...session.env };
      const stored = await runChild({ steps: [{ do: 'keep', id, token }] }, env);
      expect(stored.lines).toEqual([{ state: 'stored' }]);
      const missing = [{ log: 'keychain.binding-missing' }, ...answered];
      const unloadable = await runChild(orders, { ...env, ...broken.env });
      expect(unloadable.lines).toEqual(missing);
      // The binding as it is, but for the name of the library it asks the system for: one that nobody has.
      const bindingAt = join(folder, 'keytar');
      await cp(join(dirname(fileURLToPath(import.meta.resolve('keytar'))), '..'), bindingAt, { recursive: true });
      // Built here by an install that ran the package's script, it would be loaded before the one that came with it.
      await rm(join(bindingAt, 'build'), { recursive: true, force: true });
      const file = join(bindingAt, `prebuilds/linux-${process.arch}`, 'keytar.node');
      const bytes = await readFile(file);
      const at = bytes.indexOf('libsecret-1.so.0');
      expect(at).toBeGreaterThan(0);
      bytes.write('libsecret-X.so.0', at, 'latin1');
      await writeFile(file, bytes);
      const uninstalled = await runChild({ ...orders, bindingAt }, env);
      expect(uninstalled.lines).toEqual(missing);
    } finally {
      await broken.dispose();
      await session.stop();
    }
  });
});
