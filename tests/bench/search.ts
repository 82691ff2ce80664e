/**
 * Looking people up, beside MiniSearch, uFuzzy, Fuse.js and a plain scan, in the same run over the same people. Can be
 * called alone: `node scripts/run.mjs tests/bench/search.ts 100000 Rolodesk`; names behind the number are the only ones asked.
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { UserId } from '../../contract/ids.ts';
import type { PersonCard } from '../../contract/person.ts';
import { createFindListed } from '../../electron/people/find-listed.ts';
import { type DirectoryStore, openStore } from '../unit/storage/whole-store.ts';
import { add, heading, median, print, processorTime, quantile, timed } from './figures.ts';
import { bodyOf, organisationOf, replyOf } from './people.ts';
import { clock, log } from './quiet.ts';
import type { Contestant } from './search-contestants.ts';
import type { Answer, Outcome } from './search-one.ts';
import { eachClass, type Judged, type QueryClass, queriesOf, seeded } from './search-queries.ts';

const batch = 500;
const everyone: readonly Contestant[] = ['Rolodesk', 'MiniSearch', 'uFuzzy', 'Fuse.js', 'a plain scan'];

export async function benchSearch(people: number, names: readonly Contestant[]): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'rolodesk-bench-'));
  const database = join(folder, 'copy', 'people.db');
  const json = join(folder, 'cards.json');
  try {
    const cards = fill(database, people);
    const texts = join(folder, 'texts.json');
    const queries = queriesOf(cards, seeded(3));
    writeFileSync(json, JSON.stringify(cards));
    writeFileSync(texts, JSON.stringify([...queries.values()].map((some) => some.map(({ text }) => text))));
    heading(
      `Looking up among ${cards.length.toLocaleString('en')} people: ${queries.size} classes of ${eachClass} queries`,
    );
    const judged: [Contestant, Outcome, Judgement[]][] = [];
    for (const name of names) {
      const outcome = await runAlone(name, [database, json, texts]);
      const judgements = [...queries].map(([what, asked], nth) => judge(what, asked, outcome.answers[nth] ?? []));
      judged.push([name, outcome, judgements]);
      printOne(name, outcome, judgements);
    }
    printSideBySide(judged);
    await benchFirst(database, folder, queries);
    await benchLists(database, cards);
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
  print({ what: 'bring the index into one piece afterwards', value: processorTime(() => settle(store)), unit: 'ms' });
  const cards: PersonCard[] = [];
  for (let first = 0; first < people; first += 1000) {
    const ids = Array.from({ length: Math.min(1000, people - first) }, (_, nth) => organisation.ids.idOf(first + nth));
    cards.push(...store.cards(ids as UserId[]).values());
  }
  store.close();
  return cards;
}

function settle(store: DirectoryStore): void {
  for (;;) {
    const outcome = store.settleIndex(64);
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.failure));
    if (!outcome.value) return;
  }
}

function open(file: string): DirectoryStore {
  const opened = openStore({ file, clock, log });
  if (!opened.ok) throw new Error(JSON.stringify(opened.failure));
  return opened.value.store;
}

async function runAlone(name: Contestant, files: readonly string[]): Promise<Outcome> {
  const child = fork(join(import.meta.dirname, 'search-one.ts'), [name, ...files], {
    execArgv: ['--expose-gc', '--max-old-space-size=4096', '--disable-warning=ExperimentalWarning'],
  });
  const [outcome] = (await once(child, 'message')) as [Outcome];
  await once(child, 'exit');
  return outcome;
}

type Judgement = {
  readonly what: QueryClass;
  /** Of each query the median of its rounds. */
  readonly ms: readonly number[];
  readonly wrong: readonly string[];
};

function judge(what: QueryClass, asked: readonly Judged[], answers: readonly Answer[]): Judgement {
  const wrong = answers.flatMap(({ first }, nth) => {
    const query = asked[nth];
    if (query === undefined || (first?.status === 'active' && query.isRight(first))) return [];
    return [`${query.text} → ${first?.name ?? 'nobody'}`];
  });
  return { what, ms: answers.map(({ ms }) => median(ms)), wrong };
}

function printOne(name: Contestant, { readyMs, heapMb }: Outcome, judgements: readonly Judgement[]): void {
  heading(name);
  print({ what: 'ready to answer', value: readyMs, unit: 'ms' });
  print({ what: 'heap and beyond, held after answering everything', value: heapMb, unit: 'MB' });
  for (const { what, ms, wrong } of judgements) {
    const note = `99 of 100 below ${figure(quantile(ms, 0.99))}; right ${ms.length - wrong.length} of ${ms.length}`;
    print({ what, value: median(ms), unit: 'ms', note });
    add({ what: `${what}: 99 of 100 below`, value: quantile(ms, 0.99), unit: 'ms' });
    if (name === 'Rolodesk') for (const one of wrong) console.log(`      ${one}`);
  }
}

