/**
 * Answers the page's requests on `app://bundle/`. What can be served is a map read once from the manifest that the
 * build wrote, so that no request's path is ever joined to a folder; pictures are served from the picture store by
 * their hash. Anything else is 404.
 */
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { Sha256 } from '../../contract/ids.ts';
import { createNonce, securityHeaders } from './content-security.ts';

export const pageScheme = 'app';
export const pageOrigin = 'app://bundle';
export const pageUrl = `${pageOrigin}/index.html`;

const Manifest = z.array(
  z
    .string()
    .regex(/^[\w./-]+$/)
    .refine((name) => !name.split('/').includes('..')),
);

const types: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  woff2: 'font/woff2',
  woff: 'font/woff',
  svg: 'image/svg+xml',
  png: 'image/png',
};

/** Where the page's nonce goes in `index.html`. */
const noncePlace = '__NONCE__';

export type Picture = { readonly bytes: Uint8Array<ArrayBuffer>; readonly type: string };

export type PageFilesNeeds = {
  /** The folder that the renderer's build wrote, with its `files.json`. */
  readonly folder: string;
  readonly picture: (sha256: Sha256) => Promise<Picture | null>;
};

export function createPageFiles({ folder, picture }: PageFilesNeeds): (request: Request) => Promise<Response> {
  const names = Manifest.parse(JSON.parse(readFileSync(join(folder, 'files.json'), 'utf8')));
  const files = new Map(names.map((name) => [`/${name}`, join(folder, name)]));

  return async (request) => {
    const url = new URL(request.url);
    if (request.method !== 'GET' || url.host !== 'bundle') return notFound();
    const hash = /^\/picture\/([0-9a-f]{64})$/.exec(url.pathname)?.[1];
    if (hash !== undefined) {
      const found = await picture(Sha256.parse(hash));
      return found === null ? notFound() : answer(found.bytes, found.type);
    }
    const file = files.get(url.pathname);
    const type = types[url.pathname.slice(url.pathname.lastIndexOf('.') + 1)];
    if (file === undefined || type === undefined) return notFound();
    const bytes = await readFile(file);
    if (!url.pathname.endsWith('.html')) return answer(bytes, type);
    const nonce = createNonce();
    return answer(Buffer.from(bytes.toString('utf8').replaceAll(noncePlace, nonce)), type, nonce);
  };
}

function answer(bytes: Uint8Array<ArrayBuffer>, type: string, nonce = createNonce()): Response {
  // A nonce that no document carries allows nothing, so every answer can have the same headers.
  return new Response(bytes, {
    headers: { 'Content-Type': type, 'Cache-Control': 'no-store', ...securityHeaders(nonce) },
  });
}

function notFound(): Response {
  return new Response('Not found', { status: 404, headers: securityHeaders(createNonce()) });
}
