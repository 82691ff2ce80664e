import { describe, expect, it } from 'vitest';
import { ConnectionId } from '../../../contract/ids.ts';
import { createTokens } from '../../../electron/account/tokens.ts';
import { endProcessIfHeld } from '../../../electron/keychain/end-process.ts';
import { createKeychain, keychainDeadlineMs } from '../../../electron/keychain/keychain.ts';
import type { Holdings } from '../../../electron/keychain/secret-service.ts';
import { parseToken } from '../../../electron/keychain/token-entry.ts';
import { createFakeBinding, createFakeService, createMemoryLog, createStillClock, settled } from './fakes.ts';

const id = ConnectionId.parse('3f0c0f5e-8f0e-4c43-9a0e-0d7d2f6f0001');
/** Neither id says anything of it. */
const server = 'https://api.example.com';
const other = ConnectionId.parse('3f0c0f5e-8f0e-4c43-9a0e-0d7d2f6f0002');

const build = (says?: () => Holdings | Error | 'silent') => {
  const clock = createStillClock();
  const binding = createFakeBinding();
  const keychain = createKeychain({
    platform: 'linux',
    load: async () => binding,
    secretService: says ? createFakeService(says) : null,
    clock,
    log: createMemoryLog(),
  });
  return { tokens: createTokens({ keychain }), keychain, binding, clock };
};

describe('a token on its way in', () => {
  it('is taken up to 8,192 bytes and refused from 8,193', () => {
    expect(parseToken('x'.repeat(8192))).toMatchObject({ ok: true });
    expect(parseToken('x'.repeat(8193))).toEqual({
      ok: false,
      failure: { kind: 'bad-input', where: 'token', reason: 'too-long' },
    });
  });

  it.each([
    ['', 'empty'],
    ['  \n', 'empty'],
    ['one\ntwo', 'control-characters'],
    ['nul\0', 'control-characters'],
    ['ключ', 'malformed'],
    ['zero\u200bwidth', 'malformed'],
    ['Bearer abc', 'malformed'],
    ['é'.repeat(4097), 'too-long'],
  ])('is refused as %j: %s', (text, reason) => {
    expect(parseToken(text)).toEqual({ ok: false, failure: { kind: 'bad-input', where: 'token', reason } });
  });

  it('loses the white space around it that copying brings along', () => {
    expect(parseToken(' abc.def\r\n')).toEqual({ ok: true, value: 'abc.def' });
  });
});

describe('a token that is too long for the keychain', () => {
  it('is held, and said to be so; forgetting it asks nothing of anybody', async () => {
    const keychain = createKeychain({
      platform: 'win32',
      load: async () => createFakeBinding(),
      secretService: null,
      clock: createStillClock(),
      log: createMemoryLog(),
    });
    const tokens = createTokens({ keychain });
    expect(await tokens.accept({ id, server }, 'x'.repeat(2561))).toEqual({ ok: true, value: 'too-long' });
    expect(tokens.stateOf(id)).toBe('too-long');
    expect(tokens.current(id)).toHaveLength(2561);
    expect(await tokens.forget(id)).toEqual({ ok: true, value: null });
  });
});

describe('what another program put in the place of a token', () => {
  it.each([
    ['two lines', 'one\ntwo'],
    ['letters that no header can hold', 'ключ'],
    ['nothing', ''],
    ['white space', ' '],
    ['a zero', 'zero\0'],
    ['too much', 'x'.repeat(8193)],
  ])('is not sent, and a new token takes its place (%s)', async (_, odd) => {
    const { tokens, binding } = build();
    await tokens.accept({ id, server }, 'abc');
    tokens.release(id);
    binding.kept.set(`Rolodesk/${id}`, odd);
    expect(await tokens.recall({ id: id, server })).toBe('missing');
    expect(tokens.current(id)).toBeNull();
    expect(tokens.held()).toEqual([]);
    expect(await tokens.accept({ id, server }, 'def')).toEqual({ ok: true, value: 'stored' });
    expect([...binding.kept.values()]).toEqual(['def']);
    binding.kept.set(`Rolodesk/${id}`, odd);
    expect(await tokens.forget(id)).toEqual({ ok: true, value: null });
    expect([...binding.kept.values()]).toEqual([]);
  });

  it('is the token where only white space stands around it', async () => {
    const { tokens, binding } = build();
    binding.kept.set(`Rolodesk/${id}`, 'abc\r\n');
    expect(await tokens.recall({ id: id, server })).toBe('stored');
    expect(tokens.current(id)).toBe('abc');
  });
});

