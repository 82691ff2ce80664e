/**
 * A whole sync beside `autocannon` on the same server in the same run: how much of what the server can give is taken, what
 * that costs, and whether the app stays usable meanwhile. The server, the sync and `autocannon` are processes of their own.
 * The arguments, if any, are the numbers of people, 10,000 and 100,000 unless told; `six` before them leaves out all but what goes
 * over six connections.
 */
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { createOrganisation } from '../../demo/organisation.ts';
import type { Crawled } from './crawl-once.ts';
import { heading, print } from './figures.ts';

const run = promisify(execFile);
const root = join(import.meta.dirname, '../..');
const quiet = '--disable-warning=ExperimentalWarning';
const atOnce = 32;
const token = 'bench-token-0123456789';
/** Asked for in turn, so that the server has as much to do as in a sync. */
const floodIds = 2000;
const floodSeconds = 5;
/** A sync of so few is over before what runs often is compiled: it is made once more in the same process. */
const mostTwice = 20_000;

const carriers: Readonly<Record<string, string>> = {
  lean: 'the sync, over undici',
  node: "the sync, over Node's fetch",
};

const isSixAlone = process.argv[2] === 'six';
const sizes = process.argv.slice(isSixAlone ? 3 : 2).map(Number);
for (const people of sizes.length > 0 ? sizes : [10_000, 100_000]) {
  if (!isSixAlone) for (const latencyMs of [20, 0]) await compare(people, latencyMs);
  await compareSix(people);
  if (!isSixAlone) await takeList(people);
}
await openWhileSlow();

async function compare(people: number, latencyMs: number): Promise<void> {
  heading(`A sync of ${people.toLocaleString('en')} people, one by one, ${latencyMs} ms of latency, ${atOnce} at once`);
  const server = await startServer(people, ['--latency', `${latencyMs}`]);
  try {
    const before = await flood(server);
    const times = people <= mostTwice ? 2 : 1;
    const lean = await crawl(server, 'lean', 'alone', times);
    const between = await flood(server);
    const node = await crawl(server, 'node', 'alone', times);
    const after = await flood(server);
    const [used] = await crawl(server, 'lean', 'page', 1);
    const transport = { lean: await carryOnly(server, 'lean'), node: await carryOnly(server, 'node') };
    const possible = (before + between + after) / 3;
    print({ what: 'autocannon, requests a second (mean of three runs)', value: possible, unit: '/s' });
    for (const [carrier, syncs] of Object.entries({ lean, node })) {
      for (const [nth, crawled] of syncs.entries()) report({ carrier, nth, crawled, possible, transport });
    }
    if (!used?.met) return;
    const { delay, replies } = used.met;
    print({ what: 'while somebody uses the app: main thread late, p99', value: delay.p99, unit: 'ms' });
    print({ what: '… at worst', value: delay.max, unit: 'ms' });
    print({ what: '… answer to the page, median', value: replies.p50, unit: 'ms', note: `of ${replies.count}` });
    print({ what: '… answer to the page, p99', value: replies.p99, unit: 'ms' });
    print({ what: '… answer to the page, worst', value: replies.max, unit: 'ms' });
  } finally {
    server.process.kill();
  }
}

/** Over as many connections as Chromium makes to a host over HTTP/1.1. */
async function compareSix(people: number): Promise<void> {
  heading(`A sync of ${people.toLocaleString('en')} people, one by one, 20 ms of latency, six connections`);
  const server = await startServer(people, ['--latency', '20']);
  try {
    const before = await flood(server, 6);
    const syncs = await crawl(server, 'six', 'alone', 1);
    const possible = (before + (await flood(server, 6))) / 2;
    print({ what: 'autocannon, requests a second (mean of two runs)', value: possible, unit: '/s' });
    for (const crawled of syncs) {
      const rate = (crawled.people * 1000) / crawled.ms;
      const note = `${(rate / possible).toFixed(2)} of autocannon's`;
      print({ what: 'the sync, over undici: people a second', value: rate, unit: '/s', note });
      print({ what: '… requests given up', value: crawled.givenUp, unit: '' });
    }
  } finally {
    server.process.kill();
  }
}

/** A server that takes four seconds for each answer, which a deadline of fifteen must not be too short for. */
async function openWhileSlow(): Promise<void> {
  const answerMs = 4_000;
  const people = 100;
  heading(`A sync of ${people} people, four seconds an answer, six connections, while somebody opens people`);
  const server = await startServer(people, ['--latency', `${answerMs}`]);
  try {
    const [crawled] = await crawl(server, 'six', 'clicks', 1);
    if (crawled === undefined) return;
    const slowest = Math.max(...crawled.clicks);
    print({ what: 'people fetched', value: crawled.people, unit: '' });
    print({ what: '… requests given up', value: crawled.givenUp, unit: '' });
    print({
      what: `a click is answered, the slowest of ${crawled.clicks.length}`,
      value: slowest,
      unit: 'ms',
      note: `${(slowest / answerMs).toFixed(2)} of one request's time`,
    });
  } finally {
    server.process.kill();
  }
}

