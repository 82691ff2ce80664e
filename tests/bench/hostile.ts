/**
 * Replies below 1 MiB, and pictures, that are made to hang a page: how long its longest frame is while a person is opened and looked
 * through, what its heap holds then, and how long the longest message to it was. The page runs in a Chromium, over the
 * real directory in this process.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { type CallName, type CallOutput, calls, type HandlersFor } from '../../contract/calls.ts';
import { Sha256, UserId } from '../../contract/ids.ts';
import { findChromium } from '../../devhost/chromium.ts';
import type { Caller } from '../../electron/announce.ts';
import { createApiClient } from '../../electron/api/client.ts';
import { createPeopleCalls } from '../../electron/calls/people.ts';
import { createTableCalls } from '../../electron/calls/people-table.ts';
import { createPictureCalls } from '../../electron/calls/picture.ts';
import { systemClock as clock } from '../../electron/clock.ts';
import { type OpenDirectory, openDirectory } from '../../electron/connection/open-directory.ts';
import { createPaces } from '../../electron/pace/paces.ts';
import { createNews } from '../../electron/storage/news.ts';
import { servePage } from '../renderer-double/serve.ts';
import { heading, print } from './figures.ts';
import { drawPortraits, pictureCases, portrayed } from './hostile-pictures.ts';
import { log, noExports } from './quiet.ts';

const server = 'https://hostile.example';
const most = 1024 * 1024 - 2000;

/** What stands under `_data` beside an id that cannot be read wrong; each is just below the largest reply. */
const cases = {
  'telephone numbers': { phones: Array.from({ length: 60_000 }, (_, nth) => `+4989${10_000 + nth}`) },
  'e-mails': { emails: Array.from({ length: 60_000 }, (_, nth) => `a${nth}@x.io`) },
  'a name of combining marks': { displayName: `Zoe${'\u0301'.repeat(400_000)}` },
  'a name of letters': { displayName: 'Zoe '.repeat(most / 4) },
  'a name of wide letters': { displayName: '﷽'.repeat(10_000) },
  'a text about oneself': { displayName: 'Zoe', bio: 'word\n'.repeat(most / 8) },
  'direct reports': { displayName: 'Head', reportees: Array.from({ length: 100_000 }, (_, nth) => `r${nth}`) },
  'reports with long names': { displayName: 'Team', reportees: Array.from({ length: 200 }, (_, nth) => `long${nth}`) },
  'fields of all kinds': Object.fromEntries(
    Array.from({ length: 20_000 }, (_, nth) => [`field${nth}`, { value: [nth] }]),
  ),
  'a nesting of 400,000': { displayName: 'Deep', profile: 'deep' },
  ...pictureCases,
} as const;
const deep = '['.repeat(400_000) + ']'.repeat(400_000);
const longNamed = { displayName: `Zoe ${'界'.repeat(most / 3 - 100)}` };

/** The cases named by the arguments; without any, all. */
const wanted = Object.keys(cases).filter((name) => process.argv.length < 3 || process.argv.includes(name));

const rounds = 3;
type Seen = {
  readonly shownMs: number;
  readonly longest: number;
  readonly at: string;
  readonly heap: number;
  readonly message: number;
};

const tabs = ['E-mails', 'Reports', 'Status history', 'Raw', 'Overview'];

