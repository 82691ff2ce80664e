import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { createPageFiles } from '../../../electron/shell/page-files.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const folder = temporaryFolder();
const kept = 'a'.repeat(64);

beforeAll(() => {
  writeFileSync(join(folder, 'index.html'), '<meta property="csp-nonce" nonce="__NONCE__"><p>__NONCE__');
  writeFileSync(join(folder, 'app.js'), 'let answer = "__NONCE__";');
  writeFileSync(join(folder, 'secret.txt'), 'not in the manifest');
  writeFileSync(join(folder, 'files.json'), JSON.stringify(['index.html', 'app.js']));
});

const files = () =>
  createPageFiles({
    folder,
    picture: async (sha256) => (sha256 === kept ? { bytes: new Uint8Array([1, 2, 3]), type: 'image/png' } : null),
  });

const ask = (url: string, method = 'GET') => files()(new Request(url, { method }));

describe('the page’s files', () => {
  it('serves a listed file with its type and the policy', async () => {
    const answer = await ask('app://bundle/app.js');
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(await answer.text()).toContain('__NONCE__');
  });

  it('puts a new nonce into the page and its header at every answer', async () => {
    const nonces = new Set<string>();
    for (let i = 0; i < 3; i += 1) {
      const answer = await ask('app://bundle/index.html');
      const nonce = /'nonce-([^']+)'/.exec(answer.headers.get('content-security-policy') ?? '')?.[1] ?? '';
      expect(await answer.text()).toBe(`<meta property="csp-nonce" nonce="${nonce}"><p>${nonce}`);
      nonces.add(nonce);
    }
    expect(nonces.size).toBe(3);
  });

  it.each([
    ['a page', 'app://bundle/index.html'],
    ['a script', 'app://bundle/app.js'],
    ['a picture', `app://bundle/picture/${kept}`],
    ['nothing', 'app://bundle/nothing'],
  ])('forbids the same with every answer: %s', async (_, url) => {
    const { 'content-type': _type, 'cache-control': cache, ...headers } = Object.fromEntries((await ask(url)).headers);
    expect(cache).toBe(url.endsWith('nothing') ? undefined : 'no-store');
    const policy = [
      "default-src 'none'",
      "script-src 'self'",
      expect.stringMatching(/^style-src 'self' 'nonce-[A-Za-z0-9+/]{24}'$/),
      "img-src 'self'",
      "font-src 'self'",
      "connect-src 'none'",
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
      "object-src 'none'",
      "require-trusted-types-for 'script'",
      "trusted-types 'none'",
    ];
    expect({ ...headers, 'content-security-policy': headers['content-security-policy']?.split('; ') }).toEqual({
      'content-security-policy': policy,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'permissions-policy': 'camera=(), microphone=(), geolocation=(), clipboard-read=(), display-capture=()',
    });
  });

  it.each([
    'app://bundle/secret.txt',
    'app://bundle/files.json',
    'app://bundle/../secret.txt',
    'app://bundle/%2e%2e/secret.txt',
    'app://bundle/..%2fsecret.txt',
    'app://bundle/',
    'app://other/index.html',
    `app://bundle/picture/${'b'.repeat(64)}`,
    `app://bundle/picture/${kept}/..`,
    'app://bundle/picture/../app.js.map',
  ])('does not serve %s', async (url) => {
    expect((await ask(url)).status).toBe(404);
  });

  it.each(['../secret.txt', 'a/../../secret.txt', '/etc/passwd\n', 'a b.js', 'a\\..\\b.js'])(
    'is not made from a list that names %j',
    (name) => {
      const odd = temporaryFolder();
      writeFileSync(join(odd, 'files.json'), JSON.stringify(['index.html', name]));
      expect(() => createPageFiles({ folder: odd, picture: async () => null })).toThrow();
    },
  );

  it('serves a kept picture by its hash, and nothing but GET', async () => {
    const answer = await ask(`app://bundle/picture/${kept}`);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/png']);
    expect((await ask('app://bundle/app.js', 'POST')).status).toBe(404);
  });
});
