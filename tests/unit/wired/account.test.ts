import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ConnectionId } from '../../../contract/ids.ts';
import { longestReadAtOnce } from '../../../electron/connection/pasted-thread.ts';
import type { KeytarBinding } from '../../../electron/keychain/binding.ts';
import type { SecretService } from '../../../electron/keychain/secret-service.ts';
import { type FaultServer, startFaultServer } from '../../fault-server/fault-server.ts';
import { type Fault, faults, redirect, reply } from '../../fault-server/faults.ts';
import { sampleReply } from '../../fault-server/sample-user.ts';
import { createQuickClock } from '../sync/quick-clock.ts';
import { expectMode } from '../systems.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { memoryKeychain, unwrap, type Wired, wire } from './wired.ts';

const token = 'marked-canary-token';
const json = { 'content-type': 'application/json' };
const nil = '00000000-0000-0000-0000-000000000000';
const notFound: Fault = {
  does: 'reply',
  status: 404,
  headers: { 'content-type': 'application/json' },
  body: '{"_data":null,"_errors":[]}',
};
let server: FaultServer;
let folder: string;
const running: Wired[] = [];

beforeEach(async () => {
  server = await startFaultServer({ token });
  folder = temporaryFolder();
});
afterEach(async () => {
  for (const app of running.splice(0)) await app.end();
  await server.close();
});

async function start(options: Parameters<typeof wire>[0] = {}): Promise<Wired> {
  const app = await wire({ folder, ...options });
  running.push(app);
  await app.account.restore();
  return app;
}

const form = (fields: Partial<Parameters<Wired['account']['connect']>[0]> = {}) => ({
  server: server.origin,
  token,
  startFrom: 'ada-1',
  name: '',
  ...fields,
});

