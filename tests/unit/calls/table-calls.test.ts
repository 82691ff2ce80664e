/** Copying and exporting through the calls the page makes: what is written, and that nothing is where it was stopped. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { failed, succeeded } from '../../../contract/failures.ts';
import { usualView } from '../../../contract/people-view.ts';
import { createExports } from '../../../electron/calls/exports.ts';
import { createTableCalls } from '../../../electron/calls/people-table.ts';
import { systemClock } from '../../../electron/clock.ts';
import { createUnfinished } from '../../../electron/export/unfinished.ts';
import type { PeopleViews, PeopleViewsElsewhere } from '../../../electron/people/people-views.ts';
import { freshFile, idOf, noon, record, storeAt, userOf, viewsOf } from '../storage/stored.ts';
import type { DirectoryStore } from '../storage/whole-store.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { noPaper } from './no-paper.ts';

const count = 1200;
let store: DirectoryStore;
let folder: string;
let path: string | null;
let copied: string | null;
let told: { readonly name: string; readonly data: unknown }[];
let calls: ReturnType<typeof createTableCalls>;

/** As the directory's thread answers. */
const elsewhere = (views: PeopleViews): PeopleViewsElsewhere => ({
  window: async (asked) => succeeded(views.window(asked)),
  labels: async (asked) => succeeded(views.labels(asked)),
  headcount: async (asked) => succeeded(views.headcount(asked)),
  countBelow: async (asked) => succeeded(views.countBelow(asked)),
  select: async (asked) => succeeded(views.select(asked)),
  typed: async (asked) => succeeded(views.typed(asked)),
  beginWriting: async (asked) => succeeded(views.beginWriting(asked)),
  writePart: async (asked) => (isClosed ? failed({ kind: 'cancelled' }) : succeeded(views.writePart(asked))),
  endWriting: async (asked) => succeeded(views.endWriting(asked)),
});

let refusing: Promise<void> | null = null;
let isClosed = false;

beforeEach(() => {
  refusing = null;
  isClosed = false;
  store = storeAt(freshFile()).store;
  folder = temporaryFolder();
  path = join(folder, 'people.csv');
  copied = null;
  told = [];
  let now = 0;
  const views = elsewhere(viewsOf(store));
  const exports = createExports({
    choosePath: async () => path,
    unfinished: createUnfinished(join(temporaryFolder(), 'unfinished')),
    announce: (name, data) => told.push({ name, data }),
    paper: noPaper,
    // Each look at the clock takes a while, so that every part is one to tell of.
    clock: {
      ...systemClock,
      monotonic: () => {
        now += 250;
        return now;
      },
    },
  });
  calls = createTableCalls({
    views: () => views,
    copy: async (text) => {
      await refusing;
      copied = text;
    },
    exports,
  });
  record(
    store,
    Array.from({ length: count }, (_, index) =>
      userOf(`u${index}`, { name: `Person ${String(index).padStart(4, '0')}` }),
    ),
  );
});
afterEach(() => store.close());

const open = async () => {
  const asked = { view: usualView, offset: 0, limit: 100, follow: [] };
  await calls['people.list'](asked);
  const answer = await calls['people.list'](asked);
  if (!answer.ok) throw new Error('no list');
  return answer.value.snapshot;
};
const left = () => readdirSync(folder);
const rows = () =>
  parse(readFileSync(join(folder, 'people.csv'), 'utf8'), { bom: true, columns: true }) as { Name: string }[];

