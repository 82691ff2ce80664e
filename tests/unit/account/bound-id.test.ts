/** A token goes to the server it was given for, whatever another program writes into the list of connections. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { ConnectionId } from '../../../contract/ids.ts';
import { isBoundTo, newConnectionId } from '../../../electron/account/bound-id.ts';
import { type FaultServer, startFaultServer } from '../../fault-server/fault-server.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { memoryKeychain, unwrap, type Wired, wire } from '../wired/wired.ts';

describe('the id of a connection', () => {
  it('is a UUID that holds for its own server alone', () => {
    fc.assert(
      fc.property(fc.webUrl(), fc.webUrl(), (server, other) => {
        fc.pre(server !== other);
        const id = newConnectionId(server);
        expect(ConnectionId.safeParse(id).success).toBe(true);
        expect([isBoundTo(id, server), isBoundTo(id, other)]).toEqual([true, false]);
      }),
    );
  });

  it('is another one each time', () => {
    const ids = Array.from({ length: 100 }, () => newConnectionId('https://api.example.com'));
    expect(new Set(ids).size).toBe(100);
  });

  it('of an earlier version of Rolodesk says nothing of its server', () => {
    expect(isBoundTo(ConnectionId.parse('3f0c0f5e-8f0e-4c43-9a0e-0d7d2f6f0001'), 'https://api.example.com')).toBe(true);
  });
});

describe('a list of connections that names another server for a token', () => {
  const token = 'marked-canary-token';
  const servers: FaultServer[] = [];
  const running: Wired[] = [];
  afterEach(async () => {
    for (const app of running.splice(0)) await app.end();
    for (const server of servers.splice(0)) await server.close();
  });
  const serve = async (options: Parameters<typeof startFaultServer>[0] = {}) => {
    const server = await startFaultServer(options);
    servers.push(server);
    return server;
  };

  /** One with a keychain, on which the app is started again and again. */
  const computer = () => {
    const folder = temporaryFolder();
    const { binding, secrets } = memoryKeychain();
    const start = async () => {
      const app = await wire({ folder, load: async () => binding });
      running.push(app);
      await app.account.restore();
      return app;
    };
    const end = async () => {
      for (const app of running.splice(0)) await app.end();
    };
    return { folder, secrets, start, end };
  };

  it('keeps it when another is given for that server, which is held in memory and said to be', async () => {
    const own = await serve({ token });
    const other = await serve({ token: 'token-of-the-other-server' });
    const { folder, secrets, start, end } = computer();
    const first = await start();
    unwrap(await first.account.connect({ server: own.origin, token, startFrom: 'ada-1', name: '' }));
    await end();
    const file = join(folder, 'connections.json');
    const text = readFileSync(file, 'utf8');

    writeFileSync(file, text.replaceAll(own.origin, other.origin));
    const second = await start();
    const given = unwrap(await second.account.renewToken('token-of-the-other-server'));
    expect(given.open).toMatchObject({ token: 'other-server', canFetch: true });
    unwrap(await second.account.unlockKeychain());
    expect(second.account.overview().open).toMatchObject({ token: 'other-server', canFetch: true });
    expect([...secrets.values()]).toEqual([token]);
    await end();

    writeFileSync(file, text);
    own.forget();
    const third = await start();
    await third.heard('account.changed', ({ open }) => open?.token === 'stored');
    await third.account.lookAgain();
    expect(own.requests.map((request) => request.headers.authorization)).not.toContain(
      'Bearer token-of-the-other-server',
    );
  });

  it('does not have it sent there; what is stored is still shown, and a token is asked for', async () => {
    const own = await serve({ token });
    const other = await serve();
    const { folder, secrets, start, end } = computer();
    const first = await start();
    unwrap(await first.account.connect({ server: own.origin, token, startFrom: 'ada-1', name: '' }));
    await end();

    const file = join(folder, 'connections.json');
    const text = readFileSync(file, 'utf8');
    expect(text).toContain(own.origin);
    writeFileSync(file, text.replaceAll(own.origin, other.origin));
    const second = await start();
    const { open } = second.account.overview();
    expect(open).toMatchObject({
      connection: { server: other.origin },
      token: 'missing',
      canFetch: false,
      peopleCount: 1,
    });
    await second.account.lookAgain();
    const headers = other.requests.map((request) => request.headers.authorization);
    expect(headers.filter((header) => header !== undefined)).toEqual([]);
    // It is left where it is, for the server it was given for.
    expect([...secrets.values()]).toEqual([token]);
  });
});