describe('connecting', () => {
  it('checks the token with one request, keeps it, and names the first person', async () => {
    const { binding, secrets } = memoryKeychain();
    const app = await start({ load: async () => binding });
    const connected = unwrap(await app.account.connect(form()));
    expect(connected.start).toBe('ada-1');
    expect(connected.overview.open).toMatchObject({ token: 'stored', canFetch: true, peopleCount: 1 });
    expect([...secrets.values()]).toEqual([token]);
    expect(server.requests.map((request) => request.target)).toEqual(['/v1/ext/user/ada-1', '/v1/ext/config']);
  });

  it('finds the ids in whatever was pasted, and goes past those that are not there', async () => {
    const gone = '11111111-1111-4111-8111-111111111111';
    const there = '22222222-2222-4222-8222-222222222222';
    server.answer(gone, {
      does: 'reply',
      status: 404,
      headers: { 'content-type': 'application/json' },
      body: '{"_data":null,"_errors":[]}',
    });
    const app = await start();
    const connected = unwrap(
      await app.account.connect(form({ startFrom: `who,link\nx,https://app.example/people/${gone}\ny,${there}` })),
    );
    expect([connected.start, connected.idsFound]).toEqual([there, 2]);
  });

  it('finds somebody the server knows with dashes, or without, by a UUID without', async () => {
    const dashed = '22222222-2222-4222-8222-222222222222';
    const bare = dashed.replaceAll('-', '');
    for (const [own, other] of [
      [dashed, bare],
      [bare, dashed],
    ] as const) {
      server.forget();
      server.answer(other, notFound);
      const app = await start();
      const connected = unwrap(await app.account.connect(form({ startFrom: `{${bare}}` })));
      expect([connected.start, app.account.current()?.store.startIds()]).toEqual([own, [own]]);
      await app.end();
    }
  });

  it('has a long text read in a thread of its own, which holds up nobody', async () => {
    const app = await start();
    const written = (length: number) => `ada-1\n${'n/a, '.repeat(length / 5)}\nada-2`;
    unwrap(await app.account.connect(form({ startFrom: written(longestReadAtOnce / 2) })));
    expect(app.started).not.toContain('pasted');
    const connected = unwrap(await app.account.connect(form({ startFrom: written(longestReadAtOnce) })));
    expect([connected.start, connected.idsFound]).toEqual(['ada-1', 2]);
    expect(app.started.filter((name) => name === 'pasted')).toHaveLength(1);
  });

  it('says what in the text is no id, and which part of one without any looks like one', async () => {
    const app = await start();
    const startFrom = 'ada-1\nn/a\nhttps://jira.example.com/browse/ABC-12\nada-2';
    const connected = unwrap(await app.account.connect(form({ startFrom })));
    expect([connected.start, connected.idsFound, connected.odd.first.map(({ text, why }) => [text, why])]).toEqual([
      'ada-1',
      2,
      [
        ['n/a', 'no-id'],
        ['https://jira.example.com/browse/ABC-12', 'another-link'],
      ],
    ]);
    const link = 'https://jira.example.com/browse/ABC-12';
    expect(await app.account.connect(form({ startFrom: `see ${link}` }))).toEqual({
      ok: false,
      failure: { kind: 'bad-input', where: 'startFrom', reason: 'no-id-found', item: link },
    });
  });

  it.each([
    ['a server that is none', { server: 'not a server' }, { kind: 'bad-input', where: 'server', reason: 'not-a-url' }],
    [
      'a server without https',
      { server: 'http://api.acme.example' },
      { kind: 'bad-input', where: 'server', reason: 'not-https' },
    ],
    [
      'text without an id',
      { startFrom: 'nobody here!' },
      { kind: 'bad-input', where: 'startFrom', reason: 'no-id-found' },
    ],
    ['a wrong token', { token: 'wrong' }, { kind: 'unauthorized' }],
  ])('refuses %s and keeps nothing', async (_what, fields, failure) => {
    const { binding, secrets } = memoryKeychain();
    const app = await start({ load: async () => binding });
    expect(await app.account.connect(form(fields))).toEqual({ ok: false, failure });
    expect(secrets.size).toBe(0);
    expect(app.account.overview()).toMatchObject({ remembered: [], open: null });
    expect(readdirSync(folder)).not.toContain('connections.json');
  });

  it.each([
    ['a captive portal', faults.html, 'not-the-api'],
    ['a redirect', redirect(302, 'https://evil.example/'), 'refused-redirect'],
    ['no answer worth the name', faults.brokenJson, 'bad-reply'],
  ])('refuses %s', async (_what, fault, kind) => {
    server.answerAll(fault);
    const app = await start();
    expect(await app.account.connect(form())).toMatchObject({ ok: false, failure: { kind } });
  });

  it('needs no id where the server lists its users, and reads no more of the list than it takes', async () => {
    const app = await start();
    server.answer('/v1/ext/users', { does: 'flood-list', bytes: 50_000_000, gzip: false });
    const connected = unwrap(await app.account.connect(form({ startFrom: ' ' })));
    expect([connected.start, connected.idsFound]).toEqual([null, 0]);
    expect(connected.overview.open).toMatchObject({ canFetch: true, reachability: { state: 'online' } });
    expect(server.bytesSent()).toBeLessThan(25_000_000);
    expect(server.requests.map(({ target }) => target)).toEqual(['/v1/ext/users', '/v1/ext/config']);
  });

  it('is not left empty by a list that is given once and never again: who stood first in it is somebody to start from', async () => {
    const app = await start({ syncs: true });
    const list = reply(200, json, JSON.stringify({ _data: [{ id: 'boss-1', displayName: 'Bea Boss' }] }));
    server.answer('/v1/ext/users', list, reply(404, json, '{"_data":null,"_meta":{},"_errors":[]}'));
    unwrap(await app.account.connect(form({ startFrom: '' })));
    await app.heard('people.stored', ({ people }) => people > 0);
    expect(app.account.current()?.store.startIds()).toEqual(['boss-1']);
  });

  const needsId = { kind: 'bad-input', where: 'startFrom', reason: 'empty' };
  const nobodyListed = { ...needsId, reason: 'nobody-listed' };
  it.each<readonly [string, Fault, Fault, object]>([
    ['a server that lists nobody', reply(200, json, '{"_data":[]}'), notFound, nobodyListed],
    ['a list of what is nobody', reply(200, json, '{"_data":[1,"x"]}'), notFound, needsId],
    ['404 to the list', notFound, notFound, needsId],
    ['404 with nothing to the list', reply(404), notFound, needsId],
    ['403 with a page to the list', reply(403, {}, '<h1>'), reply(403, json, '{"_errors":[]}'), needsId],
    ['401 to the list alone', reply(401), notFound, needsId],
    ['500 to the list', reply(500), faults.none, needsId],
    ['a page for the list', faults.html, faults.errorsWithoutData, needsId],
    ['401 to everything', reply(401), reply(401), { kind: 'unauthorized' }],
    ['404 with a page to everything', faults.htmlNotFound, faults.htmlNotFound, { kind: 'not-the-api', status: 404 }],
    [
      '404 with JSON to everything',
      reply(404, json, '{}'),
      reply(404, json, '{}'),
      { kind: 'not-the-api', status: 404 },
    ],
    ['404 with nothing to everything', reply(404), reply(404), { kind: 'not-the-api', status: 404 }],
    ['403 to everything', reply(403), reply(403), { kind: 'not-the-api', status: 403 }],
    ['a page to everything', faults.html, faults.html, { kind: 'not-the-api', contentType: 'text/html' }],
    ['JSON to everything', faults.noEnvelope, faults.noEnvelope, { kind: 'not-the-api', status: 200 }],
    ['410 to everything', reply(410), reply(410), { kind: 'server', status: 410 }],
    ['a redirect', redirect(302, 'https://evil.example/'), faults.none, { kind: 'refused-redirect' }],
  ])('without an id does not connect to %s', async (_what, list, user, failure) => {
    server.answer('/v1/ext/users', list);
    server.answer(nil, user);
    const app = await start();
    expect(await app.account.connect(form({ startFrom: '' }))).toMatchObject({ ok: false, failure });
    expect(app.account.overview()).toMatchObject({ remembered: [], open: null });
  });

  it.each([
    ['401', { does: 'reply', status: 401, body: '' }],
    ['403', { does: 'reply', status: 403, body: '' }],
    ['a page of HTML for 404', faults.htmlNotFound],
    ['a page of HTML', faults.html],
    ['a redirect', redirect(302, 'https://login.acme.example/')],
    ['500', { does: 'reply', status: 500, body: '' }],
  ] as const)(
    'needs nothing but Fetch User: Config that answers %s says nothing of the server',
    async (_what, fault) => {
      server.answer('/v1/ext/config', fault);
      const app = await start();
      const { open } = unwrap(await app.account.connect(form({ startFrom: 'ada-1' }))).overview;
      expect(open).toMatchObject({ canFetch: true, reachability: { state: 'online' } });
      expect(unwrap(await app.open('bob-1')).source).toBe('server');
      expect(app.account.overview().open?.reachability.state).toBe('online');
    },
  );
});

