/**
 * What becomes of the local copy as the organisation grows ten times and ten times again: size, opening, searching, memory.
 * None of them should grow faster than the people do. The arguments, if any, are the numbers of people.
 */
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { openStore } from '../unit/storage/whole-store.ts';
import { heading, print } from './figures.ts';
import { bodyOf, organisationOf, replyOf } from './people.ts';
import { clock, log } from './quiet.ts';
import type { Opened } from './scale-once.ts';
import { record } from './storing.ts';

const run = promisify(execFile);
const sizes = process.argv.slice(2).map(Number);
let smaller: Measured | null = null;
for (const people of sizes.length > 0 ? sizes : [10_000, 100_000, 1_000_000]) {
  smaller = await measure(people, smaller);
}

type Measured = { readonly people: number; readonly fileMb: number; readonly opened: Opened };

async function measure(people: number, before: Measured | null): Promise<Measured> {
  const folder = mkdtempSync(join(tmpdir(), 'rolodesk-bench-'));
  const file = join(folder, 'copy', 'people.db');
  try {
    const writtenMs = fill(file, people);
    const fileMb = statSync(file).size / 1e6;
    const { stdout } = await run(process.execPath, [
      '--disable-warning=ExperimentalWarning',
      '--expose-gc',
      join(import.meta.dirname, 'scale-once.ts'),
      file,
      `${people}`,
    ]);
    const opened = JSON.parse(stdout) as Opened;
    heading(`${people.toLocaleString('en')} people`);
    const grown = (value: number, was: number | undefined) =>
      before === null || was === undefined
        ? ''
        : `${(value / was).toFixed(1)} times, of ${(people / before.people).toFixed(0)} times the people`;
    print({ what: 'read and store, a person', value: (writtenMs * 1000) / people, unit: 'µs' });
    print({ what: 'the database', value: fileMb, unit: 'MB', note: grown(fileMb, before?.fileMb) });
    print({ what: 'to open it', value: opened.openMs, unit: 'ms', note: grown(opened.openMs, before?.opened.openMs) });
    const { findMedianMs, findP99Ms, heapMb, residentMb } = opened;
    print({
      what: 'search: median',
      value: findMedianMs,
      unit: 'ms',
      note: grown(findMedianMs, before?.opened.findMedianMs),
    });
    print({
      what: 'search: 99 of 100 below',
      value: findP99Ms,
      unit: 'ms',
      note: grown(findP99Ms, before?.opened.findP99Ms),
    });
    print({
      what: 'heap after searching, beyond before opening',
      value: heapMb,
      unit: 'MB',
      note: grown(heapMb, before?.opened.heapMb),
    });
    print({
      what: 'resident memory, beyond before opening',
      value: residentMb,
      unit: 'MB',
      note: grown(residentMb, before?.opened.residentMb),
    });
    return { people, fileMb, opened };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Milliseconds that reading and storing took, without making the people. */
function fill(file: string, people: number): number {
  const organisation = organisationOf(people);
  const opened = openStore({ file, clock, log });
  if (!opened.ok) throw new Error(JSON.stringify(opened.failure));
  const { store } = opened.value;
  const batch = 1000;
  let ms = 0;
  for (let first = 0; first < people; first += batch) {
    const texts = Array.from({ length: Math.min(batch, people - first) }, (_, nth) => ({
      id: organisation.ids.idOf(first + nth),
      text: bodyOf(organisation, first + nth),
    }));
    const before = performance.now();
    record(
      store,
      texts.flatMap(({ id, text }) => replyOf(id, text, clock.now()) ?? []),
      batch,
    );
    ms += performance.now() - before;
  }
  store.close();
  return ms;
}
