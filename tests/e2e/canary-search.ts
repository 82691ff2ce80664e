/** Every place of a running app where a secret could have been left, read whole, to be searched for one. */
import { readdirSync, readFileSync, readlinkSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { CDPSession, Page } from '@playwright/test';
import { type CanaryForm, findCanary } from '../canary/canary.ts';

/** A named piece of what was found lying about. */
export type Haystack = { readonly place: string; readonly bytes: Buffer };
export type Sighting = { readonly place: string; readonly form: CanaryForm; readonly around: string };

const text = (place: string, content: string): Haystack => ({ place, bytes: Buffer.from(content, 'utf8') });

/** Where the canary is in these places; each with a little of what stands around it. */
export function search(haystacks: readonly Haystack[], canary: string): Sighting[] {
  return haystacks.flatMap(({ place, bytes }) =>
    findCanary(bytes, canary).map(({ form, at }) => ({
      place,
      form,
      around: bytes.subarray(Math.max(0, at - 60), at + 120).toString('latin1'),
    })),
  );
}

/** Every file below a folder. Sockets and links have no content of their own, but a link has a target. */
export function filesOf(folder: string): Haystack[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((entry) => {
    const path = join(entry.parentPath, entry.name);
    try {
      if (entry.isSymbolicLink()) return [text(path, `${path} ${readlinkSync(path)}`)];
      return entry.isFile() ? [text(`name of ${path}`, path), { place: path, bytes: readFileSync(path) }] : [];
    } catch {
      // Chromium's own temporary files come and go.
      return [];
    }
  });
}

/** Command line and environment of a process and of all that it has started, as Linux keeps them. */
export function processesOf(pid: number): Haystack[] {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc')) {
    const status = /^\d+$/.test(name) ? readOrNothing(`/proc/${name}/status`).toString('latin1') : '';
    const parent = /^PPid:\t(\d+)$/m.exec(status)?.[1];
    if (parent !== undefined) parents.set(Number(name), Number(parent));
  }
  const isOwn = (one: number | undefined): boolean => one === pid || (one !== undefined && isOwn(parents.get(one)));
  return [...parents.keys()].filter(isOwn).flatMap((one) =>
    ['cmdline', 'environ'].map((name) => {
      const place = `/proc/${one}/${name}`;
      return { place, bytes: readOrNothing(place) };
    }),
  );
}

function readOrNothing(path: string): Buffer {
  try {
    return statSync(path).isFile() ? readFileSync(path) : Buffer.alloc(0);
  } catch {
    return Buffer.alloc(0);
  }
}

/**
 * The document as it stands, what is in its fields, and what it keeps in storages. Left out is what stands in the field
 * for a token: typed there, it is shown as dots until it is taken or the field is gone.
 */
export async function documentOf(page: Page, name: string): Promise<Haystack> {
  const content = await page.evaluate(() => {
    const fields = [...document.querySelectorAll('input, textarea, select')].map((field) => [
      field.matches('[type=password][name=token]') || Reflect.get(field, 'value'),
      Reflect.get(field, 'defaultValue'),
    ]);
    const stores = [localStorage, sessionStorage].map((store) => Object.entries(store));
    const state = [document.cookie, location.href, document.title, history.state, window.name];
    return JSON.stringify([document.documentElement.outerHTML, fields, stores, state]);
  });
  return text(`document: ${name}`, content);
}

/**
 * The page's JavaScript heap after garbage has been collected: the page's own world and all others of its isolate.
 * V8 cuts strings short in it unless the app was started with `wholeStrings`.
 */
export async function heapOf(page: Page, name: string): Promise<Haystack> {
  const cdp: CDPSession = await page.context().newCDPSession(page);
  const chunks: string[] = [];
  cdp.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => chunks.push(chunk));
  await cdp.send('HeapProfiler.enable');
  await cdp.send('HeapProfiler.collectGarbage');
  await cdp.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  await cdp.detach();
  return text(`heap: ${name}`, chunks.join(''));
}

/** The argument that keeps strings whole in heap snapshots. */
export const wholeStrings = '--js-flags=--heap-snapshot-string-limit=100000000';
