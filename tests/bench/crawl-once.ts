/**
 * Whole syncs in a process of its own, one after the other, and what each cost: the first one includes what V8 takes to
 * compile what runs often. Arguments: origin, token, the id to start from, `lean`, `node` or `six` (who carries the requests:
 * `six` is `lean` with no more connections than Chromium makes over HTTP/1.1, and the app's own pace for that), `page`, `clicks`
 * or `alone` (whether somebody uses the app, or opens people now and then), how many at once, how many syncs. Prints one line of
 * JSON.
 */
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { Worker } from 'node:worker_threads';
import { type CallName, calls, type HandlersFor } from '../../contract/calls.ts';
import type { UserId } from '../../contract/ids.ts';
import { usualView } from '../../contract/people-view.ts';
import type { Announce, Caller } from '../../electron/announce.ts';
import { createApiClient } from '../../electron/api/client.ts';
import { createPeopleCalls } from '../../electron/calls/people.ts';
import { createTableCalls } from '../../electron/calls/people-table.ts';
import { createSentTexts } from '../../electron/calls/sent-texts.ts';
import { createSyncCalls } from '../../electron/calls/sync.ts';
import { systemClock as clock } from '../../electron/clock.ts';
import { type OpenDirectory, openDirectory } from '../../electron/connection/open-directory.ts';
import { createPace } from '../../electron/pace/pace.ts';
import { createPaces } from '../../electron/pace/paces.ts';
import { createNews } from '../../electron/storage/news.ts';
import { quantile } from './figures.ts';
import { createLeanFetch } from './lean-fetch.ts';
import type { PageQuestion, PageStart } from './page-thread.ts';
import { log, noExports } from './quiet.ts';

/** In milliseconds. */
export type Met = {
  /** How late the main thread was. */
  readonly delay: { readonly p99: number; readonly max: number };
  /** From a question of the page to its answer. */
  readonly replies: { readonly p50: number; readonly p99: number; readonly max: number; readonly count: number };
};

export type Crawled = {
  readonly people: number;
  readonly requests: number;
  readonly ms: number;
  /** Of the whole process, all its threads. */
  readonly processorMs: number;
  /** What somebody met who used the app meanwhile; null where nobody did. */
  readonly met: Met | null;
  /** Milliseconds from opening somebody to the answer; the server was asked for each. */
  readonly clicks: readonly number[];
  /** Requests whose deadline was over before an answer began. */
  readonly givenUp: number;
  readonly fileMb: number;
};

const [origin = '', token = '', start = '', carrier = 'lean', page = 'alone', atOnce = '32', times = '1'] =
  process.argv.slice(2);
/** Whom the page opens, on standard input, a line each. */
const ids = readFileSync(0, 'utf8').split('\n').filter(Boolean);
const most = Number(atOnce);
/** The window of somebody who uses the app. */
const caller: Caller = { window: 1, announce: () => undefined };

const crawled: Crawled[] = [];
while (crawled.length < Number(times)) crawled.push(await syncOnce());
console.log(JSON.stringify(crawled));
process.exit(0);