describe('an export', () => {
  it('holds everybody of the snapshot, in its order, and tells how far it is', async () => {
    const snapshot = await open();
    // Who comes after it was asked for is not in it.
    const exported = calls['people.export']({ snapshot, which: 'all', format: 'csv', withLocalTime: false });
    record(store, [userOf('late', { name: 'Aaron' })]);
    expect(await exported).toEqual({ ok: true, value: { saved: count } });
    expect(rows().map(({ Name }) => Name)).toEqual(
      Array.from({ length: count }, (_, index) => `Person ${String(index).padStart(4, '0')}`),
    );
    expect(left()).toEqual(['people.csv']);
    expect(told.slice(-2)).toEqual([
      { name: 'export.progress', data: { done: count, total: count, stage: 'writing' } },
      { name: 'export.ended', data: { saved: count, of: 'people', onlyListed: 0, failure: null } },
    ]);
  });

  it('holds the selected alone, in the order shown', async () => {
    const snapshot = await open();
    await calls['people.select']({
      snapshot,
      anew: true,
      changes: [
        { from: 1190, to: 1192, selected: true },
        { from: 3, to: 4, selected: true },
      ],
      range: null,
    });
    expect(
      await calls['people.export']({ snapshot, which: 'selected', format: 'csv', withLocalTime: false }),
    ).toMatchObject({
      value: { saved: 3 },
    });
    expect(rows().map(({ Name }) => Name)).toEqual(['Person 0003', 'Person 1190', 'Person 1191']);
  });

  it('that is stopped leaves nothing, and what was there before as it was', async () => {
    const snapshot = await open();
    writeFileSync(join(folder, 'people.csv'), 'before');
    const exported = calls['people.export']({ snapshot, which: 'all', format: 'csv', withLocalTime: false });
    while (told.length === 0) await new Promise((later) => setImmediate(later));
    await calls['people.stopExport'](null);
    expect(await exported).toEqual({ ok: true, value: { saved: null } });
    expect(told.at(-1)).toEqual({
      name: 'export.ended',
      data: { saved: null, of: 'people', onlyListed: 0, failure: null },
    });
    expect(left()).toEqual(['people.csv']);
    expect(readFileSync(join(folder, 'people.csv'), 'utf8')).toBe('before');
  });

  it('for which no place was chosen writes nothing', async () => {
    const snapshot = await open();
    path = null;
    expect(await calls['people.export']({ snapshot, which: 'all', format: 'csv', withLocalTime: false })).toEqual({
      ok: true,
      value: { saved: null },
    });
    expect(left()).toEqual([]);
  });

  it('that cannot be written says why, and leaves nothing', async () => {
    const snapshot = await open();
    path = join(folder, 'not there', 'people.csv');
    expect(await calls['people.export']({ snapshot, which: 'all', format: 'csv', withLocalTime: false })).toEqual({
      ok: false,
      failure: { kind: 'not-saved', trouble: 'no-folder' },
    });
    expect(left()).toEqual([]);
  });

  it('of nobody is a file with headings alone', async () => {
    const snapshot = await open();
    expect(
      await calls['people.export']({ snapshot, which: 'selected', format: 'csv', withLocalTime: false }),
    ).toMatchObject({
      value: { saved: 0 },
    });
    expect(rows()).toEqual([]);
  });

  it('has the local time of each where that is asked for, all of one moment, behind the time zone', async () => {
    record(store, [
      userOf('u0', { name: 'Person 0000', timezone: '+0530' }),
      userOf('u1', { name: 'Person 0001', timezone: '+0530', status: 'deleted' }),
      userOf('u2', { name: 'Person 0002', timezone: 'Atlantis' }),
    ]);
    const snapshot = await open();
    await calls['people.export']({ snapshot, which: 'all', format: 'csv', withLocalTime: true });
    const zones = rows().slice(0, 3) as unknown as Record<string, string>[];
    expect(zones.map((row) => [row['Time zone'], row['Local time']])).toEqual([
      ["'+0530", '2026-03-01T17:30:00+05:30'],
      ["'+0530", ''],
      ['Atlantis', ''],
    ]);
    expect(Object.keys(zones[0] ?? {}).indexOf('Local time')).toBe(
      Object.keys(zones[0] ?? {}).indexOf('Time zone') + 1,
    );
    await calls['people.export']({ snapshot, which: 'all', format: 'csv', withLocalTime: false });
    expect(Object.keys(rows()[0] ?? {})).not.toContain('Local time');
  });
});

describe('a copy', () => {
  it('has the time zone as the record writes it, and the local time with the moment that it was taken', async () => {
    record(store, [userOf('u2', { name: 'Person 0002', timezone: '+0530' })]);
    const snapshot = await open();
    await calls['people.copy']({ snapshot, which: { place: 2 }, columns: ['name', 'timeZone', 'localTime'] });
    expect(copied).toBe("Name\tTime zone\tLocal time\nPerson 0002\t'+0530\t2026-03-01T17:30:00+05:30\n");
  });

  it('has headings and the chosen columns, with tabs between', async () => {
    const snapshot = await open();
    const which = { place: 2 };
    expect(await calls['people.copy']({ snapshot, which, columns: ['name', 'status', 'id'] })).toMatchObject({
      value: { copied: 1 },
    });
    expect(copied).toBe('Name\tStatus\tId\nPerson 0002\tactive\tu2\n');
  });

  it('says with the status since when', async () => {
    store.recordNotFound(idOf('u3'), noon);
    const snapshot = await open();
    const columns = ['name', 'status', 'notFound'] as const;
    await calls['people.copy']({ snapshot, which: { place: 3 }, columns: [...columns] });
    const since = new Date(noon).toISOString();
    expect(copied).toMatch(/^Name\tStatus\tNot found since\n/);
    expect(copied).toContain(`\tnot found since ${since}\t${since}\n`);
  });

  it('of all has all', async () => {
    const snapshot = await open();
    await calls['people.copy']({ snapshot, which: 'all', columns: ['name'] });
    expect(copied?.split('\n')).toHaveLength(count + 2);
    // It has no progress to show, and nothing to stop.
    expect(told).toEqual([]);
  });

  it('of nobody leaves the clipboard as it is', async () => {
    const snapshot = await open();
    await calls['people.copy']({ snapshot, which: 'selected', columns: ['name'] });
    expect(copied).toBeNull();
  });

  it('is not said to be done where the clipboard refuses', async () => {
    refusing = Promise.reject(new Error('the clipboard is held by another program'));
    refusing.catch(() => undefined);
    const asked = { snapshot: await open(), which: 'all', columns: ['name'] } as const;
    await expect(Promise.resolve(calls['people.copy'](asked as never))).rejects.toThrow('held');
    expect(copied).toBeNull();
  });

  it('of a snapshot that never was is refused', async () => {
    expect(await calls['people.copy']({ snapshot: 77, which: 'all', columns: ['name'] })).toEqual({
      ok: false,
      failure: { kind: 'cancelled' },
    });
  });
});

it('an export and a copy whose directory is closed say so, and leave nothing', async () => {
  const snapshot = await open();
  isClosed = true;
  for (const answer of [
    await calls['people.export']({ snapshot, which: 'all', format: 'csv', withLocalTime: false }),
    await calls['people.copy']({ snapshot, which: 'all', columns: ['name'] }),
  ]) {
    expect(answer).toEqual({ ok: false, failure: { kind: 'closed' } });
  }
  expect([left(), copied]).toEqual([[], null]);
});
