/**
 * Builds the page and the double, and serves the page on loopback with the headers the app itself sends, so that what
 * the policy forbids fails here too.
 */
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, resolve, sep } from 'node:path';
import react from '@vitejs/plugin-react';
import { build } from 'vite';
import { createNonce, securityHeaders } from '../../electron/shell/content-security.ts';

const root = resolve(import.meta.dirname, '../..');
const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
};

/** A picture of the least kind, for a cover. */
const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

export type Served = { readonly origin: string; readonly doubleFile: string; readonly close: () => void };

/** `pictureOf`: the kept picture of a hash; null: there is none. Without it, each is one pixel. */
export async function servePage(
  outDir: string,
  pictureOf: (hash: string) => Promise<Uint8Array | null> = async () => picture,
): Promise<Served> {
  const shared = { configFile: false, logLevel: 'warn', publicDir: false } as const;
  await build({
    ...shared,
    root: join(root, 'renderer'),
    base: './',
    plugins: [react()],
    build: {
      outDir: join(outDir, 'page'),
      emptyOutDir: true,
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      target: 'chrome140',
    },
  });
  await build({
    ...shared,
    root: import.meta.dirname,
    build: {
      outDir: join(outDir, 'double'),
      emptyOutDir: true,
      minify: false,
      lib: {
        entry: join(import.meta.dirname, 'in-page.ts'),
        formats: ['iife'],
        name: 'double',
        fileName: () => 'double.js',
      },
    },
  });

  const folder = join(outDir, 'page');
  const server = createServer(async (request, response) => {
    const nonce = createNonce();
    const { pathname } = new URL(request.url ?? '/', 'http://page');
    const file = join(folder, pathname === '/' ? 'index.html' : pathname);
    const headers = securityHeaders(nonce);
    if (pathname.startsWith('/picture/')) {
      const found = await pictureOf(pathname.slice('/picture/'.length));
      // Chromium tells of what kind it is by the first bytes.
      response.writeHead(found === null ? 404 : 200, { ...headers, 'Content-Type': 'image/png' }).end(found);
      return;
    }
    const bytes = file.startsWith(folder + sep) ? await readFile(file).catch(() => null) : null;
    const type = types[extname(file)];
    if (bytes === null || type === undefined) {
      response.writeHead(404, headers).end();
      return;
    }
    const body = extname(file) === '.html' ? bytes.toString('utf8').replaceAll('__NONCE__', nonce) : bytes;
    response.writeHead(200, { ...headers, 'Content-Type': type }).end(body);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    origin: `http://127.0.0.1:${address.port}`,
    doubleFile: join(outDir, 'double', 'double.js'),
    close: () => server.close(),
  };
}