function printSideBySide(judged: readonly (readonly [Contestant, Outcome, readonly Judgement[]])[]): void {
  const columns = ['median', '99 of 100', 'right first', 'memory', 'queries'];
  heading(
    `All of them (99 of 100: of the slowest class)\n  ${''.padEnd(14)}${columns.map((one) => one.padStart(13)).join('')}`,
  );
  for (const [name, { heapMb }, judgements] of judged) {
    const ms = judgements.flatMap((one) => one.ms);
    const wrong = judgements.flatMap((one) => one.wrong).length;
    const slowest = Math.max(...judgements.map((one) => quantile(one.ms, 0.99)));
    const right = (1 - wrong / ms.length) * 100;
    add({ what: `${name}: median`, value: median(ms), unit: 'ms' });
    add({ what: `${name}: 99 of 100 below, of the slowest class`, value: slowest, unit: 'ms' });
    add({ what: `${name}: right first`, value: right, unit: '%' });
    const row = [
      figure(median(ms)),
      figure(slowest),
      `${right.toFixed(1)} %`,
      `${heapMb.toFixed(1)} MB`,
      String(ms.length),
    ];
    console.log(`  ${name.padEnd(14)}${row.map((one) => one.padStart(13)).join('')}`);
  }
}

/** The first look-up after a start, of each class: without what the app does before anybody asks, and with it. */
async function benchFirst(
  database: string,
  folder: string,
  queries: ReadonlyMap<QueryClass, readonly Judged[]>,
): Promise<void> {
  heading('The first look-up after a start, one for each class');
  const texts = join(folder, 'first.json');
  for (const how of ['not warmed', 'warmed']) {
    const firsts: number[] = [];
    for (const [query] of queries.values()) {
      writeFileSync(texts, JSON.stringify([query?.text ?? '']));
      const child = fork(join(import.meta.dirname, 'search-first.ts'), [database, texts, how], {
        execArgv: ['--disable-warning=ExperimentalWarning'],
      });
      const [[first = 0]] = (await once(child, 'message')) as [number[]];
      await once(child, 'exit');
      firsts.push(first);
    }
    print({ what: `${how}: median`, value: median(firsts), unit: 'ms' });
    print({ what: `${how}: worst`, value: Math.max(...firsts), unit: 'ms' });
  }
}

/** A thousand at once, as they are pasted. */
async function benchLists(file: string, cards: readonly PersonCard[]): Promise<void> {
  heading('A thousand at once');
  const store = open(file);
  const listed = createFindListed(store);
  const some = cards.filter((_, nth) => nth % Math.max(1, Math.floor(cards.length / 1000)) === 0).slice(0, 1000);
  const lists = {
    ids: some.map(({ id }) => id),
    addresses: some.map(({ email, id }) => email ?? id),
    'ids that nobody has': some.map((_, nth) => `${String(nth).padStart(8, '0')}-0000-4000-8000-000000000000`),
  };
  for (const [what, items] of Object.entries(lists)) {
    const text = items.join('\n');
    const ms = [1, 2, 3, 4, 5].map(() => timed(() => listed.find({ text, status: null, limit: 20 })));
    print({ what, value: median(ms), unit: 'ms' });
  }
  store.close();
}

/** The search on its own connection while a thread commits batches into the same file: nothing stays in its cache. */
async function benchWhileWriting(file: string, people: number, cards: readonly PersonCard[]): Promise<void> {
  heading(`Looking up while a thread commits batches of ${batch} changed people into the same file, without pause`);
  const store = open(file);
  const writer = new Worker(join(import.meta.dirname, 'search-writer.ts'), { workerData: { file, people, batch } });
  await once(writer, 'message');
  const times: number[] = [];
  for (const { text } of [...queriesOf(cards, seeded(4)).values()].flatMap((some) => some.slice(0, 25))) {
    times.push(timed(() => store.find({ text, status: null, limit: 20 })));
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

function figure(ms: number): string {
  return `${ms >= 100 ? Math.round(ms).toLocaleString('en') : ms.toPrecision(2)} ms`;
}

if (import.meta.main) {
  const [people = '100000', ...only] = process.argv.slice(2);
  console.log(
    `Node ${process.version}, SQLite ${process.versions.sqlite}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}`,
  );
  await benchSearch(Number(people), only.length === 0 ? everyone : everyone.filter((name) => only.includes(name)));
}