describe('forgetting', () => {
  const unreachable = () => new Error('no bus');

  it('is done where there is no keychain', async () => {
    const { tokens } = build(unreachable);
    await tokens.accept({ id, server }, 'abc');
    expect(await tokens.forget(id)).toEqual({ ok: true, value: null });
    expect(await tokens.recall({ id: other, server })).toBe('unavailable');
    expect(await tokens.forget(other)).toEqual({ ok: true, value: null });
  });

  it('is done where the token was held in memory only, whatever the keychain says', async () => {
    const { tokens } = build(() => ({ collection: 'locked', unlocked: 0, locked: 0 }));
    await tokens.accept({ id, server }, 'abc');
    expect(tokens.stateOf(id)).toBe('session-only');
    expect(await tokens.forget(id)).toEqual({ ok: true, value: null });
    expect(tokens.current(id)).toBeNull();
  });

  it('is not done where the keychain has it and cannot be reached any more', async () => {
    let says: () => Holdings | Error = () => ({ collection: 'ready', unlocked: 1, locked: 0 });
    const { tokens } = build(() => says());
    await tokens.accept({ id, server }, 'abc');
    expect(tokens.stateOf(id)).toBe('stored');
    says = unreachable;
    // Another one, which the keychain did not take: the one before is still in it.
    await tokens.accept({ id, server }, 'def');
    expect(tokens.stateOf(id)).toBe('session-only');
    const left = { ok: false, failure: { kind: 'keychain', trouble: 'unavailable' } };
    expect(await tokens.forget(id)).toEqual(left);
    expect(await tokens.forget(id)).toEqual(left);
  });

  it('is not done where the keychain was written to and did not say so', async () => {
    const { tokens, binding } = build();
    binding.alter = () => 'mangled';
    expect(await tokens.accept({ id, server }, 'abc')).toEqual({ ok: true, value: 'session-only' });
    binding.failWith = new Error('not today');
    expect(await tokens.forget(id)).toMatchObject({ ok: false, failure: { trouble: 'refused' } });
  });

  it('is not done where a locked keychain was never asked for it', async () => {
    const { tokens } = build(() => ({ collection: 'locked', unlocked: 0, locked: 1 }));
    expect(await tokens.forget(id)).toMatchObject({ ok: false, failure: { trouble: 'locked' } });
  });
});

describe('the tokens at hand', () => {
  it('are usable at once, before the keychain has answered', async () => {
    const { tokens, binding } = build();
    const release = binding.hold();
    const accepting = tokens.accept({ id, server }, 'abc');
    expect(tokens.current(id)).toBe('abc');
    expect(tokens.stateOf(id)).toBe('session-only');
    release();
    expect(await accepting).toEqual({ ok: true, value: 'stored' });
    expect(tokens.stateOf(id)).toBe('stored');
  });

  it('are recalled from the keychain, one per connection', async () => {
    const { tokens, keychain } = build();
    await keychain.keep(id, 'abc');
    expect(tokens.current(id)).toBeNull();
    const recalling = tokens.recall({ id: id, server });
    expect(tokens.stateOf(id)).toBe('asking');
    expect(await recalling).toBe('stored');
    expect(tokens.current(id)).toBe('abc');
    expect(await tokens.recall({ id: other, server })).toBe('missing');
    expect(tokens.current(other)).toBeNull();
  });

  it('stay for the session where the keychain is locked, and nothing is written', async () => {
    const { tokens, binding } = build(() => ({ collection: 'locked', unlocked: 0, locked: 1 }));
    expect(await tokens.recall({ id: id, server })).toBe('locked');
    expect(await tokens.accept({ id, server }, 'abc')).toEqual({ ok: true, value: 'session-only' });
    expect(tokens.current(id)).toBe('abc');
    expect(await tokens.recall({ id: id, server })).toBe('session-only');
    expect(binding.kept.size).toBe(0);
  });

  it('are gone from memory when forgotten, even where the keychain fails, and that is said', async () => {
    const { tokens } = build(() => ({ collection: 'locked', unlocked: 0, locked: 1 }));
    expect(await tokens.recall({ id: id, server })).toBe('locked');
    await tokens.accept({ id, server }, 'abc');
    expect(await tokens.forget(id)).toEqual({ ok: false, failure: { kind: 'keychain', trouble: 'locked' } });
    expect(tokens.current(id)).toBeNull();
    expect(tokens.stateOf(id)).toBe('missing');
  });

  it('are not brought back by an answer of the keychain that comes after they were released', async () => {
    const { tokens, keychain, binding } = build();
    await keychain.keep(id, 'abc');
    const release = binding.hold();
    const recalling = tokens.recall({ id: id, server });
    await settled();
    tokens.release(id);
    release();
    await recalling;
    expect(tokens.current(id)).toBeNull();
  });

  it('are not replaced by an older one that the keychain gives later', async () => {
    const { tokens, keychain, binding } = build();
    await keychain.keep(id, 'old');
    const release = binding.hold();
    const recalling = tokens.recall({ id: id, server });
    await settled();
    const accepting = tokens.accept({ id, server }, 'new');
    release();
    await Promise.all([recalling, accepting]);
    expect(tokens.current(id)).toBe('new');
    expect(await keychain.read(id)).toEqual({ state: 'stored', token: 'new' });
  });

  it('held without the keychain never reach it', async () => {
    const { tokens, binding } = build();
    tokens.hold(id, 'demo');
    expect([tokens.current(id), tokens.stateOf(id)]).toEqual(['demo', 'session-only']);
    expect(binding.calls).toEqual([]);
  });
});

describe('ending the process', () => {
  it('kills only while a call of the keychain is unanswered', async () => {
    const { keychain, binding, clock } = build();
    let kills = 0;
    const end = () => endProcessIfHeld({ keychain, kill: () => void kills++ });
    end();
    expect(kills).toBe(0);
    binding.hold();
    const reading = keychain.read(id);
    await clock.pass(keychainDeadlineMs);
    await reading;
    end();
    expect(kills).toBe(1);
  });
});
