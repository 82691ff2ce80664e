import { createHash } from 'node:crypto';
import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Sha256, Sha256 as Sha256Schema } from '../../../contract/ids.ts';
import type { PictureTrouble } from '../../../contract/picture.ts';
import { systemClock } from '../../../electron/clock.ts';
import { createPaces } from '../../../electron/pace/paces.ts';
import { pictureFormat } from '../../../electron/picture/picture-format.ts';
import {
  addressTrouble,
  allowedUrl,
  createPictures,
  type PictureFetching,
  type PicturesNeeds,
} from '../../../electron/picture/pictures.ts';
import { createFakeClock } from '../fake-clock.ts';
import { temporaryFolder } from '../temporary-folder.ts';

/** A PNG of the size it claims; its chunks hold nothing. */
function pngOf(width: number, height: number, ...types: string[]): Buffer {
  const header = Buffer.alloc(33);
  header.write('\x89PNG\r\n\x1a\n', 'latin1');
  header.writeUInt32BE(13, 8);
  header.write('IHDR', 12, 'latin1');
  header.writeUInt32BE(width, 16);
  header.writeUInt32BE(height, 20);
  const chunks = [...types, 'IDAT', 'IEND'].map((type) => Buffer.from(`\0\0\0\x04${type}datacrc!`, 'latin1'));
  return Buffer.concat([header, ...chunks, deflateSync(Buffer.alloc(10))]);
}

const webpExtended = Buffer.from('52494646160000005745425056503858' + '0a00000000000000' + 'ff0300' + '2c0100', 'hex');
const webpAnimated = Buffer.from(webpExtended);
webpAnimated[20] = 0x12;
const webpLossless = Buffer.from(`524946461a000000574542505650384c0d0000002f2bc11200${'00'.repeat(9)}`, 'hex');
const webpLossy = Buffer.from(`52494646240000005745425056503820180000003001009d012a40018000${'00'.repeat(16)}`, 'hex');
const jpegSmall = Buffer.from(
  'ffd8ffe000104a46494600010100000100010000' + 'ffc0001108007b01c803012200' + 'ffd9',
  'hex',
);

/** A JPEG of this size in so many scans. Before each stands what holds no scan, and between them what another reader may take for one. */
function jpegOf(width: number, height: number, scans: number): Buffer {
  const frame = Buffer.from('ffc2000b08000000000101110000'.slice(0, 26), 'hex');
  frame.writeUInt16BE(height, 5);
  frame.writeUInt16BE(width, 7);
  const scan = Buffer.from(`fffe0004ffda${'ffda0008010100013f00'}12ff00ff01ffd334ff`, 'hex');
  return Buffer.concat([Buffer.from('ffd8', 'hex'), frame, ...Array(scans).fill(scan), Buffer.from('ffd9', 'hex')]);
}

describe('a picture’s bytes say what it is', () => {
  it.each([
    ['png', pngOf(300, 200), { type: 'image/png', width: 300, height: 200 }],
    ['jpeg', jpegSmall, { type: 'image/jpeg', width: 456, height: 123 }],
    ['webp, extended', webpExtended, { type: 'image/webp', width: 1024, height: 301 }],
    ['webp, lossless', webpLossless, { type: 'image/webp', width: 300, height: 76 }],
    ['webp, lossy', webpLossy, { type: 'image/webp', width: 320, height: 128 }],
  ])('%s', (_name, bytes, format) => {
    expect(pictureFormat(bytes)).toEqual({ ...format, passes: 1, isAnimated: false, isWhole: true });
  });

  it.each([
    ['png', pngOf(300, 200).subarray(0, 33)],
    ['png without its last chunk', pngOf(300, 200).subarray(0, 49)],
    ['png without a picture', Buffer.concat([pngOf(300, 200).subarray(0, 33), pngOf(300, 200).subarray(49)])],
    ['jpeg', jpegSmall.subarray(0, -2)],
    ['webp, lossless', webpLossless.subarray(0, -1)],
    ['webp, lossy', webpLossy.subarray(0, 30)],
  ])('also whether it is cut: %s', (_name, bytes) => {
    expect(pictureFormat(bytes)?.isWhole).toBe(false);
  });

  it.each([1, 10, 1000])('also in how many scans a JPEG comes: %i', (scans) => {
    expect(pictureFormat(jpegOf(300, 200, scans))).toMatchObject({ width: 300, height: 200, passes: scans });
  });

  it('also whether it moves', () => {
    expect(pictureFormat(pngOf(30, 20, 'acTL'))?.isAnimated).toBe(true);
    expect(pictureFormat(pngOf(30, 20, 'tEXt', 'acTL'))?.isAnimated).toBe(true);
    expect(pictureFormat(pngOf(30, 20, 'tEXt', 'IDAT', 'acTL'))?.isAnimated).toBe(false);
    expect(pictureFormat(webpAnimated)?.isAnimated).toBe(true);
  });

  it.each([
    ['svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'.padEnd(60))],
    ['gif', Buffer.from('GIF89a'.padEnd(60, '\0'))],
    ['html', Buffer.from('<!doctype html>'.padEnd(60))],
    ['nothing', Buffer.alloc(0)],
    ['a png cut short', pngOf(10, 10).subarray(0, 20)],
    ['a jpeg without a frame', Buffer.from('ffd8ffe0000400000000', 'hex')],
  ])('%s is none', (_name, bytes) => {
    expect(pictureFormat(bytes)).toBeNull();
  });
});

