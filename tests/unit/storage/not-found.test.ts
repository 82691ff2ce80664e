/** Who is not found has that as their status wherever people are shown, counted, filtered and sorted, until the server has them again. */
import { DatabaseSync } from 'node:sqlite';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type RecordStatus, Status } from '../../../contract/user.ts';
import { createListBatches } from '../../../electron/api/list-batches.ts';
import { emptyIndex } from '../../../electron/search/index-health.ts';
import { migrate, migrations, versionOf } from '../../../electron/storage/migrations.ts';
import { currentReader, type Reader } from '../../../electron/storage/reader.ts';
import { viewOf } from '../people/tabled.ts';
import { recordOf } from '../sync/organisation-server.ts';
import { freshFile, idOf, noon, storeAt, viewsOf } from './stored.ts';
import type { DirectoryStore } from './whole-store.ts';
import { type ThreadWork, workOf } from './whole-store.ts';

/** Which of the migrations made Not found a status. */
const stepOfStatus = 7;

const flags: { readonly [S in RecordStatus]: object } = {
  active: { isActive: true, isDeleted: false, deletedAt: null },
  inactive: { isActive: false, isDeleted: false, deletedAt: null },
  deleted: { isActive: false, isDeleted: true, deletedAt: noon - 5 },
  unknown: { isActive: null, isDeleted: false, deletedAt: null },
};

let file: string;
let store: DirectoryStore;
let work: ThreadWork;
const open = (reader: Reader = currentReader) => {
  store = storeAt(file, { reader }).store;
  work = workOf(store, reader);
};
beforeEach(() => {
  file = freshFile();
  open();
});
afterEach(() => store.close());

const recordAs = (id: string, status: RecordStatus, more: object = {}) => ({
  ...recordOf(id, []),
  ...flags[status],
  ...more,
});
const bytesOf = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));
const fetched = (id: string, status: RecordStatus, at: number, more: object = {}) => {
  const bytes = bytesOf({ _data: recordAs(id, status, more), _errors: [] });
  const url = 'https://api.example.com/v1/ext/user/x';
  expect(
    work.recordReplies([{ id: idOf(id), url, bytes, contentType: 'application/json', receivedAt: at }], []),
  ).toMatchObject({ ok: true, value: { missed: [] } });
};
const listed = (record: object, at: number) => {
  const bytes = bytesOf(record);
  const batches = createListBatches({ elementBytes: 1e6, now: () => at });
  batches.part(bytes, 0, bytes.length);
  batches.end();
  const batch = batches.rest();
  if (batch === null) throw new Error('nothing was listed');
  expect(work.recordListed({ batch, url: 'https://api.example.com/v1/ext/users', first: 0 }).ok).toBe(true);
};
const missed = (id: string, at: number) =>
  expect(work.recordReplies([], [{ id: idOf(id), failure: { kind: 'not-found', id: idOf(id) }, at }]).ok).toBe(true);
const cardOf = (id: string) => store.cards([idOf(id)]).get(idOf(id));
const found = (text: string, status: Status | null) =>
  store.find({ text, status, limit: 50 }).map(({ card }) => card.id as string);
const window = (status: Status | null) =>
  viewsOf(store).window({
    view: viewOf({ status }, { by: 'id', descending: false }),
    offset: 0,
    limit: 200,
    follow: [],
  });

/** Cards, counts, table and search say what the observation and the marks of the file say. */
function expectConsistent(): void {
  const rows = store.database
    .prepare(`
      SELECT i.id, o.status AS code, n.since FROM people p JOIN ids i ON i.key = p.key
      JOIN observations o ON o.id = p.observation
      LEFT JOIN not_found n ON n.person = p.key AND n.ended_at IS NULL ORDER BY i.id`)
    .all() as { id: string; code: number; since: number | null }[];
  const words = ['active', 'unknown', 'inactive', 'deleted'] as const;
  const people = rows.map(({ id, code, since }) => {
    const ofRecord = words[code];
    return { id, since, status: since === null || ofRecord === 'deleted' ? ofRecord : 'not-found' };
  });
  for (const { id, since, status } of people) {
    expect(cardOf(id)).toMatchObject({ status, notFoundSince: since });
    expect(store.user(idOf(id))?.notFoundSince).toBe(since);
  }
  const { rows: shown, counts } = window(null);
  expect(shown.map(({ id, status: word, notFoundSince: since }) => ({ id, since, status: word }))).toEqual(people);
  expect(store.counts()).toEqual(counts);
  for (const status of Status.options) {
    const some = people.filter((one) => one.status === status).map(({ id }) => id);
    expect(counts?.[status]).toBe(some.length);
    expect(found('person', status).sort()).toEqual(some);
  }
}

