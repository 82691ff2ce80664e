/** Builds the page of React Flow and serves it on loopback, with the organisation to show. */
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, sep } from 'node:path';
import react from '@vitejs/plugin-react';
import { build } from 'vite';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
};

/** `managers`: by person their manager; -1: nobody. */
export async function serveReactFlow(
  folder: string,
  managers: readonly number[],
): Promise<{ readonly origin: string; readonly close: () => void }> {
  await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    root: import.meta.dirname,
    plugins: [react()],
    build: { outDir: folder, emptyOutDir: true, modulePreload: { polyfill: false }, target: 'chrome140' },
  });
  const json = JSON.stringify(managers);
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://page');
    if (pathname === '/managers.json') {
      response.writeHead(200, { 'Content-Type': 'application/json' }).end(json);
      return;
    }
    const file = join(folder, pathname === '/' ? 'index.html' : pathname);
    const bytes = file.startsWith(folder + sep) ? await readFile(file).catch(() => null) : null;
    const type = types[extname(file)];
    if (bytes === null || type === undefined) response.writeHead(404).end();
    else response.writeHead(200, { 'Content-Type': type }).end(bytes);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return { origin: `http://127.0.0.1:${address.port}`, close: () => server.close() };
}