describe('starting again', () => {
  it('is still signed in, and opens what was seen before', async () => {
    const { binding } = memoryKeychain();
    const first = await start({ load: async () => binding });
    unwrap(await first.account.connect(form()));
    await first.account.close();
    const second = await start({ load: async () => binding });
    await second.heard('account.changed', ({ open }) => open?.token === 'stored');
    expect(unwrap(await second.open('ada-1')).source).toBe('local');
    expect(unwrap(await second.open('bob')).source).toBe('server');
  });

  it('is signed in once a keychain answers that was late at the start', async () => {
    const { binding } = memoryKeychain();
    const first = await start({ load: async () => binding });
    unwrap(await first.account.connect(form()));
    await first.account.close();
    const answer = Promise.withResolvers<void>();
    const late: KeytarBinding = {
      ...binding,
      getPassword: async (...asked) => {
        await answer.promise;
        return binding.getPassword(...asked);
      },
    };
    const second = await start({ load: async () => late, clock: createQuickClock(400) });
    await second.heard('account.changed', ({ open }) => open?.token === 'unavailable');
    answer.resolve();
    const { open } = await second.heard('account.changed', (event) => event.open?.token === 'stored');
    expect(open?.canFetch).toBe(true);
  });

  it('opens the local copy without a token, and asks nobody until one is given', async () => {
    const first = await start({ load: () => Promise.reject(new Error('no keychain')) });
    const connected = unwrap(await first.account.connect(form()));
    expect(connected.overview.open).toMatchObject({ token: 'session-only', canFetch: true });
    await first.account.close();
    const second = await start({ load: () => Promise.reject(new Error('no keychain')) });
    const { open } = await second.heard('account.changed', (event) => event.open?.token === 'unavailable');
    expect(open).toMatchObject({ canFetch: false, peopleCount: 1 });
    server.forget();
    expect(unwrap(await second.open('ada-1', 'fresh'))).toMatchObject({
      source: 'local',
      trouble: { kind: 'token-needed' },
    });
    expect(await second.open('bob')).toEqual({ ok: false, failure: { kind: 'token-needed' } });
    expect(server.requests).toEqual([]);
    expect(await second.account.renewToken('wrong')).toEqual({ ok: false, failure: { kind: 'unauthorized' } });
    expect(unwrap(await second.account.renewToken(token)).open).toMatchObject({
      canFetch: true,
      reachability: { state: 'online' },
    });
    expect(unwrap(await second.open('bob')).source).toBe('server');
  });

  it('says why what was open last cannot be opened, and opens it once it can be', async () => {
    const { binding } = memoryKeychain();
    const first = await start({ load: async () => binding });
    const connection = unwrap(await first.account.connect(form())).overview.open?.connection.id ?? '';
    await first.account.close();
    const file = join(folder, 'directories', connection, 'directory.sqlite');
    const sound = readFileSync(file);
    const newer = Buffer.from(sound);
    // The version stands at offset 60 of SQLite's header, as a big-endian number.
    newer.writeUInt32BE(9999, 60);
    writeFileSync(file, newer);
    const second = await start({ load: async () => binding });
    expect(second.account.overview()).toMatchObject({
      open: null,
      notOpened: { connection, failure: { kind: 'database', trouble: 'newer-version' } },
    });
    expect(readFileSync(file).equals(newer)).toBe(true);
    writeFileSync(file, sound);
    const opened = unwrap(await second.account.switchTo(ConnectionId.parse(connection)));
    expect(opened.overview).toMatchObject({ open: { peopleCount: 1 }, notOpened: null });
  });

  it('does not ask again for a report whom the server did not find in an earlier run', async () => {
    const { binding } = memoryKeychain();
    const first = await start({ load: async () => binding });
    unwrap(await first.account.connect(form()));
    const boss = sampleReply('boss-1');
    Object.assign(boss._data as object, { reportees: ['gone-1'] });
    server.answer('boss-1', { ...notFound, status: 200, body: JSON.stringify(boss) });
    server.answer('gone-1', notFound);
    unwrap(await first.open('boss-1'));
    await first.heard('reports.arrived');
    await first.account.close();
    const second = await start({ load: async () => binding });
    await second.heard('account.changed', ({ open }) => open?.canFetch === true);
    const { reports } = unwrap(await second.open('boss-1', 'fresh'));
    expect(reports).toEqual([{ state: 'not-found', id: 'gone-1', since: expect.any(Number) }]);
  });

  it('does not wait for a keychain that says nothing', async () => {
    const { binding } = memoryKeychain();
    const first = await start({ load: async () => binding });
    unwrap(await first.account.connect(form()));
    await first.account.close();
    const second = await start({ load: async () => ({ ...binding, getPassword: () => new Promise(() => undefined) }) });
    expect(second.account.overview().open).toMatchObject({ token: 'asking', canFetch: false });
    expect(unwrap(await second.open('ada-1')).user.name).toBe('Asha Rao');
  });
});

