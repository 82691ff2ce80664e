/** Opens a filled database in a fresh process, searches it, and prints what that took as one line of JSON. */
import { openStore } from '../unit/storage/whole-store.ts';
import { quantile } from './figures.ts';
import { organisationOf } from './people.ts';
import { clock, log } from './quiet.ts';

export type Opened = {
  readonly openMs: number;
  readonly findMedianMs: number;
  readonly findP99Ms: number;
  readonly heapMb: number;
  readonly residentMb: number;
};

const [file = '', people = '0'] = process.argv.slice(2);
const searches = 1000;
const organisation = organisationOf(Number(people));
// Beginnings of names from all over the organisation, of one letter up to a whole name and a half.
const texts = Array.from({ length: searches }, (_, nth) => {
  const { firstName, lastName } = organisation.recordOf((nth * 7919) % organisation.people);
  return `${firstName} ${lastName}`.slice(0, 1 + (nth % 12));
});

globalThis.gc?.();
const before = process.memoryUsage();
const openedAt = performance.now();
const opened = openStore({ file, clock, log });
if (!opened.ok) throw new Error(JSON.stringify(opened.failure));
const { store } = opened.value;
store.find({ text: texts[0] ?? '', status: null, limit: 20 });
const openMs = performance.now() - openedAt;
const taken = texts.map((text) => {
  const at = performance.now();
  store.find({ text, status: null, limit: 20 });
  return performance.now() - at;
});
globalThis.gc?.();
const after = process.memoryUsage();
const result: Opened = {
  openMs,
  findMedianMs: quantile(taken, 0.5),
  findP99Ms: quantile(taken, 0.99),
  heapMb: (after.heapUsed + after.external - before.heapUsed - before.external) / 1e6,
  residentMb: (after.rss - before.rss) / 1e6,
};
console.log(JSON.stringify(result));
store.close();