describe('where pictures may come from', () => {
  const rules = { server: 'https://api.acme.example', hosts: ['cdn.acme.example'] };
  it.each([
    ['https://api.acme.example/a.png', true],
    ['https://cdn.acme.example/a.png', true],
    ['http://api.acme.example/a.png', false],
    ['https://evil.example/a.png', false],
    ['https://cdn.acme.example.evil.example/a.png', false],
    ['https://cdn.acme.example:8443/a.png', false],
    ['https://me:you@cdn.acme.example/a.png', false],
    ['http://127.0.0.1/a.png', false],
    ['blob:https://api.acme.example/0b5f6f0e-1f0b-4b0e-8a0e-3f3f3f3f3f3f', false],
    ['file:///a.png', false],
    ['data:image/png;base64,AAAA', false],
    ['a.png', false],
  ])('%s: %s', (url, allowed) => {
    expect(allowedUrl(url, rules) !== null).toBe(allowed);
  });

  it.each([
    ['https://api.acme.example/a.png', null],
    ['http://api.acme.example/a.png', 'elsewhere'],
    ['https://evil.example/a.png', 'elsewhere'],
    ['https://me:you@cdn.acme.example/a.png', 'bad-address'],
    ['data:image/png;base64,AAAA', 'bad-address'],
    ['a.png', 'bad-address'],
  ])('%s, and why not: %s', (url, why) => {
    expect(addressTrouble(url, rules)).toBe(why);
  });
});