const who = fc.nat({ max: 4 }).map((nth) => `p${nth}`);
const status = fc.constantFrom('active', 'inactive', 'deleted', 'unknown');
const steps = fc.array(
  fc.oneof(
    fc.record({ does: fc.constant('fetched' as const), id: who, status }),
    fc.record({ does: fc.constant('listed' as const), id: who, status, isWhole: fc.boolean() }),
    fc.record({ does: fc.constantFrom('missed' as const, 'missed for a page' as const), id: who }),
    fc.record({ does: fc.constantFrom('read anew' as const, 'index rebuilt' as const, 'reopened' as const) }),
  ),
  { maxLength: 16, size: 'max' },
);

it('whatever is written, in whatever order', () => {
  fc.assert(
    fc.property(steps, (some) => {
      store.close();
      file = freshFile();
      open();
      let version = currentReader.version;
      for (const [nth, step] of some.entries()) {
        const at = noon + nth;
        if (step.does === 'fetched') fetched(step.id, step.status, at);
        else if (step.does === 'listed') {
          const { bio, ...rest } = recordAs(step.id, step.status) as { bio: string };
          listed(step.isWhole ? { bio, ...rest } : rest, at);
        } else if (step.does === 'missed') missed(step.id, at);
        else if (step.does === 'missed for a page') store.recordNotFound(idOf(step.id), at);
        else if (step.does === 'index rebuilt') {
          emptyIndex(store.database);
          while (Number((store.rebuildIndex(2) as { value: number }).value) > 0);
        } else {
          store.close();
          if (step.does === 'read anew') version += 1;
          open({ ...currentReader, version });
          while (((store.rereadOutdated(2) as { value: readonly unknown[] }).value ?? []).length > 0);
        }
        if ('id' in step && (step.does === 'fetched' || step.does === 'listed')) {
          expect(store.notFoundSince(idOf(step.id))).toBeNull();
        }
        expectConsistent();
      }
    }),
    { numRuns: 20 },
  );
});

