/** The organisation of a past moment is the one that a directory would have been that was told only what came until then. */
import { DatabaseSync } from 'node:sqlite';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { marks, statusInMarks } from '../../../contract/organisation-marks.ts';
import type { Forest } from '../../../electron/organisation/forest.ts';
import { createReadForest } from '../../../electron/organisation/read-forest.ts';
import { createReadForestAsOf } from '../../../electron/organisation/read-forest-as-of.ts';
import { defineFolded } from '../../../electron/search/define-folded.ts';
import { statusToNumber } from '../../../electron/sqlite/status-order.ts';
import { createClaimsWatched } from '../../../electron/storage/claims-upward.ts';
import { migrate, migrations } from '../../../electron/storage/migrations.ts';
import { type Answer, answers } from '../reporting/random-answers.ts';
import { freshFile, idOf, record, storeAt, userOf } from '../storage/stored.ts';
import type { DirectoryStore } from '../storage/whole-store.ts';

/** `isEachOther`: no two replies are the same, so that it is known when each was seen. */
function tell(store: DirectoryStore, one: Answer, isEachOther: boolean): void {
  if ('missed' in one) {
    store.recordNotFound(idOf(one.missed), one.at);
    return;
  }
  const bio = isEachOther ? `Told at ${one.at}` : null;
  record(store, [userOf(one.manager, { reports: one.reports.map(idOf), status: one.status, bio })], one.at);
}

const forestNow = ({ database, tables }: DirectoryStore): Forest =>
  createReadForest({ database, claims: tables.claims, upward: createClaimsWatched(database, tables.claims) })(null)
    .forest;
const forestAt = (store: DirectoryStore, at: number): Forest => createReadForestAsOf(store.database)(at, null).forest;

/** By id, without the keys, which are a directory's own. */
function everybodyIn({ tables }: DirectoryStore, { people, keys, parent, marks: of, level, throughOthers }: Forest) {
  const idAt = (place: number) => (place === 0 ? null : tables.ids.idOf(keys[place] ?? 0));
  return Array.from({ length: people }, (_, nth) => nth + 1).map((place) => ({
    id: idAt(place),
    manager: idAt(parent[place] ?? 0),
    marks: of[place],
    level: level[place],
    throughOthers: throughOthers[place],
  }));
}

/** Tells a directory one answer after the other, and gives what it was after each, and what it is as of then once all are told. */
function throughTime<T>(
  some: readonly Answer[],
  isEachOther: boolean,
  seenIn: (store: DirectoryStore, of: Forest) => T,
) {
  const { store } = storeAt(freshFile());
  const were = some.map((one) => {
    tell(store, one, isEachOther);
    return seenIn(store, forestNow(store));
  });
  const asOf = some.map(({ at }) => seenIn(store, forestAt(store, at)));
  store.close();
  return { were, asOf };
}

describe('any directory', () => {
  it('is as of each moment what it was then', () => {
    fc.assert(
      fc.property(answers, (some) => {
        const { were, asOf } = throughTime(some, true, everybodyIn);
        expect(asOf).toEqual(were);
      }),
      { numRuns: 40 },
    );
  });

  it('that is told the same again and again is now what it is, and had everybody who was known, as they were, and who listed them', () => {
    // Which of several managers was seen last is not known where their replies are the same before and after.
    const known = (store: DirectoryStore, forest: Forest) =>
      new Map(
        everybodyIn(store, forest).map(({ id, marks: of = 0 }) => [
          id,
          [statusInMarks(of), of & (marks.notFetched | marks.notFound | marks.listsThemselves | marks.severalManagers)],
        ]),
      );
    fc.assert(
      fc.property(answers, (some) => {
        const { were, asOf } = throughTime(some, false, (store, forest) => ({
          known: known(store, forest),
          all: everybodyIn(store, forest),
        }));
        expect(asOf.map((one) => one.known)).toEqual(were.map((one) => one.known));
        expect(asOf.at(-1)?.all).toEqual(were.at(-1)?.all);
      }),
      { numRuns: 40 },
    );
  });
});