describe('without a network', () => {
  /** Started again with nothing in the keychain, and the server elsewhere than on this computer. */
  const again = async (address: string | null) => {
    const first = await start({ load: () => Promise.reject(new Error('no keychain')) });
    unwrap(await first.account.connect(form()));
    await first.account.close();
    const file = join(folder, 'connections.json');
    if (address !== null) writeFileSync(file, readFileSync(file, 'utf8').replaceAll(server.origin, address));
    const second = await start({ load: () => Promise.reject(new Error('no keychain')) });
    // The keychain is not asked for the token of another server.
    const expected = address === null ? 'unavailable' : 'missing';
    await second.heard('account.changed', ({ open }) => open?.token === expected);
    return { app: second, state: () => second.account.overview().open?.reachability };
  };

  it('and without a token it is offline for as long as the system says so', async () => {
    const { app, state } = await again('https://api.acme.example');
    expect(state()).toMatchObject({ state: 'untried' });
    app.account.networkChanged(false);
    expect(state()).toMatchObject({ state: 'offline', lookAgainAt: null });
    app.account.networkChanged(true);
    expect(state()).toMatchObject({ state: 'untried' });
  });

  it('a server of this computer is not called offline for it', async () => {
    const { app, state } = await again(null);
    app.account.networkChanged(false);
    expect(state()).toMatchObject({ state: 'untried' });
  });

  it('it is looked at once whether the server is there, and again when the network is back', async () => {
    const app = await start();
    unwrap(await app.account.connect(form()));
    server.forget();
    const reset = { does: 'reset', at: 'start' } as const;
    server.answer(nil, reset);
    app.account.networkChanged(false);
    const { open } = await app.heard('account.changed', (event) => event.open?.reachability.state === 'offline');
    expect(open?.reachability.lookAgainAt).not.toBeNull();
    const before = app.announced.length;
    server.answer(nil, notFound);
    app.account.networkChanged(true);
    await vi.waitFor(() => expect(app.account.overview().open?.reachability.state).toBe('online'));
    await vi.waitFor(() => expect(app.announced.length).toBeGreaterThan(before));
  });
});

