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

  it('forbids everything by default', async () => {
    const policy = (await ask('app://bundle/index.html')).headers.get('content-security-policy') ?? '';
    const directives = new Map(
      policy.split('; ').map((part) => [part.split(' ')[0], part.split(' ').slice(1).join(' ')]),
    );
    expect(directives.get('default-src')).toBe("'none'");
    expect(directives.get('script-src')).toBe("'self'");
    expect(directives.get('connect-src')).toBe("'none'");
    expect(directives.get('require-trusted-types-for')).toBe("'script'");
    expect(policy).not.toContain('unsafe');
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

  it('serves a kept picture by its hash, and nothing but GET', async () => {
    const answer = await ask(`app://bundle/picture/${kept}`);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/png']);
    expect((await ask('app://bundle/app.js', 'POST')).status).toBe(404);
  });
});
