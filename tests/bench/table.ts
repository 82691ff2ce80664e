/**
 * Prints what the table of people costs out of the database, beside everybody in one array in memory, filtered and
 * sorted as one would without a database. Usage: node scripts/run.mjs tests/bench/table.ts [people]
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { UserId } from '../../contract/ids.ts';
import { usualView } from '../../contract/people-view.ts';
import { type PeopleView, type PeopleWindow, TableColumn } from '../../contract/table.ts';
import type { User } from '../../contract/user.ts';
import { loadVcard } from '../../electron/export/load-vcard.ts';
import { createFindKeys } from '../../electron/people/find-keys.ts';
import { createPeopleViews, type PeopleViews } from '../../electron/people/people-views.ts';
import type { WritingFormat } from '../../electron/people/writing.ts';
import { type DirectoryStore, openStore } from '../unit/storage/whole-store.ts';
import { against, heading, median, print, quantile, timed } from './figures.ts';
import { bodyOf, organisationOf, replyOf } from './people.ts';
import { clock, log } from './quiet.ts';
import { record } from './storing.ts';

await loadVcard();
const people = Number(process.argv[2] ?? 100_000);
const batch = 200;
const rounds = 5;
const load = loadavg().map((one) => one.toFixed(1));
console.log(
  `Node ${process.version}, SQLite ${process.versions.sqlite}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}`,
);
console.log(`${people.toLocaleString('en')} people; load average before: ${load.join(', ')}`);

const folder = mkdtempSync(join(tmpdir(), 'rolodesk-table-'));
const file = join(folder, 'copy', 'people.db');
const plain: User[] = [];
try {
  fill();
  // Opened anew, as after a start: nothing of it is in memory.
  const store = opened();
  measure(store);
  store.close();
} finally {
  rmSync(folder, { recursive: true });
}

function opened(): DirectoryStore {
  const outcome = openStore({ file, clock, log });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.failure));
  return outcome.value.store;
}

function fill(): void {
  const organisation = organisationOf(people);
  const store = opened();
  for (let first = 0; first < people; first += batch) {
    const indexes = Array.from({ length: Math.min(batch, people - first) }, (_, nth) => first + nth);
    const replies = indexes.flatMap(
      (index) => replyOf(organisation.ids.idOf(index), bodyOf(organisation, index), clock.now()) ?? [],
    );
    record(store, replies);
    plain.push(...replies.map(({ user }) => user));
  }
  store.close();
}

function measure(store: DirectoryStore): void {
  const views = createPeopleViews({
    database: store.database,
    userOf: store.storedUser,
    readerVersion: store.storeFile.reader.version,
    findKeys: createFindKeys(store),
    monotonic: () => performance.now(),
    now: clock.now,
    afterOthers: setImmediate,
  });
  const ask = (view: PeopleView, offset = 0): PeopleWindow => views.window({ view, offset, limit: 100, follow: [] });
  const viewOf = (filter: Partial<PeopleView['filter']>, sort = usualView.sort): PeopleView => ({
    filter: { ...usualView.filter, ...filter },
    sort,
  });

  heading('Opening the table');
  print({ what: 'the first 100 by name, after a start', value: timed(() => ask(usualView)), unit: 'ms' });
  print({ what: 'the whole view with its counts, after a start', value: timed(() => ask(usualView)), unit: 'ms' });

  heading('A view computed: everybody in order, with counts by status (median of five)');
  for (const by of TableColumn.options) {
    const ours = median(
      // Turned round each time, so that none is kept from before.
      Array.from({ length: rounds }, (_, round) => timed(() => ask(viewOf({}, { by, descending: round % 2 === 0 })))),
    );
    const theirs = by === 'name' ? median(Array.from({ length: rounds }, () => timed(() => sortPlainly(plain)))) : null;
    const note = theirs === null ? '' : `${against(ours, theirs)}: an array sorted with a collator`;
    print({ what: `by ${by}`, value: ours, unit: 'ms', note });
  }

  heading('Filters (median of five)');
  const [role] = views.labels({ filter: usualView.filter, kind: 'role', text: '' }).labels;
  const filters: readonly (readonly [string, Partial<PeopleView['filter']>])[] = [
    ['another status of the same view', { status: 'deleted' }],
    ['one role', { role: role?.id ?? null }],
    ['a text', { text: 'luc' }],
  ];
  for (const [what, filter] of filters) {
    const times = Array.from({ length: rounds }, () => {
      ask(usualView);
      return timed(() => ask(viewOf(filter)));
    });
    print({ what, value: median(times), unit: 'ms' });
  }
  const top = organisationOf(people).ids.idOf(0) as UserId;
  for (const [what, of] of [
    ['everybody below the top', top],
    ['everybody below somebody in the middle', organisationOf(people).ids.idOf(20) as UserId],
  ] as const) {
    const times = Array.from({ length: rounds }, () => {
      ask(usualView);
      // Another person in between, so that none is kept from before.
      ask(viewOf({ below: { id: organisationOf(people).ids.idOf(5) as UserId, which: 'all' } }));
      return timed(() => ask(viewOf({ below: { id: of, which: 'all' } })));
    });
    print({ what, value: median(times), unit: 'ms' });
  }
  const headcount = timed(() => views.headcount({ filter: usualView.filter, by: 'countryCode' }));
  print({ what: 'the headcount by country code', value: headcount, unit: 'ms' });
  const listed = timed(() => views.labels({ filter: usualView.filter, kind: 'role', text: '' }));
  print({ what: 'the roles there are, with counts', value: listed, unit: 'ms' });

  heading('A window of 100 rows, anywhere in the view');
  ask(usualView);
  const windows = Array.from({ length: 200 }, (_, nth) =>
    timed(() => ask(usualView, Math.floor((people * nth) / 200))),
  );
  print({ what: 'median', value: median(windows), unit: 'ms' });
  print({ what: '99 of 100 below', value: quantile(windows, 0.99), unit: 'ms' });

  heading('Selecting everybody, and writing them out');
  const { snapshot, total } = ask(usualView);
  const everybody = [{ from: 0, to: total, selected: true }];
  print({
    what: 'select all',
    value: timed(() => views.select({ snapshot, anew: true, changes: everybody, range: null })),
    unit: 'ms',
  });
  const formats: readonly WritingFormat[] = [
    { as: 'csv', withLocalTime: false },
    { as: 'vcard' },
    { as: 'text', columns: ['name', 'email'] },
  ];
  for (const format of formats) write(views, snapshot, format);
}

function write(views: PeopleViews, snapshot: number, format: WritingFormat): void {
  const begun = views.beginWriting({ snapshot, which: 'selected', format });
  if (begun === null) throw new Error('the snapshot is gone');
  let letters = 0;
  const parts: number[] = [];
  for (let from = 0; from < begun.total; ) {
    parts.push(
      timed(() => {
        const part = views.writePart({ writing: begun.writing, from });
        letters += part.text.length;
        from = part.done;
      }),
    );
  }
  views.endWriting({ writing: begun.writing });
  const all = parts.reduce((sum, part) => sum + part, 0);
  print({ what: `as ${format.as}`, value: all, unit: 'ms', note: `${(letters / 1e6).toFixed(1)} million characters` });
  print({ what: `as ${format.as}: the longest part, of 500 people`, value: quantile(parts, 1), unit: 'ms' });
}

/** What everybody does who has them all in memory. */
function sortPlainly(users: readonly User[]): void {
  const counts: Record<string, number> = {};
  for (const { status } of users) counts[status] = (counts[status] ?? 0) + 1;
  const { compare } = new Intl.Collator('en', { sensitivity: 'base' });
  users.toSorted((a, b) => compare(a.name, b.name) || (a.id < b.id ? -1 : 1));
}
