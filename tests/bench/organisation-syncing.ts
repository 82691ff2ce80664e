/**
 * Prints whether windows of the table of people take longer while the organisation is open and a sync is under way: the sync goes
 * on, and the organisation is looked at and left in turn. Usage: node scripts/run.mjs tests/bench/organisation-syncing.ts PEOPLE
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { UserId } from '../../contract/ids.ts';
import type { ChartShape } from '../../contract/organisation.ts';
import { usualView } from '../../contract/people-view.ts';
import { createApiClient } from '../../electron/api/client.ts';
import { systemClock as clock } from '../../electron/clock.ts';
import { type OpenDirectory, openDirectory } from '../../electron/connection/open-directory.ts';
import { createPace } from '../../electron/pace/pace.ts';
import { createPaces } from '../../electron/pace/paces.ts';
import { createNews } from '../../electron/storage/news.ts';
import { format, heading, print, quantile } from './figures.ts';
import { fillCopy, startedWith, unwrap } from './organisation-people.ts';
import { bodyOf, organisationOf } from './people.ts';
import { log } from './quiet.ts';

const server = 'https://api.example.com';
/** How long an answer takes, and how many are on their way at once: a sync of some 200 people a second. */
const latencyMs = 20;
/** One after the other, the organisation left and open in turn. */
const phases = 6;
const phaseMs = 2000;
const betweenWindowsMs = 10;
/** As often as the page asks once more while people change. */
const lookEveryMs = 1000;
/** The sync of fewer is over too soon. */
const leastPeople = 10_000;
const usual: ChartShape = { open: [], closed: [], beside: [], more: [], whole: [] };

const { people, size } = startedWith();
const demo = organisationOf(people);
async function benchSyncing(folder: string): Promise<void> {
  const database = join(folder, 'copy', 'people.db');
  try {
    // The sync fetches the others.
    fillCopy(database, people, Math.floor(people / 2));
    const opened = await open({ database, pictures: join(folder, 'pictures') });
    await measure(opened);
    await opened.close();
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function measure(opened: OpenDirectory): Promise<void> {
  heading(`${size}, half of them stored: windows of the table while a sync is under way`);
  const { sync, store, organisation, views } = opened;
  unwrap(await opened.ask('addStartIds', [[demo.start as UserId]]));
  sync.resume();
  const window = async (nth: number) => {
    const offset = Math.floor((((nth * 7919) % 1000) / 1000) * (people / 2));
    const begun = performance.now();
    unwrap(await views.window({ view: usualView, offset, limit: 100, follow: [] }));
    return performance.now() - begun;
  };
  // Until the threads have started and read everybody: that is measured elsewhere.
  for (let nth = 0; nth < 5; nth += 1) await window(nth);
  await lookOnce(opened);
  const taken: { readonly open: number[]; readonly left: number[] } = { open: [], left: [] };
  const before = store.peopleCount();
  const begun = performance.now();
  for (let phase = 0; phase < phases; phase += 1) {
    const isOpen = phase % 2 === 1;
    const walls = isOpen ? taken.open : taken.left;
    const looking = isOpen ? lookOn(opened) : null;
    for (const end = performance.now() + phaseMs; performance.now() < end; ) {
      walls.push(await window(walls.length));
      await clock.sleep(betweenWindowsMs);
    }
    await looking?.end();
  }
  const stored = store.peopleCount() - before;
  if (sync.state().status !== 'running') throw new Error('The sync was over before everything was measured.');
  const rate = (1000 * stored) / (performance.now() - begun);
  print({ what: 'people stored a second during it', value: rate, unit: '', note: `${stored} in all` });
  for (const [what, share] of [
    ['median', 0.5],
    ['95 of 100 below', 0.95],
  ] as const) {
    const [left, now] = [quantile(taken.left, share), quantile(taken.open, share)];
    print({ what: `a window of 100, the organisation left: ${what}`, value: left, unit: 'ms' });
    const note = `${format(now / left)} of that`;
    print({ what: `a window of 100, the organisation open: ${what}`, value: now, unit: 'ms', note });
  }
  print({ what: 'windows in all', value: taken.left.length + taken.open.length, unit: '' });
  organisation.leave();
}

/** What the page asks while it shows tree and chart, and once more when people have changed. */
async function lookOnce({ organisation }: OpenDirectory): Promise<void> {
  organisation.enter();
  const { active } = unwrap(await organisation.ask('look', [{ id: null, isOpening: false, asOf: null }]));
  if (active === null) return;
  unwrap(await organisation.ask('rows', [{ offset: 0, limit: 200, follow: [active] }]));
  unwrap(await organisation.ask('chart', [{ centre: active, shape: usual }]));
}

function lookOn(opened: OpenDirectory): { readonly end: () => Promise<void> } {
  const ending = new AbortController();
  const { signal } = ending;
  const looking = (async () => {
    while (!signal.aborted) {
      await lookOnce(opened);
      await clock.sleep(lookEveryMs, signal).catch(() => undefined);
    }
  })();
  return {
    end: async () => {
      ending.abort();
      await looking;
    },
  };
}

/** A directory whose server answers from the demo organisation. */
async function open(paths: { readonly database: string; readonly pictures: string }): Promise<OpenDirectory> {
  const answer = async (id: string): Promise<Response> => {
    await clock.sleep(latencyMs);
    const index = demo.indexOf(id);
    const headers = { 'content-type': 'application/json' };
    if (index === null) return new Response('{"_data":null,"_meta":{},"_errors":[]}', { status: 404, headers });
    return new Response(bodyOf(demo, index), { headers });
  };
  const createApi = () =>
    createApiClient({
      fetch: (url) => answer(new URL(url).pathname.split('/').at(-1) ?? ''),
      server,
      token: () => 'a-token-for-the-benchmark',
      clock,
      random: Math.random,
      pace: createPace({ clock }),
    });
  const opened = await openDirectory(
    {
      thread: { script: new URL('../../electron/directory-thread.ts', import.meta.url) },
      pictures: { fetch: () => Promise.reject(new Error('no pictures here')), paceOf: createPaces({ clock }) },
      // Here each manager names as many as there are; the server is trusted.
      announce: (name, data) => {
        const { why } = (name === 'sync.changed' ? data : {}) as { readonly why?: { readonly kind: string } | null };
        if (why?.kind === 'many-named') opened.ok && opened.value.sync.begin();
      },
      log,
    },
    {
      server,
      createApi,
      canFetch: () => true,
      paths,
      clock,
      news: createNews(log),
    },
  );
  return unwrap(opened);
}

if (people < leastPeople) {
  console.log(`\n  windows while a sync is under way are left out below ${leastPeople.toLocaleString('en')} people`);
} else await benchSyncing(mkdtempSync(join(tmpdir(), 'rolodesk-syncing-')));