describe('several connections', () => {
  it('are remembered with their own names, tokens and copies, and switched', async () => {
    const other = await startFaultServer({ token: 'other-token' });
    const { binding } = memoryKeychain();
    const app = await start({ load: async () => binding });
    const one = unwrap(await app.account.connect(form())).overview.open?.connection;
    const two = unwrap(
      await app.account.connect(
        form({ server: other.origin, token: 'other-token', startFrom: 'zoe-1', name: 'Second' }),
      ),
    ).overview;
    expect(two.remembered.map((connection) => connection.name)).toEqual([new URL(server.origin).host, 'Second']);
    expect(two.open?.peopleCount).toBe(1);
    if (one === undefined) throw new Error('nothing was opened');
    const back = unwrap(await app.account.switchTo(one.id));
    expect([back.overview.open?.connection.id, back.start]).toEqual([one.id, 'ada-1']);
    await app.heard('account.changed', ({ open }) => open?.connection.id === one.id && open.canFetch);
    other.forget();
    unwrap(await app.open('bob'));
    expect(other.requests).toEqual([]);
    expect(server.requests.at(-1)?.headers.authorization).toBe(`Bearer ${token}`);
    await other.close();
  });

  it('give a second one of the same name another', async () => {
    const app = await start();
    await app.account.connect(form({ name: 'Acme' }));
    const { remembered } = unwrap(await app.account.connect(form({ name: 'Acme' }))).overview;
    expect(remembered.map((connection) => connection.name)).toEqual(['Acme', 'Acme (2)']);
  });
});

describe('a connection that cannot be opened', () => {
  it('leaves the one that is open as it is', async () => {
    const { binding } = memoryKeychain();
    const app = await start({ load: async () => binding });
    const one = unwrap(await app.account.connect(form())).overview.open?.connection.id ?? '';
    const two = unwrap(await app.account.connect(form({ startFrom: 'zoe-1' }))).overview.open?.connection.id ?? '';
    const file = join(folder, 'directories', one, 'directory.sqlite');
    const newer = readFileSync(file);
    // The version stands at offset 60 of SQLite's header, as a big-endian number.
    newer.writeUInt32BE(9999, 60);
    writeFileSync(file, newer);
    expect(await app.account.switchTo(ConnectionId.parse(one))).toMatchObject({
      failure: { trouble: 'newer-version' },
    });
    expect(app.account.overview().open?.connection.id).toBe(two);
    expect(unwrap(await app.open('zoe-1')).user.id).toBe('zoe-1');
    await app.account.close();
    const next = await start({ load: async () => binding });
    expect(next.account.overview().open?.connection.id).toBe(two);
  });

  it('does not take the open one away when the demo directory cannot be started', async () => {
    const app = await start();
    const open = unwrap(await app.account.connect(form())).overview.open?.connection.id;
    await expect(app.account.connectDemo()).rejects.toThrow('no demo directory');
    expect(app.account.overview().open?.connection.id).toBe(open);
  });

  it('does not keep the others from being opened when the list of them was damaged', async () => {
    const first = await start();
    unwrap(await first.account.connect(form()));
    await first.account.close();
    writeFileSync(join(folder, 'connections.json'), '{"version":1,"remembered":[');
    const second = await start();
    expect(second.account.overview()).toMatchObject({ rememberedTrouble: 'damaged', remembered: [] });
    expect(unwrap(await second.account.connect(form())).overview.open).not.toBeNull();
  });
});

