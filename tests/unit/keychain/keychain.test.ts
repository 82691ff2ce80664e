import { describe, expect, it } from 'vitest';
import { ConnectionId } from '../../../contract/ids.ts';
import { createKeychain, dialogDeadlineMs, keychainDeadlineMs } from '../../../electron/keychain/keychain.ts';
import { serviceName } from '../../../electron/keychain/keychain-steps.ts';
import type { Holdings, SecretService } from '../../../electron/keychain/secret-service.ts';
import { createFakeBinding, createFakeService, createMemoryLog, createStillClock, settled } from '../account/fakes.ts';

const id = ConnectionId.parse('3f0c0f5e-8f0e-4c43-9a0e-0d7d2f6f0001');
const other = ConnectionId.parse('3f0c0f5e-8f0e-4c43-9a0e-0d7d2f6f0002');
const token = 'a-token-to-be-kept-quiet';

const build = ({
  says,
  unlock,
  platform = 'linux',
}: {
  says?: () => Holdings | Error | 'silent';
  unlock?: SecretService['unlock'];
  platform?: NodeJS.Platform;
} = {}) => {
  const clock = createStillClock();
  const log = createMemoryLog();
  const binding = createFakeBinding();
  let loads = 0;
  const keychain = createKeychain({
    platform,
    load: async () => {
      loads += 1;
      return binding;
    },
    secretService: says ? createFakeService(says, unlock) : null,
    clock,
    log,
  });
  return { keychain, binding, clock, log, loads: () => loads };
};