describe('somebody who is not found', () => {
  beforeEach(() => {
    for (const one of ['active', 'inactive', 'unknown', 'deleted'] as const) fetched(one, one, noon);
  });

  it.each(['active', 'inactive', 'unknown'] as const)('is not found since then, who was %s', (id) => {
    missed(id, noon + 1);
    missed(id, noon + 2);
    expect(cardOf(id)).toMatchObject({ status: 'not-found', notFoundSince: noon + 1 });
    expect(store.user(idOf(id))?.user.status).toBe(id);
    expect(window('not-found')).toMatchObject({ total: 1, rows: [{ id, status: 'not-found' }] });
    expect([found('person', 'not-found'), found('person', id)]).toEqual([[id], []]);
  });

  it('stays deleted, with the date, where the record said so', () => {
    missed('deleted', noon + 1);
    expect(cardOf('deleted')).toMatchObject({ status: 'deleted', deletedAt: noon - 5, notFoundSince: noon + 1 });
    expect(window('deleted').total).toBe(1);
    expect(store.counts()).toMatchObject({ deleted: 1, 'not-found': 0 });
  });

  it('is what the record says again with the same reply as before, and with another', () => {
    for (const id of ['active', 'inactive', 'unknown', 'deleted'] as const) {
      missed(id, noon + 1);
      fetched(id, id, noon + 2);
      expect(cardOf(id)).toMatchObject({ status: id, notFoundSince: null });
    }
    missed('active', noon + 3);
    fetched('active', 'inactive', noon + 4);
    expect(cardOf('active')).toMatchObject({ status: 'inactive', notFoundSince: null });
    expectConsistent();
  });

  it('is found again by an entry of a list that says less, or says it otherwise', () => {
    const { bio, ...rest } = recordAs('active', 'active') as { bio: string };
    missed('active', noon + 1);
    listed(rest, noon + 2);
    expect(cardOf('active')).toMatchObject({ status: 'active', notFoundSince: null });
    missed('active', noon + 3);
    listed({ ...rest, displayName: 'Another', isActive: false }, noon + 4);
    // What the entry says is not taken over; that there is one, is.
    expect(cardOf('active')).toMatchObject({ name: 'Person active', status: 'active', notFoundSince: null });
    expectConsistent();
  });

  it('is nobody in the table who was never stored', () => {
    missed('stranger', noon + 1);
    expect(window(null)).toMatchObject({ total: 4, counts: { 'not-found': 0 } });
    expect(store.notFoundSince(idOf('stranger'))).toBe(noon + 1);
    fetched('stranger', 'inactive', noon + 2);
    expect(cardOf('stranger')).toMatchObject({ status: 'inactive', notFoundSince: null });
    expectConsistent();
  });

  it('stands after who is there and before who is deleted', () => {
    missed('active', noon + 1);
    fetched('still', 'active', noon + 1);
    const byStatus = (descending: boolean) =>
      viewsOf(store)
        .window({ view: viewOf({}, { by: 'status', descending }), offset: 0, limit: 99, follow: [] })
        .rows.map(({ id }) => id);
    expect(byStatus(false)).toEqual(['still', 'unknown', 'inactive', 'active', 'deleted']);
    expect(byStatus(true)).toEqual(['deleted', 'active', 'inactive', 'unknown', 'still']);
    expect(found('person', null)).toEqual(['still', 'unknown', 'inactive', 'active', 'deleted']);
  });

  it('is sorted by since when, who is found last', () => {
    missed('inactive', noon + 1);
    missed('active', noon + 9);
    const view = viewOf({}, { by: 'notFound', descending: true });
    const { rows } = viewsOf(store).window({ view, offset: 0, limit: 99, follow: [] });
    expect(rows.map(({ id }) => id).slice(0, 2)).toEqual(['active', 'inactive']);
  });

  it('keeps their words where the stored reply cannot be read any more', () => {
    store.database.exec("UPDATE observations SET text = '?'");
    missed('active', noon + 1);
    expect(found('person active', 'not-found')).toEqual(['active']);
    expect(cardOf('active')).toMatchObject({ name: 'Person active', status: 'not-found' });
  });
});

it('a file of a version that did not know the status has it after opening, index and all', () => {
  for (const one of ['active', 'inactive', 'deleted'] as const) fetched(one, one, noon);
  fetched('back', 'active', noon);
  missed('back', noon + 1);
  fetched('back', 'active', noon + 2);
  store.close();
  // As that version left it: marks beside people who are shown as their record says.
  const older = new DatabaseSync(file);
  const newest = versionOf(older);
  older.exec(`
    ALTER TABLE people DROP COLUMN not_found_since;
    INSERT INTO not_found SELECT key, ${noon + 7}, ${noon + 7}, NULL FROM people WHERE key <> (
      SELECT key FROM ids WHERE id = 'back');
    PRAGMA user_version = ${stepOfStatus};
  `);
  migrate(older, migrations.slice(0, stepOfStatus + 1));
  older.exec(`PRAGMA user_version = ${newest}`);
  older.close();
  open();
  expect(cardOf('active')).toMatchObject({ status: 'not-found', notFoundSince: noon + 7 });
  expect(cardOf('deleted')).toMatchObject({ status: 'deleted', notFoundSince: noon + 7 });
  expect(store.counts()).toEqual({ active: 1, inactive: 0, deleted: 1, 'not-found': 2, unknown: 0 });
  while (((store.rereadOutdated(2) as { value: readonly unknown[] }).value ?? []).length > 0);
  expectConsistent();
  fetched('inactive', 'inactive', noon + 8);
  expectConsistent();
});