describe('disconnecting', () => {
  const connected = async () => {
    const keychain = memoryKeychain();
    const app = await start({ load: async () => keychain.binding });
    const open = unwrap(await app.account.connect(form())).overview.open;
    if (!open) throw new Error('nothing was opened');
    return { app, keychain, connection: open.connection.id, copy: join(folder, 'directories', open.connection.id) };
  };

  it('forgets what it is told to forget', async () => {
    const { app, keychain, connection, copy } = await connected();
    expect(existsSync(copy)).toBe(true);
    const kept = unwrap(await app.account.disconnect({ connection, forgetToken: false, forgetCopy: false }));
    expect([kept.open, kept.remembered.length, keychain.secrets.size, existsSync(copy)]).toEqual([null, 1, 1, true]);
    const half = unwrap(await app.account.disconnect({ connection, forgetToken: true, forgetCopy: false }));
    expect([half.remembered.length, keychain.secrets.size, existsSync(copy)]).toEqual([1, 0, true]);
    const without = unwrap(await app.account.disconnect({ connection, forgetToken: false, forgetCopy: true }));
    expect([without.remembered.length, existsSync(copy)]).toEqual([1, false]);
    // Where to begin is remembered apart from the copy.
    expect(unwrap(await app.account.switchTo(connection)).start).toBe('ada-1');
    const gone = unwrap(await app.account.disconnect({ connection, forgetToken: true, forgetCopy: true }));
    expect([gone.remembered.length, existsSync(copy)]).toEqual([0, false]);
    expect(readdirSync(join(folder, 'directories'))).toEqual([]);
  });

  it('without a keychain it forgets all the same, and has nothing to say of it', async () => {
    const app = await start({ load: () => Promise.reject(new Error('no keychain')) });
    const id = unwrap(await app.account.connect(form())).overview.open?.connection.id;
    const connection = ConnectionId.parse(id);
    const kept = unwrap(await app.account.disconnect({ connection, forgetToken: true, forgetCopy: false }));
    expect([kept.open, kept.remembered.length]).toEqual([null, 1]);
    await app.account.close();
    const second = await start({ load: () => Promise.reject(new Error('no keychain')) });
    unwrap(await second.account.switchTo(connection));
    expect(unwrap(await second.account.disconnect({ connection, forgetToken: true, forgetCopy: true }))).toMatchObject({
      open: null,
      remembered: [],
    });
    expect(readFileSync(join(folder, 'connections.json'), 'utf8')).not.toContain(server.origin);
  });

  it('opened again without its copy and its token, it has somebody to start from', async () => {
    const app = await start({ load: () => Promise.reject(new Error('no keychain')), syncs: true });
    const id = unwrap(await app.account.connect(form())).overview.open?.connection.id;
    const connection = ConnectionId.parse(id);
    unwrap(await app.account.disconnect({ connection, forgetToken: false, forgetCopy: true }));
    unwrap(await app.account.switchTo(connection));
    await vi.waitFor(() =>
      expect(app.account.current()?.sync.state()).toMatchObject({
        status: 'paused',
        why: { kind: 'token-needed' },
        found: 1,
      }),
    );
    server.forget();
    unwrap(await app.account.renewToken(token));
    await vi.waitFor(() => expect(app.account.current()?.sync.state().status).toBe('done'));
    // What was refused to another token may be told to this one.
    expect(server.requests.map(({ target }) => target)).toContain('/v1/ext/config');
  });

  it('says when the keychain may still have the token, and forgets everything else', async () => {
    const { binding } = memoryKeychain();
    const app = await start({
      load: async () => ({ ...binding, deletePassword: () => Promise.reject(new Error('in a locked collection')) }),
    });
    const open = unwrap(await app.account.connect(form())).overview.open;
    if (!open) throw new Error('nothing was opened');
    const connection = open.connection.id;
    expect(await app.account.disconnect({ connection, forgetToken: true, forgetCopy: true })).toEqual({
      ok: false,
      failure: { kind: 'token-left', trouble: 'locked', isRemembered: false },
    });
    expect(existsSync(join(folder, 'directories', connection))).toBe(false);
    expect(app.account.overview()).toMatchObject({ open: null, remembered: [] });
    await app.heard('account.changed', (event) => event.open === null && event.remembered.length === 0);
  });
});