describe('the organisation of then', () => {
  let store: DirectoryStore;
  beforeEach(() => {
    ({ store } = storeAt(freshFile()));
  });
  afterEach(() => store.close());

  const day = 86_400_000;
  const asOf = (days: number) =>
    everybodyIn(store, forestAt(store, days * day)).map(({ id, manager, marks: of = 0 }) => [
      id,
      manager,
      statusInMarks(of) ?? 'not fetched',
    ]);
  const says = (days: number, id: string, reports: string[], more: Parameters<typeof userOf>[1] = {}) =>
    record(store, [userOf(id, { reports: reports.map(idOf), ...more })], days * day);

  it('has who is deleted by now, with their people', () => {
    says(1, 'ann', ['bo']);
    says(1, 'bo', []);
    says(3, 'ann', [], { status: 'deleted' });
    expect(asOf(2)).toEqual([
      ['ann', null, 'active'],
      ['bo', 'ann', 'active'],
    ]);
    expect(asOf(3)).toEqual([
      ['ann', null, 'deleted'],
      ['bo', null, 'active'],
    ]);
  });

  it('has the manager of then, who has another by now', () => {
    says(1, 'ann', ['cy']);
    says(1, 'bo', []);
    says(2, 'ann', []);
    says(2, 'bo', ['cy']);
    expect(asOf(1).find(([id]) => id === 'cy')).toEqual(['cy', 'ann', 'not fetched']);
    expect(asOf(2).find(([id]) => id === 'cy')).toEqual(['cy', 'bo', 'not fetched']);
  });

  it('has a claim that ended and came back only while it was made', () => {
    const claims = [['bo'], [], ['bo']];
    for (const [nth, reports] of claims.entries()) says(nth + 1, 'ann', reports);
    expect([1, 2, 3].map((days) => asOf(days).length)).toEqual([2, 1, 2]);
  });

  it('has nobody who was seen first later', () => {
    says(1, 'ann', ['bo']);
    says(2, 'bo', ['cy']);
    says(3, 'cy', []);
    expect([0, 1, 2, 3].map((days) => asOf(days).length)).toEqual([0, 2, 3, 3]);
    expect(asOf(1)[1]).toEqual(['bo', 'ann', 'not fetched']);
    expect(asOf(2)[2]).toEqual(['cy', 'bo', 'not fetched']);
  });

  it('has somebody as not found while the server did not have them', () => {
    says(1, 'ann', []);
    store.recordNotFound(idOf('ann'), 2 * day);
    says(3, 'ann', [], { bio: 'Back' });
    expect([1, 2, 3].map((days) => asOf(days)[0]?.[2])).toEqual(['active', 'not-found', 'active']);
  });

  it('takes the last of several replies that came in one moment', () => {
    says(1, 'ann', ['bo'], { status: 'deleted' });
    says(1, 'ann', ['cy'], { status: 'active' });
    expect(asOf(1)).toEqual([
      ['ann', null, 'active'],
      ['cy', 'ann', 'not fetched'],
    ]);
  });
});

it('is read out of a file that the version before left', () => {
  const database = new DatabaseSync(':memory:');
  defineFolded(database);
  migrate(database, migrations.slice(0, 12));
  database.exec(`
    INSERT INTO ids (key, id) VALUES (1, 'ann'), (2, 'bo');
    INSERT INTO people (key, status, sort_name, name, report_count, fetched_at, observation, reader_version, is_whole, search_hash)
      VALUES (1, 3, 'ann', 'Ann', 0, 9, 2, 1, 1, 0);
    INSERT INTO observations (id, person, sha256, first_seen_at, last_seen_at, status, url, text)
      VALUES (1, 1, '', 1, 4, 0, '', ''), (2, 1, '', 5, 9, 3, '', '');
    INSERT INTO claims (manager, report, first_seen_at, last_seen_at, ended_at) VALUES (1, 2, 1, 4, 5);
  `);
  migrate(database);
  const read = createReadForestAsOf(database);
  const [then, now] = [4, 5].map((at) => read(at, null).forest);
  expect([then?.people, then?.marks[1], then?.parent[2]]).toEqual([2, statusToNumber('active'), 1]);
  expect([now?.people, now?.marks[1]]).toEqual([1, statusToNumber('deleted')]);
  database.close();
});
