/**
 * Looking people up, beside MiniSearch, uFuzzy, Fuse.js and a plain scan, in the same run over the same people. Can be
 * called alone: `node scripts/run.mjs tests/bench/search.ts 100000`.
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { PersonCard } from '../../contract/person.ts';
import { type DirectoryStore, openStore } from '../../electron/directory/store.ts';
import { heading, median, print, processorTime, quantile, timed } from './figures.ts';
import { bodyOf, organisationOf, replyOf } from './people.ts';
import { clock, log } from './quiet.ts';
import type { Contestant } from './search-contestants.ts';
import type { ClassOutcome, Outcome } from './search-one.ts';
import { classes, eachClass, queriesOf, seeded } from './search-queries.ts';

const batch = 500;
const names: readonly Contestant[] = ['Rolodesk', 'MiniSearch', 'uFuzzy', 'Fuse.js', 'a plain scan'];

export async function benchSearch(people: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'rolodesk-bench-'));
  const database = join(folder, 'copy', 'people.db');
  const json = join(folder, 'cards.json');
  try {
    const cards = fill(database, people);
    writeFileSync(json, JSON.stringify(cards));
    heading(
      `Looking up among ${cards.length.toLocaleString('en')} people: ${classes.length} classes of ${eachClass} queries`,
    );
    const outcomes = new Map<Contestant, Outcome>();
    for (const name of names) outcomes.set(name, await runAlone(name, database, json));
    for (const [name, outcome] of outcomes) printOne(name, outcome);
    printSideBySide(outcomes);
    await benchWhileWriting(database, people, cards);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function fill(file: string, people: number): PersonCard[] {
  const organisation = organisationOf(people);
  const store = open(file);
  const named = (list: readonly { id: string; name: string }[]) => new Map(list.map(({ id, name }) => [id, name]));
  store.setLabels({
    teams: named([...organisation.teams, ...organisation.pods]),
    roles: named(organisation.roles),
  });
  let busy = 0;
  for (let first = 0; first < people; first += batch) {
    const replies = Array.from({ length: Math.min(batch, people - first) }, (_, nth) => first + nth).flatMap(
      (index) => {
        const id = organisation.ids.idOf(index);
        return replyOf(id, bodyOf(organisation, index), clock.now()) ?? [];
      },
    );
    busy += processorTime(() => store.recordUsers(replies));
  }
  heading(`Filling it, in batches of ${batch}`);
  print({ what: 'store and index a person, processor time', value: (busy * 1000) / people, unit: 'µs' });
  const cards: PersonCard[] = [];
  for (let offset = 0; offset < people; offset += 200)
    cards.push(...store.list({ standing: null, offset, limit: 200 }));
  store.close();
  return cards;
}

function open(file: string): DirectoryStore {
  const opened = openStore({ file, clock, log });
  if (!opened.ok) throw new Error(JSON.stringify(opened.failure));
  return opened.value.store;
}

async function runAlone(name: Contestant, database: string, json: string): Promise<Outcome> {
  const child = fork(join(import.meta.dirname, 'search-one.ts'), [name, database, json], {
    execArgv: ['--expose-gc', '--max-old-space-size=4096', '--disable-warning=ExperimentalWarning'],
  });
  const [outcome] = (await once(child, 'message')) as [Outcome];
  await once(child, 'exit');
  return outcome;
}

function printOne(name: Contestant, { readyMs, heapMb, classes: each }: Outcome): void {
  heading(name);
  print({ what: 'ready to answer', value: readyMs, unit: 'ms' });
  print({ what: 'held in memory after answering everything', value: heapMb, unit: 'MB' });
  for (const { name: what, times, first, right, wrong } of each) {
    const note = `99 of 100 ${figure(quantile(times, 0.99))}, asked for the first time ${figure(quantile(first, 0.99))}; right ${right} of ${times.length}`;
    print({ what, value: median(times), unit: 'ms', note });
    if (name === 'Rolodesk') for (const one of wrong) console.log(`      ${one}`);
  }
}

function printSideBySide(outcomes: ReadonlyMap<Contestant, Outcome>): void {
  heading('All of them: median / slowest class, 99 of 100 / the obvious person first / memory / queries');
  for (const [name, { classes: each, heapMb }] of outcomes) {
    const times = each.flatMap((one) => one.times);
    const right = sum(each, ({ right }) => right) / times.length;
    const slowest = Math.max(...each.map((one) => quantile(one.times, 0.99)));
    const figures = [
      figure(median(times)),
      figure(slowest),
      `${(right * 100).toFixed(1)} %`,
      `${heapMb.toFixed(1)} MB`,
    ];
    console.log(
      `  ${name.padEnd(14)} ${figures.map((one) => one.padStart(12)).join('')} ${String(times.length).padStart(8)}`,
    );
  }
}

/** The search on its own connection while a thread commits batches into the same file: nothing stays in its cache. */
async function benchWhileWriting(file: string, people: number, cards: readonly PersonCard[]): Promise<void> {
  heading(`Looking up while a thread commits batches of ${batch} changed people into the same file, without pause`);
  const store = open(file);
  const writer = new Worker(join(import.meta.dirname, 'search-writer.ts'), { workerData: { file, people, batch } });
  await once(writer, 'message');
  const times: number[] = [];
  for (const { text } of [...queriesOf(cards, seeded(4)).values()].flatMap((some) => some.slice(0, 25))) {
    times.push(timed(() => store.find({ text, standing: null, limit: 20 })));
    // As fast as keys come from somebody who types very fast.
    await new Promise((resolve) => setTimeout(resolve, 15));
  }
  writer.postMessage('end');
  await once(writer, 'message');
  await writer.terminate();
  store.close();
  print({ what: 'a query: median', value: median(times), unit: 'ms' });
  print({ what: 'a query: 99 of 100 below', value: quantile(times, 0.99), unit: 'ms' });
  print({ what: 'a query: worst', value: Math.max(...times), unit: 'ms' });
}

function sum(each: readonly ClassOutcome[], of: (one: ClassOutcome) => number): number {
  return each.reduce((total, one) => total + of(one), 0);
}

function figure(ms: number): string {
  return `${ms >= 100 ? Math.round(ms).toLocaleString('en') : ms.toPrecision(2)} ms`;
}

if (import.meta.main) {
  const people = Number(process.argv[2] ?? 100_000);
  console.log(
    `Node ${process.version}, SQLite ${process.versions.sqlite}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}`,
  );
  await benchSearch(people);
}