async function syncOnce(): Promise<Crawled> {
  const folder = mkdtempSync(join(tmpdir(), 'rolodesk-bench-'));
  const database = join(folder, 'copy', 'directory.sqlite');
  const isSix = carrier === 'six';
  const carry = carrier === 'node' ? fetch : createLeanFetch(isSix ? 6 : most + 1);
  let requests = 0;
  let givenUp = 0;
  let finished: () => void = () => undefined;
  const done = new Promise<void>((resolve) => {
    finished = resolve;
  });

  const announce: Announce = (name, data) => {
    if (name !== 'sync.changed') return;
    const { status, why } = data as { status: string; why: { kind: string } | null };
    if (status === 'done') finished();
    // Here each manager names as many as there are; the server is trusted.
    if (why?.kind === 'many-named') opened.ok && opened.value.sync.begin();
  };
  const createApi = () =>
    createApiClient({
      fetch: (url, init) => {
        requests += 1;
        let isAnswered = false;
        init.signal.addEventListener('abort', () => {
          if (!isAnswered) givenUp += 1;
        });
        return carry(url, init).then((response) => {
          isAnswered = true;
          return response;
        });
      },
      server: origin,
      token: () => token,
      clock,
      random: Math.random,
      pace: createPace(isSix ? { clock } : { clock, limit: { start: 8, most }, connections: Number.POSITIVE_INFINITY }),
    });
  const opened = await openDirectory(
    {
      thread: { script: new URL('../../electron/directory-thread.ts', import.meta.url) },
      // Drawing them would keep the demo server from answering anything else.
      pictures: { fetch: () => Promise.reject(new Error('no pictures here')), paceOf: createPaces({ clock }) },
      announce,
      log,
    },
    {
      server: origin,
      createApi,
      canFetch: () => true,
      paths: { database, pictures: join(folder, 'pictures') },
      clock,
      news: createNews(log),
    },
  );
  if (!opened.ok) throw new Error(JSON.stringify(opened.failure));
  const { sync, ask, store, views, close } = opened.value;
  // Until the threads have started: opening is measured elsewhere.
  await views.labels({ filter: usualView.filter, kind: 'role', text: '' });

  const reader = page === 'page' ? startPage(opened.value) : null;
  const busyBefore = process.cpuUsage();
  const before = performance.now();
  await ask('addStartIds', [[start as UserId]]);
  sync.resume();
  const clicks = page === 'clicks' ? await openSome(opened.value) : [];
  await done;
  const ms = performance.now() - before;
  const { user, system } = process.cpuUsage(busyBefore);
  const met = (await reader?.end()) ?? null;
  const people = store.peopleCount();
  await close();

  const crawled: Crawled = {
    people,
    requests,
    ms,
    processorMs: (user + system) / 1000,
    met,
    clicks,
    givenUp,
    fileMb: statSync(database).size / 1e6,
  };
  rmSync(folder, { recursive: true });
  return crawled;
}

/** Somebody who opens three people, one after the other, while the sync has every connection busy that it may use. */
async function openSome(open: OpenDirectory): Promise<number[]> {
  const clicks: number[] = [];
  for (const id of ids.slice(-3)) {
    await clock.sleep(5_000);
    const before = performance.now();
    const outcome = await open.pages.of(caller).open(id as UserId, 'fresh');
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.failure));
    clicks.push(performance.now() - before);
  }
  return clicks;
}

/** Somebody who types names, opens people and scrolls through everybody, some ninety things a second. */
function startPage(open: OpenDirectory) {
  const handlers: Partial<HandlersFor<Caller>> = {
    ...createPeopleCalls({
      current: () => open,
      copy: async () => undefined,
      saveText: async () => false,
    }),
    ...createSyncCalls({
      current: () => open,
      texts: createSentTexts({ isIn: () => false }),
    }),
    ...createTableCalls({ views: () => open.views, copy: async () => undefined, exports: noExports }),
  };
  const texts = ['m', 'ma', 'mar', 'mari', 'an', 'anna', 'lee', 'chen', 'jo', 'smith', 'marta s', 'wei', 'ann lee'];
  const questions: PageStart['questions'] = texts.flatMap((text, nth) => [
    { name: 'people.find', input: { text, status: null, limit: 20 } },
    { name: 'people.list', input: { view: usualView, offset: nth * 100, limit: 100, follow: [] } },
    { name: 'people.recent', input: null },
    { name: 'people.open', input: { id: ids[nth % ids.length] ?? start, want: 'known' } },
    { name: 'sync.state', input: null },
  ]);
  const data: PageStart = { questions, everyMs: 11 };
  const thread = new Worker(new URL('./page-thread.ts', import.meta.url), { workerData: data });
  const answer = async ({ number, name, input }: PageQuestion) => {
    const { input: wanted, output } = calls[name as CallName];
    const handler = handlers[name as CallName] as (
      input: unknown,
      from: Caller,
    ) => Promise<{ ok: boolean; value?: unknown }>;
    const outcome = await handler(wanted.parse(input), caller);
    const value = outcome.ok ? output.parse(outcome.value) : null;
    thread.postMessage({ answered: number, value });
  };
  const takenBy = new Promise<readonly number[]>((resolve) => {
    thread.on('message', (message: PageQuestion | { taken: number[] }) => {
      if ('taken' in message) resolve(message.taken);
      else void answer(message);
    });
  });
  // It wakes the process a thousand times a second, which would be counted as the sync's.
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  return {
    end: async (): Promise<Met> => {
      delay.disable();
      thread.postMessage({ end: true });
      const taken = await takenBy;
      return {
        delay: { p99: delay.percentile(99) / 1e6, max: delay.max / 1e6 },
        replies: {
          p50: quantile(taken, 0.5),
          p99: quantile(taken, 0.99),
          max: Math.max(...taken),
          count: taken.length,
        },
      };
    },
  };
}