async function benchHostile(): Promise<void> {
  const executablePath = findChromium({ hasDisplay: false });
  if (executablePath === null) {
    console.log('  left out: Chromium is needed');
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), 'rolodesk-bench-'));
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--js-flags=--expose-gc'] });
  const directory = await open(folder, await drawPortraits(browser));
  const served = await servePage(
    folder,
    async (hash) => (await directory.pictures.read(Sha256.parse(hash)))?.bytes ?? null,
  );
  try {
    for (const name of wanted) {
      const seen: Seen[] = [];
      for (let round = 0; round < rounds; round += 1) {
        const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
        const messages = await connect(page, served, directory);
        const shownMs = await show(page, name);
        const heap = await walkThrough(page, name in pictureCases ? 60 : 0);
        const frames = await page.evaluate(longestFrame);
        seen.push({ shownMs, ...frames, heap, message: messages.longest() / 1024 });
        await page.close();
      }
      // What else the machine does makes a frame longer, never shorter.
      const best = seen.toSorted((one, other) => one.longest - other.longest)[0];
      if (best === undefined) continue;
      const what = name in pictureCases ? 'Pictures' : 'A reply of nearly 1 MiB';
      heading(`${what}: ${name}; the best of ${rounds} rounds`);
      print({ what: 'until its page is there', value: best.shownMs, unit: 'ms' });
      print({ what: 'longest frame', value: best.longest, unit: 'ms', note: best.at });
      print({
        what: 'heap of the page, on the tab where it is largest',
        value: Math.max(...seen.map(({ heap }) => heap)),
        unit: 'MiB',
      });
      print({ what: 'longest message', value: Math.max(...seen.map(({ message }) => message)), unit: 'KiB' });
    }
    heading('A search that finds those with long names');
    const before = performance.now();
    const found = directory.store.find({ text: 'zoe', status: null, limit: 50 });
    print({ what: `of ${found.length} people, in the main process`, value: performance.now() - before, unit: 'ms' });
  } finally {
    await browser.close();
    served.close();
    await directory.close();
    rmSync(folder, { recursive: true });
  }
}

/** A directory whose server answers each id with one of the cases. */
async function open(folder: string, pictureAt: (url: string) => Uint8Array<ArrayBuffer>): Promise<OpenDirectory> {
  const names = Object.keys(cases);
  const answer = (id: string): Response => {
    const known = names.find((name) => idOf(name) === id);
    const fields = known === undefined ? (portrayed(id) ?? longNamed) : cases[known as keyof typeof cases];
    if (/^r\d/.test(id)) return new Response('{"_data":null,"_meta":{},"_errors":[]}', { status: 404, headers: json });
    const text = JSON.stringify({ _data: { id, isActive: true, isDeleted: false, ...fields } });
    return new Response(text.replace('"deep"', deep), { headers: json });
  };
  const createApi = () =>
    createApiClient({
      fetch: async (url) => answer(new URL(url).pathname.split('/').at(-1) ?? ''),
      server,
      token: () => 'a-token-for-the-benchmark',
      clock,
      random: Math.random,
      pace: createPaces({ clock })(server),
    });
  const opened = await openDirectory(
    {
      thread: { script: new URL('../../electron/directory-thread.ts', import.meta.url) },
      pictures: { fetch: async (url) => new Response(pictureAt(url)), paceOf: createPaces({ clock }) },
      announce: () => undefined,
      log,
    },
    {
      server,
      createApi,
      canFetch: () => true,
      paths: { database: join(folder, 'copy', 'directory.sqlite'), pictures: join(folder, 'pictures') },
      clock,
      news: createNews(log),
    },
  );
  if (!opened.ok) throw new Error(JSON.stringify(opened.failure));
  return opened.value;
}

const json = { 'content-type': 'application/json' };
const idOf = (name: string): UserId => UserId.parse(name.replaceAll(/[^a-z]/g, '-'));

/** Tells the page that is open of what changes by itself. */
let say: (event: { name: string; data: unknown }) => void = () => undefined;
/** The one window there is. */
const caller: Caller = { window: 1, announce: (name, data) => say({ name, data }) };

type Served = Awaited<ReturnType<typeof servePage>>;

/** The page over the double, but for what is asked of people, which the directory answers. */
async function connect(page: Page, served: Served, directory: OpenDirectory) {
  const handlers: Partial<HandlersFor<Caller>> = {
    ...createPeopleCalls({
      current: () => directory,
      copy: async () => undefined,
      saveText: async () => false,
    }),
    ...createTableCalls({ views: () => directory.views, copy: async () => undefined, exports: noExports }),
    ...createPictureCalls(directory.pictures.read),
  };
  let longest = 0;
  await page.exposeFunction('askDirectory', async (name: CallName, input: unknown) => {
    const { input: wanted, output } = calls[name];
    const handler = handlers[name] as (input: unknown, from: Caller) => Promise<{ ok: boolean; value?: unknown }>;
    const outcome = await handler(wanted.parse(input), caller);
    if (!outcome.ok) return outcome;
    const value: unknown = output.parse(outcome.value);
    const read = name === 'picture.read' ? (value as CallOutput<'picture.read'>) : null;
    if (read !== null) return { ok: true, value: { ...read, part: Buffer.from(read.part).toString('base64') } };
    longest = Math.max(longest, Buffer.byteLength(JSON.stringify(value)));
    return { ok: true, value };
  });
  await page.addInitScript({ path: served.doubleFile });
  await page.addInitScript(callDirectory);
  const scenario = encodeURIComponent(JSON.stringify({ open: true, nobody: true }));
  await page.goto(`${served.origin}/index.html?scenario=${scenario}`);
  await page.locator('main').waitFor();
  await page.waitForTimeout(500);
  await page.evaluate(watchFrames);
  say = (event) => void page.evaluate(hear, event).catch(() => undefined);
  return { longest: () => longest };
}

