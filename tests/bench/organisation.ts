/**
 * Prints what the organisation costs: reading it out of the database, beside other ways to ask for it and beside one object
 * for each person; the rows of its tree; a chart; its thread. Usage: node scripts/run.mjs tests/bench/organisation.ts [people]
 */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { dayMs } from '../../contract/day.ts';
import type { Outcome } from '../../contract/failures.ts';
import type { UserId } from '../../contract/ids.ts';
import type { ChartShape } from '../../contract/organisation.ts';
import type { DirectoryThreadStart } from '../../electron/connection/directory-work.ts';
import { createOrganisationStore, type OrganisationStore } from '../../electron/organisation/organisation-store.ts';
import { createReadForest } from '../../electron/organisation/read-forest.ts';
import { createReadForestAsOf } from '../../electron/organisation/read-forest-as-of.ts';
import { createClaimsWatched } from '../../electron/storage/claims-upward.ts';
import { startThread } from '../../electron/thread/start-thread.ts';
import { type DirectoryStore, openStore } from '../unit/storage/whole-store.ts';
import { against, format, heading, median, print, processorTime, quantile, timed } from './figures.ts';
import { readPlainly, statementChoices } from './organisation-plain.ts';
import { bodyOf, organisationOf, replyOf } from './people.ts';
import { clock, log } from './quiet.ts';
import { record } from './storing.ts';

const people = Number(process.argv[2] ?? 100_000);
const batch = 500;
const rounds = 5;
/** Half of the people were told by then. */
const halfway = clock.now() - dayMs;
const load = loadavg().map((one) => one.toFixed(1));
console.log(
  `Node ${process.version}, SQLite ${process.versions.sqlite}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}`,
);
console.log(`${people.toLocaleString('en')} people; load average before: ${load.join(', ')}`);

const folder = mkdtempSync(join(tmpdir(), 'rolodesk-organisation-'));
const file = join(folder, 'copy', 'people.db');
try {
  fill();
  // Opened once more, as after a start: nothing of it is in memory.
  const store = opened();
  const somebody = measureReading(store);
  measureTree(store);
  measureChart(store);
  store.close();
  await measureThread(somebody);
} finally {
  rmSync(folder, { recursive: true });
}

function opened(): DirectoryStore {
  return unwrap(openStore({ file, clock, log })).store;
}

function fill(): void {
  const organisation = organisationOf(people);
  const store = opened();
  for (let first = 0; first < people; first += batch) {
    const indexes = Array.from({ length: Math.min(batch, people - first) }, (_, nth) => first + nth);
    const at = 2 * first < people ? halfway : clock.now();
    record(
      store,
      indexes.flatMap((index) => replyOf(organisation.ids.idOf(index), bodyOf(organisation, index), at) ?? []),
    );
  }
  store.close();
}

/** Wall and processor, and the median of both where it is done several times. */
function taken(work: () => void, times = rounds) {
  const walls: number[] = [];
  const processors = Array.from({ length: times }, () => processorTime(() => walls.push(timed(work))));
  return { wall: median(walls), processor: median(processors) };
}

function measureReading({ database, tables }: DirectoryStore): UserId {
  heading('The organisation read, in order, with its counts (median of five)');
  const read = (upward = createClaimsWatched(database, tables.claims)) =>
    createReadForest({ database, claims: tables.claims, upward })(null).forest;
  const cold = taken(() => read(), 1);
  print({ what: 'after a start', value: cold.wall, unit: 'ms', note: `${format(cold.processor)} ms of processor` });
  const warm = taken(() => read());
  print({ what: 'once more', value: warm.wall, unit: 'ms', note: `${format(warm.processor)} ms of processor` });
  const plain = taken(() => readPlainly(database), 3);
  const note = `${against(warm.processor, plain.processor)} by processor`;
  print({ what: 'plain: rows, an object and a list for each person', value: plain.wall, unit: 'ms', note });
  for (const { what, ask } of statementChoices(database)) {
    const { wall, processor } = taken(ask);
    print({ what, value: wall, unit: 'ms', note: `${format(processor)} ms of processor` });
  }
  const upward = createClaimsWatched(database, tables.claims);
  const readAsOf = createReadForestAsOf(database);
  for (const [what, at] of [
    ['as of now', clock.now()],
    ['as of a moment when half of them were known', halfway],
  ] as const) {
    const { people: known } = readAsOf(at, null).forest;
    const { wall, processor } = taken(() => readAsOf(at, null));
    const note = `${known} members, ${format(processor)} ms of processor`;
    print({ what, value: wall, unit: 'ms', note });
  }
  const claims = taken(() => createClaimsWatched(database, tables.claims).ofAll());
  print({
    what: 'of it, all claims',
    value: claims.wall,
    unit: 'ms',
    note: `${upward.ofAll().all.contested.length} contested`,
  });
  const { keys, people: members, cutAt } = read();
  print({ what: 'members', value: members, unit: '', note: `${cutAt.length} circles` });
  return tables.ids.idOf(keys[1] ?? 0);
}