describe('the keychain', () => {
  it('keeps a token under the service Rolodesk and the connection, and loads the binding once and late', async () => {
    const { keychain, binding, loads } = build();
    expect(loads()).toBe(0);
    expect(await keychain.keep(id, token)).toEqual({ state: 'stored' });
    expect([...binding.kept]).toEqual([[`${serviceName}/${id}`, token]]);
    expect(await keychain.read(id)).toEqual({ state: 'stored', token });
    expect(await keychain.read(other)).toEqual({ state: 'none' });
    expect(await keychain.forget(id)).toEqual({ ok: true, value: null });
    expect(binding.kept.size).toBe(0);
    expect(loads()).toBe(1);
  });

  it('never has two calls under way, whatever is asked at once', async () => {
    const { keychain, binding } = build();
    await Promise.all([
      keychain.keep(id, token),
      keychain.read(id),
      keychain.keep(other, token),
      keychain.forget(id),
      keychain.state(null),
      keychain.read(other),
    ]);
    expect(binding.mostAtOnce()).toBe(1);
    expect(binding.calls.slice(0, 3)).toEqual(['set', 'get', 'get']);
  });

  it('says session-only when what it reads back is not what it wrote', async () => {
    const { keychain, binding } = build();
    binding.alter = (text) => text.slice(0, 10);
    expect(await keychain.keep(id, token)).toEqual({ state: 'session-only', because: 'not-kept' });
    binding.setPassword = async () => {};
    expect(await keychain.keep(other, token)).toEqual({ state: 'session-only', because: 'not-kept' });
  });

  it('does not call the binding on a locked keychain, nor where a keychain would first have to be made', async () => {
    let holdings: Holdings = { collection: 'locked', unlocked: 0, locked: 1 };
    const { keychain, binding } = build({ says: () => holdings });
    const forgotten = { ok: false, failure: { kind: 'keychain', trouble: 'locked' } };
    expect(await keychain.read(id)).toEqual({ state: 'locked' });
    expect(await keychain.keep(id, token)).toEqual({ state: 'session-only', because: 'locked' });
    expect(await keychain.forget(id)).toEqual(forgotten);
    // A locked item in another collection: a new one beside it would leave two.
    holdings = { collection: 'ready', unlocked: 0, locked: 1 };
    expect(await keychain.read(id)).toEqual({ state: 'locked' });
    expect(await keychain.keep(id, token)).toEqual({ state: 'session-only', because: 'locked' });
    holdings = { collection: 'missing', unlocked: 0, locked: 0 };
    expect(await keychain.read(id)).toEqual({ state: 'none' });
    expect(await keychain.keep(id, token)).toEqual({ state: 'session-only', because: 'locked' });
    expect(binding.calls).toEqual([]);
  });

  it('does not say none where the service holds a token that the binding will not give', async () => {
    const { keychain } = build({ says: () => ({ collection: 'ready', unlocked: 1, locked: 0 }) });
    expect(await keychain.read(id)).toEqual({ state: 'unavailable', trouble: 'refused' });
  });

  it('notices a lock that falls between the question and the call', async () => {
    const answers: Holdings[] = [
      { collection: 'ready', unlocked: 1, locked: 0 },
      { collection: 'locked', unlocked: 0, locked: 1 },
    ];
    const { keychain } = build({ says: () => answers.shift() ?? new Error('asked too often') });
    expect(await keychain.read(id)).toEqual({ state: 'locked' });
  });

  it('does not report a token forgotten that is still there', async () => {
    const { keychain, binding } = build();
    await keychain.keep(id, token);
    binding.deletePassword = async () => false;
    expect(await keychain.forget(id)).toEqual({ ok: false, failure: { kind: 'keychain', trouble: 'refused' } });
  });

  it('forgets what is there and cannot be read, such as an item that has lost its secret', async () => {
    let isThere = true;
    const { keychain, binding } = build({
      says: () => ({ collection: 'ready', unlocked: isThere ? 1 : 0, locked: 0 }),
    });
    binding.deletePassword = async () => {
      isThere = false;
      return true;
    };
    expect(await keychain.read(id)).toEqual({ state: 'unavailable', trouble: 'refused' });
    expect(await keychain.forget(id)).toEqual({ ok: true, value: null });
    expect(await keychain.read(id)).toEqual({ state: 'none' });
  });

  it('gives a stuck call its deadline, then settles everything at once and leaves the binding alone', async () => {
    const { keychain, binding, clock } = build();
    const release = binding.hold();
    const reading = keychain.read(id);
    const waiting = keychain.keep(other, token);
    await clock.pass(keychainDeadlineMs - 1);
    expect(keychain.holdsProcess()).toBe(true);
    expect(await Promise.race([reading, settled().then(() => 'waiting')])).toBe('waiting');
    await clock.pass(1);
    expect(await reading).toEqual({ state: 'unavailable', trouble: 'slow' });
    expect(await waiting).toEqual({ state: 'session-only', because: 'slow' });
    expect(await keychain.state(null)).toEqual({ name: 'secret-service', state: 'unavailable' });
    expect(binding.calls).toEqual(['get']);
    release();
    await settled();
    await settled();
    expect(keychain.holdsProcess()).toBe(false);
    // The late answer shows that it is there.
    expect(await keychain.keep(id, token)).toEqual({ state: 'stored' });
    expect(binding.mostAtOnce()).toBe(1);
  });

  it('gives a silent service its deadline without coming to the binding, and asks it again half a minute later', async () => {
    let answer: Holdings | 'silent' = 'silent';
    const { keychain, binding, clock } = build({ says: () => answer });
    const reading = keychain.read(id);
    await clock.pass(keychainDeadlineMs);
    expect(await reading).toEqual({ state: 'unavailable', trouble: 'slow' });
    expect(binding.calls).toEqual([]);
    expect(keychain.holdsProcess()).toBe(false);
    answer = { collection: 'ready', unlocked: 0, locked: 0 };
    await clock.pass(29_999);
    expect(await keychain.read(id)).toEqual({ state: 'unavailable', trouble: 'slow' });
    await clock.pass(1);
    expect(await keychain.read(id)).toEqual({ state: 'none' });
  });

  it('is not given up for the run where its state was asked for while it was left alone', async () => {
    let answer: Holdings | 'silent' = 'silent';
    const { keychain, clock } = build({ says: () => answer });
    const reading = keychain.read(id);
    const looking = keychain.state(id);
    await clock.pass(keychainDeadlineMs);
    await reading;
    expect(await looking).toMatchObject({ state: 'unavailable' });
    answer = { collection: 'ready', unlocked: 0, locked: 0 };
    await clock.pass(30_000);
    expect(await keychain.state(id)).toMatchObject({ state: 'ready' });
  });

  it('is not given up for the run where its binding is loaded late', async () => {
    const clock = createStillClock();
    const binding = createFakeBinding();
    const given = Promise.withResolvers<void>();
    const load = () => given.promise.then(() => binding);
    const needs = { platform: 'win32', secretService: null, clock, log: createMemoryLog() } as const;
    const keychain = createKeychain({ ...needs, load });
    const kept = keychain.keep(id, token);
    await clock.pass(keychainDeadlineMs);
    expect(await kept).toEqual({ state: 'session-only', because: 'slow' });
    given.resolve();
    await settled();
    expect(await keychain.keep(id, token)).toEqual({ state: 'stored' });
  });

  it('has one deadline for all steps of an operation', async () => {
    const clock = createStillClock();
    const binding = createFakeBinding();
    let asked = 0;
    const keychain = createKeychain({
      platform: 'linux',
      load: async () => binding,
      secretService: {
        holdings: async () => {
          asked += 1;
          await clock.sleep(4000);
          return { collection: 'ready', unlocked: asked - 1, locked: 0 };
        },
        unlock: async () => false,
      },
      clock,
      log: createMemoryLog(),
    });
    const kept = keychain.keep(id, token);
    await clock.pass(4000);
    await clock.pass(0);
    expect([asked, binding.calls]).toEqual([2, ['set']]);
    await clock.pass(keychainDeadlineMs - 4000);
    expect(await kept).toEqual({ state: 'session-only', because: 'slow' });
  });

  it('gives a dialog of macOS two minutes, and holds nothing up for it that is over before', async () => {
    const { keychain, binding, clock } = build({ platform: 'darwin' });
    binding.kept.set(`${serviceName}/${id}`, token);
    const answer = binding.hold();
    const reading = keychain.read(id);
    await clock.pass(dialogDeadlineMs - 1);
    answer();
    expect(await reading).toEqual({ state: 'stored', token });
  });

  it('a token that the service calls locked in each conversation is read, renewed and forgotten once a person has allowed it', async () => {
    const says = (): Holdings => ({ collection: 'ready', unlocked: 0, locked: binding.kept.size });
    const asked: unknown[] = [];
    const { keychain, binding } = build({
      says,
      unlock: async (attributes) => {
        asked.push(attributes);
        return true;
      },
    });
    binding.kept.set(`${serviceName}/${id}`, token);
    expect(await keychain.state(id)).toMatchObject({ state: 'locked' });
    // A new token is not in its way.
    expect(await keychain.state(null)).toMatchObject({ state: 'ready' });
    expect(await keychain.read(id)).toEqual({ state: 'locked' });
    expect(await keychain.unlock(id)).toBe(true);
    expect(asked).toEqual([{ service: serviceName, account: id }]);
    expect(await keychain.state(id)).toMatchObject({ state: 'ready' });
    expect(await keychain.read(id)).toEqual({ state: 'stored', token });
    expect(await keychain.keep(id, 'renewed')).toEqual({ state: 'stored' });
    expect(await keychain.forget(id)).toEqual({ ok: true, value: null });
    expect(binding.kept.size).toBe(0);
  });

  it('is not unlocked where the service says so and the token cannot be read', async () => {
    const { keychain, binding } = build({
      says: () => ({ collection: 'ready', unlocked: 0, locked: 1 }),
      unlock: async () => true,
    });
    expect(await keychain.unlock(id)).toBe(false);
    expect(binding.calls).toEqual(['get']);
    expect(await keychain.read(id)).toEqual({ state: 'locked' });
    expect(await keychain.unlock(null)).toBe(true);
    const refused = build({ says: () => ({ collection: 'locked', unlocked: 0, locked: 0 }) });
    expect(await refused.keychain.unlock(id)).toBe(false);
  });

  it('is unlocked where the token can be read, whatever the service says of new ones', async () => {
    const { keychain, binding } = build({
      says: () => ({ collection: 'missing', unlocked: binding.kept.size, locked: 0 }),
      unlock: async () => false,
    });
    expect(await keychain.unlock(id)).toBe(false);
    expect(await keychain.unlock(null)).toBe(false);
    binding.kept.set(`${serviceName}/${id}`, token);
    expect(await keychain.unlock(id)).toBe(true);
    expect(await keychain.read(id)).toEqual({ state: 'stored', token });
  });

  it('on Windows a token that Credential Manager cannot hold is held for the session, and on others kept', async () => {
    const long = 'x'.repeat(2561);
    const windows = build({ platform: 'win32' });
    expect(await windows.keychain.keep(id, long)).toEqual({ state: 'session-only', because: 'too-long' });
    expect(windows.binding.calls).toEqual([]);
    expect(await windows.keychain.keep(id, long.slice(1))).toEqual({ state: 'stored' });
    for (const platform of ['linux', 'darwin'] as const)
      expect(await build({ platform }).keychain.keep(id, long)).toEqual({ state: 'stored' });
  });

  it('reduces what the binding says to a word, in results and in the log', async () => {
    const { keychain, binding, log } = build();
    const results: unknown[] = [];
    for (const message of [
      `weird ${token}`,
      'Cannot create an item in a locked collection',
      'Could not connect: gone',
    ]) {
      binding.failWith = new Error(message);
      results.push(await keychain.keep(id, token), await keychain.read(id), await keychain.forget(id));
    }
    const all = JSON.stringify([results, log.entries]);
    expect(all).not.toContain(token);
    expect(all).not.toMatch(/weird|create|connect/);
    expect(results.slice(3, 5)).toEqual([{ state: 'session-only', because: 'locked' }, { state: 'locked' }]);
    expect(results[7]).toEqual({ state: 'unavailable', trouble: 'unavailable' });
  });

  it('is named after the platform, and says unknown where only trying would tell', async () => {
    expect(build({ platform: 'darwin' }).keychain.name).toBe('macos-keychain');
    expect(build({ platform: 'linux' }).keychain.name).toBe('secret-service');
    const mac = await build({ platform: 'darwin' }).keychain.state(null);
    const windows = await build({ platform: 'win32' }).keychain.state(null);
    expect(mac).toEqual({ name: 'macos-keychain', state: 'unknown' });
    expect(windows).toEqual({ name: 'windows-credential-manager', state: 'unknown' });
  });

  it('keeps nothing that cannot be a token', async () => {
    const { keychain, binding } = build();
    for (const bad of ['', 'x'.repeat(8193), 'two\nlines', 'ключ', 'a b']) {
      expect(await keychain.keep(id, bad)).toEqual({ state: 'session-only', because: 'refused' });
    }
    expect(binding.calls).toEqual([]);
  });
});
