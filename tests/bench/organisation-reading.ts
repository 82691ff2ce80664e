/**
 * Prints what it costs to read the organisation out of the database, beside other ways to ask for it and beside one object for
 * each person, and to lay out its map with it. Usage: node scripts/run.mjs tests/bench/organisation-reading.ts PEOPLE FILE
 */
import { createKeptMap } from '../../electron/organisation/kept-map.ts';
import { createOrganisationStore, type OrganisationKept } from '../../electron/organisation/organisation-store.ts';
import { createReadForest } from '../../electron/organisation/read-forest.ts';
import { createReadForestAsOf } from '../../electron/organisation/read-forest-as-of.ts';
import { createClaimsWatched } from '../../electron/storage/claims-upward.ts';
import type { DirectoryStore } from '../unit/storage/whole-store.ts';
import { against, format, heading, print, taken } from './figures.ts';
import { halfway, openCopy, startedWith, unwrap } from './organisation-people.ts';
import { readPlainly, statementChoices } from './organisation-plain.ts';
import { clock } from './quiet.ts';

const { file, size } = startedWith();
measureSnapshots();
// Opened once more, as after a start: nothing of it is in memory.
const store = openCopy(file);
measureReading(store);
store.close();

/** What the thread does for the first look at the map: everybody read, laid out and written out. */
function measureSnapshots(): void {
  heading(`${size}: a snapshot with its map (median of five)`);
  const whole = {
    region: { x: -1e8, y: -1e8, w: 1e9, h: 1e9 },
    scale: 0.01,
    colour: 'division',
    latest: true,
  } as const;
  const opened = openCopy(file);
  const keptMap = createKeptMap(file);
  const begin = (kept: OrganisationKept | null = null) => {
    const work = createOrganisationStore({ ...opened.storeFile, clock }, { kept, keptMap });
    unwrap(work.look({ id: null, isOpening: true, asOf: null }));
    unwrap(work.map({ ...whole, find: null }));
    keptMap.write();
    return work;
  };
  const cold = taken(() => begin(), 1);
  print({ what: 'after a start', value: cold.wall, unit: 'ms', note: `${format(cold.processor)} ms of processor` });
  const kept = unwrap(begin().kept());
  const warm = taken(() => begin(kept));
  print({ what: 'once more', value: warm.wall, unit: 'ms', note: `${format(warm.processor)} ms of processor` });
  opened.close();
}

function measureReading({ database, tables }: DirectoryStore): void {
  heading(`${size}: read, in order, with its counts (median of five)`);
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
  const { people: members, cutAt } = read();
  print({ what: 'members', value: members, unit: '', note: `${cutAt.length} circles` });
}
