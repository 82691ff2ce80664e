/**
 * Fills a local copy with people of the demo organisation, for what is measured of it. Half of them were told a day before the
 * others. Usage: node scripts/run.mjs tests/bench/organisation-people.ts PEOPLE FILE
 */
import { dayMs } from '../../contract/day.ts';
import type { Outcome } from '../../contract/failures.ts';
import { type DirectoryStore, openStore } from '../unit/storage/whole-store.ts';
import { bodyOf, organisationOf, replyOf } from './people.ts';
import { clock, log } from './quiet.ts';
import { record } from './storing.ts';

const batch = 500;
/** Half of the people were told by then. */
export const halfway = clock.now() - dayMs;

export function openCopy(file: string): DirectoryStore {
  return unwrap(openStore({ file, clock, log })).store;
}

/** `stored`: the first so many of the people. */
export function fillCopy(file: string, people: number, stored = people): void {
  const organisation = organisationOf(people);
  const store = openCopy(file);
  for (let first = 0; first < stored; first += batch) {
    const indexes = Array.from({ length: Math.min(batch, stored - first) }, (_, nth) => first + nth);
    const at = 2 * first < people ? halfway : clock.now();
    record(
      store,
      indexes.flatMap((index) => replyOf(organisation.ids.idOf(index), bodyOf(organisation, index), at) ?? []),
    );
  }
  store.close();
}

/** What a part of the benchmark is started with. */
export function startedWith(): { readonly people: number; readonly file: string; readonly size: string } {
  const [people = '', file = ''] = process.argv.slice(2);
  return { people: Number(people), file, size: `${Number(people).toLocaleString('en')} people` };
}

export function unwrap<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.failure));
  return outcome.value;
}

if (import.meta.main) {
  const { people, file } = startedWith();
  fillCopy(file, people);
}