describe('a keychain that asks for each secret', () => {
  it('is no dead end: what is locked by itself is read or renewed once a person has allowed it', async () => {
    const { binding, secrets } = memoryKeychain();
    const load = async () => binding;
    const before = await start({ load });
    unwrap(await before.account.connect(form()));
    await before.account.close();

    const secretService: SecretService = {
      holdings: async () => ({ collection: 'ready', unlocked: 0, locked: secrets.size }),
      unlock: async () => true,
    };
    const reading = await start({ load, secretService });
    await vi.waitFor(() => expect(reading.account.overview().open?.token).toBe('locked'));
    await vi.waitFor(() => expect(reading.account.overview().keychain.state).toBe('locked'));
    expect(unwrap(await reading.account.unlockKeychain())).toMatchObject({
      unlocked: true,
      overview: { keychain: { state: 'ready' }, open: { token: 'stored', canFetch: true } },
    });
    await reading.account.close();

    server.accept('renewed');
    const renewing = await start({ load, secretService });
    await vi.waitFor(() => expect(renewing.account.overview().open?.token).toBe('locked'));
    expect(unwrap(await renewing.account.renewToken('renewed'))).toMatchObject({
      keychain: { state: 'locked' },
      open: { token: 'session-only', canFetch: true },
    });
    expect([...secrets.values()]).toEqual([token]);
    expect(unwrap(await renewing.account.unlockKeychain()).overview.open).toMatchObject({ token: 'stored' });
    expect([...secrets.values()]).toEqual(['renewed']);
    const [connection] = secrets.keys();
    const id = ConnectionId.parse(connection?.split('/')[1]);
    unwrap(await renewing.account.disconnect({ connection: id, forgetToken: true, forgetCopy: true }));
    expect(secrets.size).toBe(0);
  });
});

describe('one pace for a server', () => {
  it('is kept by whoever asks it: a token that is renewed waits as well, and so does another connection', async () => {
    const app = await start();
    unwrap(await app.account.connect(form()));
    server.answer('bob', { does: 'reply', status: 429, headers: { 'retry-after': '3600' }, body: '' });
    const hasty = { kind: 'rate-limited', retryAfterSeconds: 3600 };
    expect(await app.open('bob')).toMatchObject({ failure: hasty });
    const before = server.requests.length;
    for (const asked of [app.account.renewToken(token), app.account.connect(form())]) {
      expect(await asked).toMatchObject({ ok: false, failure: { kind: 'rate-limited' } });
    }
    expect(server.requests.length).toBe(before);
  });
});

describe('the token', () => {
  it('is in no file of the user data folder', async () => {
    const app = await start();
    unwrap(await app.account.connect(form()));
    unwrap(await app.open('bob'));
    await app.account.close();
    const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    expect(files.map((file) => file.name).sort()).toEqual([
      'connections.json',
      'directory.sqlite',
      'directory.sqlite.clean',
    ]);
    for (const file of files) {
      const path = join(file.parentPath, file.name);
      expect(readFileSync(path).includes(token)).toBe(false);
      expectMode(path, 0o600);
    }
  });
});
