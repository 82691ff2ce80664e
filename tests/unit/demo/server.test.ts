/** The demo server: the Fetch User API as a client meets it. */
import { inflateSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DemoServer, startDemoServer } from '../../../demo/server.ts';

const token = 'a-token-for-the-demo';
let plain: DemoServer;
let full: DemoServer;
beforeAll(async () => {
  plain = await startDemoServer({ token, people: 100 });
  full = await startDemoServer({ token, offers: { users: true, config: true, humanised: true } });
});
afterAll(async () => {
  await Promise.all([plain.close(), full.close()]);
});

type Envelope = { _data: unknown; _meta: Record<string, unknown>; _errors: { code: string; message: string }[] };

const get = (server: DemoServer, path: string, init: RequestInit = {}): Promise<Response> =>
  fetch(`${server.origin}${path}`, { headers: { authorization: `Bearer ${token}` }, ...init });
const read = async (response: Response): Promise<Envelope> => (await response.json()) as Envelope;

describe('Fetch User', () => {
  it('answers in the envelope, with every field of the reference and no other', async () => {
    const response = await get(full, `/v1/ext/user/${full.start}`);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8');
    const { _data, _meta, _errors } = await read(response);
    expect(_errors).toEqual([]);
    expect(_meta).toEqual({ status: 200, type: 'user', version: 'v1' });
    expect(Object.keys(_data as object).join(' ')).toBe(
      'phones emails id createdAt updatedAt username firstName lastName middleName displayName gender dob bio ' +
        'profileImageUrl coverImageUrl timezone data onboardingData isActive isDeleted deletedAt availabilityStatus ' +
        'team role primaryEmail primaryPhone profile reportees',
    );
    expect(_data).toEqual(full.organisation.recordOf(0));
  });

  it('gives errors beside the data where the organisation says so', async () => {
    const { blemishes, ids } = full.organisation;
    const index = Array.from({ length: 1200 }, (_, at) => at).findIndex(
      (at) => blemishes.of(at) === 'errors-beside-data',
    );
    const { _data, _errors } = await read(await get(full, `/v1/ext/user/${ids.idOf(index)}`));
    expect(_data).toMatchObject({ id: ids.idOf(index) });
    expect(_errors).toHaveLength(1);
  });

  it('answers the same bytes twice', async () => {
    const path = `/v1/ext/user/${plain.start}`;
    expect(await (await get(plain, path)).text()).toBe(await (await get(plain, path)).text());
  });

  it.each(['nobody', '9763caa1-cef3-497f-b3b2-f551456b2831', '%2e%2e', '%', 'a%2Fb', '', '%00'])(
    'does not know %j',
    async (id) => {
      const response = await get(plain, `/v1/ext/user/${id}`);
      expect(response.status).toBe(404);
      const { _data, _errors } = await read(response);
      expect(_data).toBeNull();
      expect(_errors).toHaveLength(1);
    },
  );
});

describe('refusals', () => {
  it.each([undefined, '', 'Bearer', 'Bearer wrong', `Basic ${token}`, `Bearer ${token}x`, token])(
    'lets nobody in who says %j',
    async (authorization) => {
      for (const path of [`/v1/ext/user/${full.start}`, '/v1/ext/users', '/v1/ext/config', '/elsewhere']) {
        const headers = authorization === undefined ? {} : { authorization };
        const response = await get(full, path, { headers });
        expect(response.status).toBe(401);
        expect(response.headers.get('www-authenticate')).toBe('Bearer');
        const text = await response.text();
        expect(text).not.toContain(token);
        expect(JSON.parse(text)).toMatchObject({ _data: null, _errors: [{ code: 'UNAUTHORIZED' }] });
      }
    },
  );

  it.each(['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])('does not answer %s', async (method) => {
    const response = await get(full, `/v1/ext/user/${full.start}`, { method });
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('GET');
    expect((await read(response))._errors).toMatchObject([{ code: 'METHOD_NOT_ALLOWED' }]);
  });

  it('offers only what it was told to', async () => {
    for (const path of [
      '/v1/ext/users',
      `/v2/ext/user/${plain.start}`,
      '/',
      '/v1/ext/user',
      '/v1/ext/config/x',
      '/v1/int/config',
    ]) {
      const response = await get(plain, path);
      expect([path, response.status]).toEqual([path, 404]);
      expect((await read(response))._errors).toHaveLength(1);
    }
    expect((await get(plain, '/v1/ext/config')).status).toBe(200);
    const bare = await startDemoServer({ token, people: 100, offers: { config: false } });
    expect((await get(bare, '/v1/ext/config')).status).toBe(404);
    await bare.close();
  });
});