/** A server that lists its users: nearly everybody comes in one reply. */
async function takeList(people: number): Promise<void> {
  heading(`A sync of ${people.toLocaleString('en')} people from a server that lists them, no latency`);
  const server = await startServer(people, ['--offer', 'users,config']);
  try {
    for (const [carrier, name] of Object.entries(carriers)) {
      const [crawled] = await crawl(server, carrier, 'alone', 1);
      if (crawled === undefined) return;
      print({ what: `${name}: people a second`, value: (crawled.people * 1000) / crawled.ms, unit: '/s' });
      print({ what: '… requests in all', value: crawled.requests, unit: '' });
      print({
        what: '… processor time a person, everything',
        value: (crawled.processorMs * 1000) / crawled.people,
        unit: 'µs',
      });
    }
  } finally {
    server.process.kill();
  }
}

type Reported = {
  readonly carrier: string;
  /** How many syncs the process had been through before. */
  readonly nth: number;
  readonly crawled: Crawled;
  /** What `autocannon` reached, requests a second. */
  readonly possible: number;
  /** Microseconds that each carrier takes alone. */
  readonly transport: Readonly<Record<string, number>>;
};

function report({ carrier, nth, crawled, possible, transport }: Reported): void {
  const rate = (crawled.people * 1000) / crawled.ms;
  const each = (crawled.processorMs * 1000) / crawled.people;
  const carried = transport[carrier] ?? Number.NaN;
  print({
    what: nth === 0 ? `${carriers[carrier]}: people a second` : '… once more in the same process: people a second',
    value: rate,
    unit: '/s',
    note: `${(rate / possible).toFixed(2)} of autocannon's`,
  });
  print({ what: '… requests a person', value: crawled.requests / crawled.people, unit: '' });
  print({ what: '… processor time a person, everything', value: each, unit: 'µs' });
  print({
    what: '… of which sending and receiving alone, without Rolodesk',
    value: carried,
    unit: 'µs',
    note: `Rolodesk's own: ${Math.round(each - carried)} µs`,
  });
}

type Server = {
  readonly process: ChildProcess;
  readonly origin: string;
  readonly start: string;
  readonly ids: string[];
};

async function startServer(people: number, more: readonly string[]): Promise<Server> {
  const child = spawn(
    process.execPath,
    [quiet, join(root, 'demo/main.ts'), '--people', `${people}`, '--token', token, ...more],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const said = await new Promise<string>((resolve) => {
    let text = '';
    child.stdout.setEncoding('utf8').on('data', (more: string) => {
      text += more;
      if (/^start /m.test(text)) resolve(text);
    });
  });
  const origin = /^origin (\S+)/m.exec(said)?.[1] ?? '';
  const start = /^start\s+(\S+)/m.exec(said)?.[1] ?? '';
  const { ids } = createOrganisation({ people, seed: 1, origin });
  const step = Math.max(1, Math.floor(people / floodIds));
  const some = Array.from({ length: Math.min(people, floodIds) }, (_, nth) => ids.idOf(nth * step));
  return { process: child, origin, start, ids: some };
}

async function script(name: string, args: readonly string[], input = ''): Promise<unknown> {
  const running = run(process.execPath, [quiet, join(import.meta.dirname, name), ...args], { maxBuffer: 1e8 });
  running.child.stdin?.end(input);
  const { stdout } = await running;
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '');
}

async function flood({ origin, ids }: Server, connections = atOnce): Promise<number> {
  const said = (await script('flood.ts', [origin, token, `${connections}`, `${floodSeconds}`], ids.join('\n'))) as {
    perSecond: number;
    failed: number;
  };
  return said.perSecond;
}

async function crawl({ origin, start, ids }: Server, carrier: string, page: string, times: number): Promise<Crawled[]> {
  const args = [origin, token, start, carrier, page, `${atOnce}`, `${times}`];
  return (await script('crawl-once.ts', args, ids.join('\n'))) as Crawled[];
}

/** Microseconds of processor time that a request takes whose answer is only received. */
async function carryOnly({ origin, ids }: Server, carrier: string): Promise<number> {
  const said = (await script('carry-once.ts', [origin, token, carrier, `${atOnce}`], ids.join('\n'))) as { µs: number };
  return said.µs;
}