/** Opens a person as a link would, and waits for the tabs. */
async function show(page: Page, name: string): Promise<number> {
  const before = performance.now();
  await page.evaluate(hear, {
    name: 'page.wanted',
    data: { page: { view: 'person', id: idOf(name), tab: 'overview' } },
  });
  await page.getByRole('tab', { name: 'Overview' }).waitFor();
  const ms = performance.now() - before;
  await settled(page);
  return ms;
}

/** Runs in the page: what the main process says unasked. */
function hear(event: { name: string; data: unknown }): void {
  (window as unknown as { rolodeskDouble: { say: (event: unknown) => void } }).rolodeskDouble.say(event);
}

/** Every tab, and in each what draws more, and its end; past so many portraits, row by row. Gives the largest heap. */
async function walkThrough(page: Page, pictured: number): Promise<number> {
  let heap = 0;
  for (const tab of tabs) {
    await page.evaluate((at) => Object.assign(globalThis, { at }), tab);
    await page.getByRole('tab', { name: tab }).click();
    await settled(page);
    const more = page.getByRole('button', { name: /more$|^The first/ }).first();
    if (await more.isVisible()) {
      await more.click();
      await settled(page);
    }
    for (let at = 0; tab === 'Reports' && at < pictured * 60; at += 600) {
      await page.evaluate((top) => document.querySelector('main')?.scrollTo(0, top), at);
      await page.waitForTimeout(1000);
    }
    await page.evaluate(() => document.querySelector('main')?.scrollTo(0, 1e9));
    await settled(page);
    await page.evaluate(() => document.querySelector('main pre[tabindex]')?.scrollTo(0, 1e9));
    await settled(page);
    await page.evaluate(() => document.querySelector('main')?.scrollTo(0, 0));
    // Collecting the garbage for it is no frame of the page's.
    await page.evaluate(() => Object.assign(globalThis, { at: '' }));
    heap = Math.max(heap, await heapOf(page));
    await settled(page);
  }
  return heap;
}

const settled = (page: Page) => page.waitForTimeout(400);

async function heapOf(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  await session.send('Performance.enable');
  const { metrics } = await session.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? Number.NaN) / 1024 / 1024;
}

/** Runs in the page, before its own script. What is exposed to a page carries no bytes. */
function callDirectory(): void {
  type Ask = (name: string, input: unknown) => Promise<{ ok: boolean; value?: unknown }>;
  const { rolodesk, askDirectory } = window as unknown as { rolodesk: { call: Ask }; askDirectory: Ask };
  const own = rolodesk.call;
  rolodesk.call = async (name, input) => {
    if (name !== 'picture.read') return name.startsWith('people.') ? askDirectory(name, input) : own(name, input);
    const { ok, value } = await askDirectory(name, input);
    const { part, isLast } = value as { part: string; isLast: boolean };
    // In the app bytes come as bytes: to make them again takes as little of the page's time as can be.
    const bytes = Uint8Array as unknown as { fromBase64: (text: string) => Uint8Array };
    return { ok, value: { part: bytes.fromBase64(part), isLast } };
  };
}

/** Runs in the page: the longest time between two frames, which come as fast as the page lets them. */
function watchFrames(): void {
  const seen = { longest: 0, at: '' };
  Object.assign(globalThis, { frames: seen, at: 'opening' });
  let last = performance.now();
  const frame = (now: number) => {
    const { at } = globalThis as unknown as { at: string };
    if (at !== '' && now - last > seen.longest) Object.assign(seen, { longest: now - last, at });
    last = now;
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
}

/** Runs in the page. */
function longestFrame(): { readonly longest: number; readonly at: string } {
  return (globalThis as unknown as { frames: { longest: number; at: string } }).frames;
}

await benchHostile();