describe('fetching pictures', () => {
  const asked: { url: string; headers: Record<string, unknown> }[] = [];
  let server: Server;
  let origin = '';
  let folder = '';
  let memory: Map<string, Sha256 | null>;
  let reasons: Map<string, PictureTrouble | null>;

  beforeAll(async () => {
    server = createServer((request, response) => {
      asked.push({ url: request.url ?? '', headers: request.headers });
      if (request.url === '/good.png') response.end(pngOf(64, 64));
      else if (request.url === '/moving.png') response.end(pngOf(64, 64, 'acTL', 'IDAT'));
      else if (request.url === '/moving.webp') response.end(webpAnimated);
      else if (request.url?.startsWith('/same-')) response.end(pngOf(64, 64));
      else if (request.url === '/huge-claim.png') response.end(pngOf(50_000, 50_000));
      else if (request.url === '/echo.png') response.end(Buffer.concat([pngOf(64, 64), Buffer.from('the token')]));
      else if (request.url === '/large.png') response.end(pngOf(4096, 4096));
      else if (request.url === '/long.png') response.end(pngOf(8193, 1));
      else if (request.url === '/telephone.jpg') response.end(jpegOf(4032, 3024, 10));
      else if (request.url === '/scans.jpg') response.end(jpegOf(3000, 3000, 23));
      else if (request.url === '/script.png') response.end('<script>alert(1)</script>'.padEnd(100));
      else if (request.url === '/sign-in.png') {
        response
          .writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' })
          .end('<title>Sign in to the Wi-Fi</title>');
      } else if (request.url === '/sign-in-x.png')
        response.writeHead(200, { 'Content-Type': 'application/xhtml+xml' }).end('<?xml version="1.0"?><html/>');
      else if (request.url === '/sign-in-untyped.png')
        response.writeHead(200, { 'Content-Type': 'image/png' }).end('\uFEFF\r\n<!DOCTYPE HTML><title>Sign in</title>');
      else if (request.url === '/cut.png') response.end(pngOf(64, 64).subarray(0, 40));
      else if (request.url === '/gateway.png') response.writeHead(404, { 'Content-Type': 'text/html' }).end('Not here');
      else if (request.url === '/moved.png') response.writeHead(302, { Location: '/good.png' }).end();
      else if (request.url === '/slow.png') {
        // The first request is left waiting; the next is answered.
        if (asked.length > 1) response.end(pngOf(64, 64));
      } else if (request.url === '/busy.png') response.writeHead(503).end();
      else if (request.url === '/hasty.png') response.writeHead(429, { 'Retry-After': '120' }).end();
      else if (request.url === '/endless.png') {
        response.write(pngOf(64, 64));
        const more = setInterval(() => response.write(Buffer.alloc(256 * 1024)), 1);
        response.on('close', () => clearInterval(more));
      } else response.writeHead(404).end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => server.close());
  beforeEach(() => {
    asked.length = 0;
    folder = temporaryFolder();
    memory = new Map();
    reasons = new Map();
  });

  const pictures = (
    paceOf = createPaces({ clock: systemClock }),
    { fetch: by = fetch, ...more }: Partial<PicturesNeeds & PictureFetching> = {},
  ) =>
    createPictures({
      fetching: { fetch: by, paceOf },
      from: { server: origin, hosts: [] },
      memory: {
        pictureOf: (url) => memory.get(url),
        recordPicture: async (url, sha256, why) => {
          memory.set(url, sha256);
          reasons.set(url, why);
        },
        forgetPictures: async (some) => {
          for (const [url, sha256] of memory) if (sha256 !== null && some.includes(sha256)) memory.delete(url);
        },
      },
      folder,
      repeatsToken: (bytes) => Buffer.from(bytes).includes('the token'),
      clock: systemClock,
      ...more,
    });
  const never = new AbortController().signal;

  it('keep the pace of the server that they come from, and hold everything back when it asks for that', async () => {
    const paceOf = createPaces({ clock: systemClock });
    const store = pictures(paceOf);
    expect(await store.want(`${origin}/hasty.png`, never)).toBeNull();
    expect(paceOf(origin).state()).toMatchObject({ active: 0, limit: 3 });
    expect(paceOf(origin).state().heldMs).toBeGreaterThan(110_000);
    const leaving = new AbortController();
    const waiting = store.want(`${origin}/good.png`, leaving.signal);
    await vi.waitFor(() => expect(paceOf(origin).state().waiting).toBe(1));
    leaving.abort();
    expect(await waiting).toBeNull();
    expect(asked.map(({ url }) => url)).toEqual(['/hasty.png']);
  });

  it('keeps a good one by its hash, asks once, and sends no token', async () => {
    const store = pictures();
    const [one, two] = await Promise.all([
      store.want(`${origin}/good.png`, never),
      store.want(`${origin}/good.png`, never),
    ]);
    expect(one).toMatch(/^[0-9a-f]{64}$/);
    expect(two).toBe(one);
    expect(await store.want(`${origin}/good.png`, never)).toBe(one);
    expect(asked).toHaveLength(1);
    expect(asked[0]?.headers).not.toHaveProperty('authorization');
    expect(asked[0]?.headers).not.toHaveProperty('cookie');
    const read = one === null ? null : await store.read(one);
    expect(read).toMatchObject({ type: 'image/png', bytes: pngOf(64, 64) });
    expect([...reasons.values()]).toEqual([null]);
  });

  it.each([
    ['/echo.png', 'repeats-token'],
    ['/huge-claim.png', 'too-many-pixels'],
    ['/large.png', 'too-many-pixels'],
    ['/long.png', 'too-many-pixels'],
    ['/scans.jpg', 'too-slow'],
    ['/script.png', 'no-picture'],
    ['/endless.png', 'too-many-bytes'],
    ['/missing.png', 'not-there'],
    ['/moving.png', 'moves'],
    ['/moving.webp', 'moves'],
  ])('keeps nothing of %s, says why (%s), and does not ask again', async (path, why) => {
    const store = pictures();
    expect(await store.want(origin + path, never)).toBeNull();
    expect(await store.want(origin + path, never)).toBeNull();
    expect(asked).toHaveLength(1);
    expect(readdirSync(folder)).toEqual([]);
    expect([...reasons]).toEqual([[origin + path, why]]);
  });

  it('takes what a telephone takes, as it comes through the web', async () => {
    const store = pictures();
    const picture = await store.want(`${origin}/telephone.jpg`, never);
    expect(picture && (await store.read(picture))?.type).toBe('image/jpeg');
  });

  it('shows none that an earlier version kept and that is too large now', async () => {
    const large = pngOf(4096, 4096);
    const name = createHash('sha256').update(large).digest('hex');
    writeFileSync(join(folder, name), large);
    expect(await pictures().read(Sha256Schema.parse(name))).toBeNull();
  });

  it.each([
    '/cut.png',
    '/moved.png',
    '/busy.png',
    '/sign-in.png',
    '/sign-in-x.png',
    '/sign-in-untyped.png',
    '/gateway.png',
  ])('keeps nothing of %s, which may be there another time', async (path) => {
    const store = pictures();
    expect(await store.want(origin + path, never)).toBeNull();
    expect(memory.size).toBe(0);
    expect(asked.map((request) => request.url)).toEqual([path]);
  });

  it('goes on for who still wants one when who asked first has left', async () => {
    const store = pictures();
    const first = new AbortController();
    const asking = store.want(`${origin}/slow.png`, first.signal);
    const joining = store.want(`${origin}/slow.png`, never);
    await expect.poll(() => asked.length).toBe(1);
    first.abort();
    expect(await asking).toBeNull();
    expect(await joining).toMatch(/^[0-9a-f]{64}$/);
  });

  it.each(['/busy.png', '/sign-in.png', '/moved.png'])(
    'asks once for %s, however many want it at once',
    async (path) => {
      const store = pictures();
      const all = await Promise.all(Array.from({ length: 60 }, () => store.want(origin + path, never)));
      expect(new Set(all)).toEqual(new Set([null]));
      expect([asked.length, memory.size]).toEqual([1, 0]);
    },
  );

  it('keeps one that many addresses give at once, for each of them', async () => {
    const store = pictures();
    const urls = Array.from({ length: 60 }, (_, nth) => `${origin}/same-${nth}.png`);
    const all = await Promise.all(urls.map((url) => store.want(url, never)));
    expect(new Set(all)).toEqual(new Set([all[0]]));
    expect(all[0]).not.toBeNull();
    expect([memory.size, readdirSync(folder)]).toEqual([60, [all[0]]]);
  });

  it.each(['damaged', 'missing'])('fetches one again that is %s', async (how) => {
    const store = pictures();
    const url = `${origin}/good.png`;
    const picture = (await store.want(url, never)) as Sha256;
    if (how === 'damaged') writeFileSync(join(folder, picture), 'cut');
    else rmSync(join(folder, picture));
    expect(await store.read(picture)).toBeNull();
    expect(memory.size).toBe(0);
    expect(await store.want(url, never)).toBe(picture);
    expect(await store.read(picture)).toMatchObject({ type: 'image/png' });
    // Also where nobody has looked at it since.
    rmSync(join(folder, picture));
    expect(await store.want(url, never)).toBe(picture);
    expect(asked).toHaveLength(3);
  });

  it('is bounded on disk, and what had to go is asked for again', async () => {
    const store = pictures(undefined, { limitBytes: pngOf(64, 64).length });
    await store.want(`${origin}/good.png`, never);
    await store.want(`${origin}/same-larger.png`, never);
    expect(readdirSync(folder)).toHaveLength(1);
  });

  it('sends no credentials and follows no redirect', async () => {
    const sent: RequestInit[] = [];
    const store = pictures(undefined, {
      fetch: async (_url, init) => {
        sent.push(init);
        return new Response(new Uint8Array(pngOf(64, 64)));
      },
    });
    await store.want(`${origin}/good.png`, never);
    expect(sent).toMatchObject([{ method: 'GET', credentials: 'omit', redirect: 'error' }]);
  });

  const noAnswer: PictureFetching['fetch'] = (_url, { signal }) =>
    new Promise((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason)));
  const halfAnAnswer: PictureFetching['fetch'] = async () =>
    new Response(new ReadableStream({ start: (body) => body.enqueue(pngOf(64, 64)) }));
  it.each([
    ['no answer comes', noAnswer, 10_000],
    ['an answer stops', halfAnAnswer, 5000],
  ])('gives up where %s in time', async (_what, fetch, ms) => {
    const clock = createFakeClock();
    let ended: Sha256 | null | undefined;
    const store = pictures(createPaces({ clock }), { clock, fetch });
    const wanted = store.want(`${origin}/good.png`, never).then((picture) => {
      ended = picture;
    });
    await clock.pass(ms - 1);
    expect(ended).toBeUndefined();
    await clock.pass(1);
    await wanted;
    expect([ended, memory.size]).toEqual([null, 0]);
  });

  it('serves no file that is not what its name says', async () => {
    const name = 'c'.repeat(64);
    writeFileSync(join(folder, name), pngOf(64, 64));
    expect(await pictures().read(Sha256Schema.parse(name))).toBeNull();
  });
});