describe('what is offered beyond Fetch User', () => {
  it('lists everybody exactly as one by one', async () => {
    const { _data, _meta, _errors } = await read(await get(full, '/v1/ext/users'));
    const { people, userOf } = full.organisation;
    expect(_errors).toEqual([]);
    expect(_meta).toMatchObject({ count: people });
    expect(_data).toEqual(JSON.parse(JSON.stringify(Array.from({ length: people }, (_, index) => userOf(index)))));
  });

  it('names teams, pods and roles in the config', async () => {
    const { _data } = await read(await get(full, '/v1/ext/config'));
    const config = _data as Record<'team' | 'pods' | 'roles', { id: string; name: string }[]>;
    expect(Object.keys(config).length).toBeGreaterThan(15);
    const teams = new Map([...config.team, ...config.pods].map(({ id, name }) => [id, name]));
    const roles = new Map(config.roles.map(({ id, name }) => [id, name]));
    const top = full.organisation.recordOf(0);
    expect([teams.get(top.team), roles.get(top.role)]).toEqual(['Executive Office', 'Chief Executive Officer']);
    for (const name of [...teams.values(), ...roles.values()]) expect(name).toMatch(/^\S.*\S$/);
    expect(config.pods.length).toBeGreaterThan(0);
  });

  it('gives the humanised form: times in words, names for ids, the primary e-mail bare', async () => {
    const { _data } = await read(await get(full, `/v2/ext/user/${full.start}`));
    const top = full.organisation.recordOf(0);
    const user = _data as Record<string, unknown>;
    expect(user).toMatchObject({
      id: full.start,
      team: 'Executive Office',
      role: 'Chief Executive Officer',
      primaryEmail: top.emails[0]?.email,
    });
    expect(user.createdAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}[+-]\d\d:\d\d$/);
    expect(Date.parse(String(user.createdAt))).toBe(top.createdAt);
    expect(Date.parse(String(user.updatedAt))).toBe(top.updatedAt);
  });
});

describe('pictures', () => {
  const pixels = (png: Buffer): { width: number; height: number; data: Buffer } => {
    expect(png.subarray(0, 8).toString('hex')).toBe('89504e470d0a1a0a');
    let at = 8;
    const parts = new Map<string, Buffer>();
    while (at < png.length) {
      const length = png.readUInt32BE(at);
      parts.set(png.toString('latin1', at + 4, at + 8), png.subarray(at + 8, at + 8 + length));
      at += length + 12;
    }
    expect([...parts.keys()]).toEqual(['IHDR', 'IDAT', 'IEND']);
    const header = parts.get('IHDR') ?? Buffer.alloc(0);
    return {
      width: header.readUInt32BE(0),
      height: header.readUInt32BE(4),
      data: inflateSync(parts.get('IDAT') ?? Buffer.alloc(0)),
    };
  };
  const fetchPng = async (url: string): Promise<Buffer> => {
    const response = await fetch(url);
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'image/png']);
    return Buffer.from(await response.arrayBuffer());
  };

  it('are PNG files on the server itself and need no token', async () => {
    const top = full.organisation.recordOf(0);
    expect(top.profileImageUrl.startsWith(`${full.origin}/picture/`)).toBe(true);
    const face = pixels(await fetchPng(top.profileImageUrl));
    expect([face.width, face.height, face.data.length]).toEqual([256, 256, (256 * 3 + 1) * 256]);
    const cover = pixels(await fetchPng(top.coverImageUrl));
    expect([cover.width, cover.height, cover.data.length]).toEqual([960, 240, (960 * 3 + 1) * 240]);
  });

  it('are the same each time and differ from person to person', async () => {
    const url = (index: number) => `${full.origin}/picture/${full.organisation.ids.idOf(index)}.png`;
    const [first, again, other] = await Promise.all([fetchPng(url(1)), fetchPng(url(1)), fetchPng(url(2))]);
    expect(first.equals(again)).toBe(true);
    expect(first.equals(other)).toBe(false);
  });

  it('exist for about two people in five, and for nobody unknown', async () => {
    const { people, recordOf } = full.organisation;
    const shown = Array.from({ length: people }, (_, index) => recordOf(index).profileImageUrl).filter(
      (url) => url !== '',
    );
    expect(shown.length / people).toBeGreaterThan(0.33);
    expect(shown.length / people).toBeLessThan(0.47);
    for (const path of [
      '/picture/x.png',
      '/picture/9763caa1-cef3-497f-b3b2-f551456b2831.png',
      `/picture/${full.start}.jpg`,
    ])
      expect((await get(full, path)).status).toBe(404);
  });
});

it('waits as long as it is told before each answer', async () => {
  const slow = await startDemoServer({ token, people: 100, latencyMs: 60 });
  const before = performance.now();
  await (await get(slow, `/v1/ext/user/${slow.start}`)).text();
  expect(performance.now() - before).toBeGreaterThanOrEqual(55);
  await slow.close();
});

it('makes a token of its own, serves its first person with it, and is gone once closed', async () => {
  const own = await startDemoServer();
  expect(own.token).toMatch(/^[\w-]{32}$/);
  const response = await fetch(`${own.origin}/v1/ext/user/${own.start}`, {
    headers: { authorization: `Bearer ${own.token}` },
  });
  expect(response.status).toBe(200);
  await response.text();
  await own.close();
  await expect(fetch(own.origin)).rejects.toThrow();
});

it('says so when its port is taken', async () => {
  await expect(startDemoServer({ port: Number(new URL(plain.origin).port) })).rejects.toThrow(/EADDRINUSE/);
});