function measureTree(store: DirectoryStore): void {
  heading('Its tree');
  const work = createOrganisationStore({ ...store.storeFile, clock });
  const { active } = unwrap(work.look({ id: null, isOpening: false, asOf: null }));
  const rows = (offset: number) => unwrap(work.rows({ offset, limit: 200, follow: [] }));
  const again = taken(() => work.look({ id: null, isOpening: false, asOf: null }));
  print({ what: 'who is shown first', value: again.wall, unit: 'ms' });
  const all = taken(() => work.open({ id: active, what: 'below' }));
  print({ what: 'everybody below the largest top opened', value: all.wall, unit: 'ms' });
  const { total, snapshot } = rows(0);
  const windows = each(200, (nth) => rows(Math.floor((total * nth) / 200)));
  print({
    what: '200 rows, anywhere among all: median',
    value: median(windows.walls),
    unit: 'ms',
    note: `of ${total}`,
  });
  printWorst('200 rows: 99 of 100 below', windows, 0.99);
  const letters = [...'aeiklmnorstz'];
  const typed = each(letters.length, (nth) =>
    work.typed({ snapshot, typed: letters[nth] ?? '', from: Math.floor((total * nth) / letters.length) }),
  );
  print({ what: 'one letter typed: median', value: median(typed.walls), unit: 'ms' });
  printWorst('one letter typed: worst', typed, 1);
}

type Each = { readonly walls: readonly number[]; readonly processors: readonly number[] };

function each(count: number, work: (nth: number) => void): Each {
  const walls: number[] = [];
  const processors = Array.from({ length: count }, (_, nth) => processorTime(() => walls.push(timed(() => work(nth)))));
  return { walls, processors };
}

function printWorst(what: string, { walls, processors }: Each, share: number): void {
  const note = `${format(quantile(processors, share))} ms of processor`;
  print({ what, value: quantile(walls, share), unit: 'ms', note });
}

function measureChart(store: DirectoryStore): void {
  heading('A chart');
  const work = createOrganisationStore({ ...store.storeFile, clock });
  const { active } = unwrap(work.look({ id: null, isOpening: false, asOf: null }));
  if (active === null) return;
  const usual: ChartShape = { open: [], closed: [], beside: [], more: [], whole: [] };
  const key = unwrap(work.seek({ id: active }))?.member.key ?? 0;
  const shapes: readonly (readonly [string, ChartShape])[] = [
    ['of the largest top', usual],
    ['of the same with everybody below, as far as it goes', { ...usual, whole: [key] }],
  ];
  for (const [what, shape] of shapes) {
    const chart = unwrap(work.chart({ centre: active, shape }));
    const { wall } = taken(() => work.chart({ centre: active, shape }));
    const note = `${chart?.cards} cards, ${format((chart?.items.byteLength ?? 0) / 1000)} kB`;
    print({ what, value: wall, unit: 'ms', note });
  }
}

async function measureThread(somebody: UserId): Promise<void> {
  heading('Its thread');
  const start: DirectoryThreadStart = { part: 'organisation', file, server: 'https://api.example.com' };
  const before = process.memoryUsage.rss();
  const begun = performance.now();
  const built = new URL('../../out/main/directory-thread.js', import.meta.url);
  const script = existsSync(built) ? built : new URL('../../electron/directory-thread.ts', import.meta.url);
  const thread = startThread<OrganisationStore>({ start, file: { script }, name: 'organisation', log });
  unwrap(await thread.ask('look', [{ id: somebody, isOpening: false, asOf: null }]));
  unwrap(await thread.ask('rows', [{ offset: 0, limit: 200, follow: [] }]));
  const note = script === built ? 'as built' : 'from the sources, which Node strips of types';
  print({ what: 'from its start to the first rows', value: performance.now() - begun, unit: 'ms', note });
  const after = process.memoryUsage.rss();
  print({ what: 'memory beyond before', value: (after - before) / 1e6, unit: 'MB', note: 'resident' });
  await thread.close();
}

function unwrap<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.failure));
  return outcome.value;
}
