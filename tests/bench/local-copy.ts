/**
 * Prints what the local copy costs, beside the plain alternative: one JSON file without validation. Everything is
 * made here, the same each time, and measured in this one run; see docs/performance.md. The argument, if any, is
 * the number of people.
 */
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore } from '../unit/storage/whole-store.ts';
import { benchColdStart } from './cold-start.ts';
import { heading, median, print, quantile, timed } from './figures.ts';
import { benchOpening } from './opening.ts';
import { bodyOf, organisationOf, replyOf } from './people.ts';
import { loadPlainly } from './plain.ts';
import { clock, log } from './quiet.ts';
import { benchStoring, record } from './storing.ts';

const people = Number(process.argv[2] ?? 100_000);
const batch = 200;

console.log(
  `Node ${process.version}, SQLite ${process.versions.sqlite}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}`,
);
benchStoring();

const folder = mkdtempSync(join(tmpdir(), 'rolodesk-bench-'));
const database = join(folder, 'copy', 'people.db');
const json = join(folder, 'people.json');
try {
  const organisation = organisationOf(people);
  const opened = openStore({ file: database, clock, log });
  if (!opened.ok) throw new Error(JSON.stringify(opened.failure));
  const { store } = opened.value;

  heading(`Filling both with ${people.toLocaleString('en')} people`);
  const plain: Record<string, unknown> = {};
  const batches: number[] = [];
  for (let first = 0; first < people; first += batch) {
    const indexes = Array.from({ length: Math.min(batch, people - first) }, (_, nth) => first + nth);
    const replies = indexes.flatMap((index) => {
      const text = bodyOf(organisation, index);
      const id = organisation.ids.idOf(index);
      plain[id] = (JSON.parse(text) as { _data: unknown })._data;
      return replyOf(id, text, clock.now()) ?? [];
    });
    batches.push(timed(() => record(store, replies)));
  }
  writeFileSync(json, JSON.stringify(plain));
  const total = batches.reduce((sum, one) => sum + one, 0);
  print({ what: 'store, a person, mean over all of them', value: (total * 1000) / people, unit: 'µs' });
  print({ what: `the main thread stands still for a batch of ${batch}: median`, value: median(batches), unit: 'ms' });
  print({
    what: `the main thread stands still for a batch of ${batch}: worst`,
    value: quantile(batches, 1),
    unit: 'ms',
  });

  benchOpening(store, loadPlainly(json), organisation);
  store.close();
  heading('Size of the files');
  print({
    what: 'the database: replies as they came, users as read, words',
    value: statSync(database).size / 1e6,
    unit: 'MB',
  });
  print({ what: 'plain: the one JSON file', value: statSync(json).size / 1e6, unit: 'MB' });
  await benchColdStart({ database, json, id: organisation.ids.idOf(Math.floor(people / 2)) });
} finally {
  rmSync(folder, { recursive: true });
}
