/**
 * Prints what a status check costs where it is done: lists read, stored and answered from the local copy, beside the same
 * addresses looked up through the search's index; and what finding problems costs. Usage: node scripts/run.mjs tests/bench/check.ts [people]
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { mostCheckedLines, mostCheckRows } from '../../contract/bounds.ts';
import type { CheckId } from '../../contract/check.ts';
import { type CheckStore, createCheckStore } from '../../electron/check/check-store.ts';
import { createFindAnswer } from '../../electron/check/find-answer.ts';
import { createRowReader } from '../../electron/check/row-text.ts';
import { createListed } from '../../electron/search/listed.ts';
import { addressHandle } from '../../electron/storage/handles-of.ts';
import { createWhoseIds } from '../../electron/storage/whose-ids.ts';
import { type DirectoryStore, openStore } from '../unit/storage/whole-store.ts';
import { measureProblems } from './check-problems.ts';
import { heading, median, print, quantile, taken, timed } from './figures.ts';
import { unwrap } from './organisation-people.ts';
import { bodyOf, organisationOf, replyOf } from './people.ts';
import { clock, log } from './quiet.ts';
import { record } from './storing.ts';

const people = Number(process.argv[2] ?? 100_000);
const batch = 200;
const load = loadavg().map((one) => one.toFixed(1));
console.log(
  `Node ${process.version}, SQLite ${process.versions.sqlite}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}`,
);
console.log(`${people.toLocaleString('en')} people; load average before: ${load.join(', ')}`);

const folder = mkdtempSync(join(tmpdir(), 'rolodesk-check-'));
const file = join(folder, 'copy', 'people.db');
const organisation = organisationOf(people);
try {
  fill();
  // Opened again, as after a start: nothing of it is in memory.
  const store = opened();
  await measure(store);
  store.close();
} finally {
  rmSync(folder, { recursive: true });
}

function opened(): DirectoryStore {
  return unwrap(openStore({ file, clock, log })).store;
}

function fill(): void {
  const store = opened();
  for (let first = 0; first < people; first += batch) {
    const indexes = Array.from({ length: Math.min(batch, people - first) }, (_, nth) => first + nth);
    record(
      store,
      indexes.flatMap((at) => replyOf(organisation.ids.idOf(at), bodyOf(organisation, at), clock.now()) ?? []),
    );
  }
  store.close();
}

/** Spread over everybody. */
function somebody(nth: number, of: number) {
  return Math.floor((nth * people) / of) % people;
}

function mixedList(lines: number): string {
  const fieldsOf = (index: number) => replyOf(organisation.ids.idOf(index), bodyOf(organisation, index), 0)?.user;
  return Array.from({ length: lines }, (_, nth) => {
    const id = organisation.ids.idOf(somebody(nth, lines));
    if (nth % 4 === 0) return id;
    const user = fieldsOf(somebody(nth, lines));
    if (nth % 4 === 1) return user?.emails[0]?.address ?? id;
    if (nth % 4 === 2) return `2026-11-30T10:00:00Z login user=${id} ok`;
    return user?.phones[0]?.number ?? user?.name ?? id;
  }).join('\n');
}

async function measure(store: DirectoryStore): Promise<void> {
  heading('300 addresses');
  const addresses = Array.from({ length: 300 }, (_, nth) => `${nth}`).flatMap((_, nth) => {
    const at = somebody(nth, 300);
    return replyOf(organisation.ids.idOf(at), bodyOf(organisation, at), 0)?.user.emails[0]?.address ?? [];
  });
  const { handles } = store.tables;
  const reader = createRowReader(createWhoseIds({ ...store.storeFile, server: null })());
  const { find } = createFindAnswer(store.database, store.tables);
  const index = createListed({ database: store.database, ids: store.tables.ids });
  const texts = addresses.map((address) => reader.read(address));
  const items = texts.flatMap((text) => (text.kind === 'items' ? text.items : []));
  const count = addresses.length;
  const own = taken(() => addresses.map((address) => handles.ownersOf(addressHandle(address), 2)));
  const whole = taken(() => texts.map((text) => find(text, null, null)));
  const searched = taken(() => index(items));
  print({ what: 'looked up', value: own.wall, unit: 'ms', note: `${count} of them` });
  print({
    what: 'answered',
    value: whole.wall,
    unit: 'ms',
    note: `${(searched.wall / whole.wall).toFixed(1)} times as fast as through the search`,
  });
  print({ what: 'through the index of the search', value: searched.wall, unit: 'ms' });

  // 300 ms at 100,000 people, and 3 s at a million.
  measureProblems(store, Math.max(300, (people * 3) / 1000));

  const work = createCheckStore(store.storeFile);
  await checkList(store, work, '5,000 mixed lines', mixedList(5000));
  await checkList(store, work, '100,000 lines', mixedList(mostCheckedLines));
}

/** As the main process has it done, but in one thread. */
async function checkList(store: DirectoryStore, work: CheckStore, what: string, text: string): Promise<void> {
  heading(what);
  const before = process.memoryUsage.rss();
  const begun = performance.now();
  unwrap(await work.beginReading({ text }));
  const id: CheckId = unwrap(store.beginCheck({ kind: 'pasted' }, clock.now()));
  for (let nth = 0; ; nth += 1) {
    const more = unwrap(await work.readMore());
    if (more === null) throw new Error('nothing is read');
    unwrap(store.addCheckPart(id, nth, more.rows));
    if (more.shape === null) continue;
    unwrap(store.setCheckShape(id, more.shape));
    break;
  }
  const read = performance.now();
  unwrap(work.hold(id, 'new'));
  const steps: number[] = [];
  for (let isWhole = false; !isWhole; ) {
    steps.push(
      timed(() => {
        const step = unwrap(work.holdMore(id));
        isWhole = step === null || step.done >= step.total;
      }),
    );
  }
  const counts = unwrap(work.overview(id))?.counts;
  const ended = performance.now();
  print({ what: 'read and stored', value: read - begun, unit: 'ms' });
  print({ what: 'answered', value: ended - read, unit: 'ms', note: `${counts?.rows} rows` });
  print({ what: 'both', value: ended - begun, unit: 'ms' });
  print({ what: 'one part answered: 99 of 100 below', value: quantile(steps, 0.99), unit: 'ms' });
  print({
    what: 'memory beyond before',
    value: (process.memoryUsage.rss() - before) / 1e6,
    unit: 'MB',
    note: 'resident',
  });
  const filter = { show: null, answer: null, text: '' };
  const windows = Array.from({ length: 50 }, (_, nth) =>
    timed(() =>
      unwrap(work.rows({ id, filter, offset: Math.floor(((counts?.rows ?? 0) * nth) / 50), limit: mostCheckRows })),
    ),
  );
  print({ what: `a window of ${mostCheckRows} rows: median`, value: median(windows), unit: 'ms' });
}
