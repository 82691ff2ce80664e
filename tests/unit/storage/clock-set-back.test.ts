/** Whatever the clock does between two replies, nothing that is remembered ends before it begins. */
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { migrate, migrations } from '../../../electron/storage/migrations.ts';
import { momentOf } from '../../../electron/storage/moment.ts';
import { claimsIn, hour, hours, realStoreAt, repliesIn, tell, wholeRecord } from './replied.ts';
import { freshFile, idOf, noon } from './stored.ts';
import type { DirectoryStore } from './whole-store.ts';

let store: DirectoryStore;
beforeEach(() => {
  store = realStoreAt(freshFile());
});
afterEach(() => store.close());

const boss = (reportees: readonly string[], more = {}) => wholeRecord('boss', { reportees, ...more });
const fetchedAt = () => ((store.user(idOf('boss'))?.fetchedAt ?? 0) - noon) / hour;
const intervals = () => repliesIn(store, 'boss').map(({ began, seen }) => [began, seen]);

describe('a clock that was set back', () => {
  it('leaves the past as it was, where no server says what time it is', () => {
    tell(store, boss(['ann', 'bob']));
    tell(store, boss(['ann', 'bob']), { at: hours(2) });
    tell(store, boss(['bob', 'eve']), { at: hours(-100) });
    tell(store, boss(['bob', 'eve'], { bio: 'new' }), { at: hours(-99) });
    expect(intervals()).toEqual([
      [0, 2],
      [2, 2],
      [2, 2],
    ]);
    expect(claimsIn(store)).toEqual([
      ['boss > ann', 0, 2, 2],
      ['boss > bob', 0, null, null],
      ['boss > eve', 2, null, null],
    ]);
    // Of the future nothing is fresh: the record is as old as the clock says.
    expect(fetchedAt()).toBe(-99);
  });

  it('by a few minutes is no matter: the reply came when the last one did', () => {
    tell(store, boss(['ann']), { at: hours(2) });
    tell(store, boss(['ann'], { bio: 'new' }), { at: hours(2) - 5 * 60_000 });
    expect(intervals()).toEqual([
      [2, 2],
      [2, 2],
    ]);
    expect(fetchedAt()).toBe(2);
  });

  it('since it had been ahead, as the server confirms: what was stored then moves back, in its order', () => {
    tell(store, boss(['ann']));
    const year = 365 * 24;
    tell(store, boss(['bob']), { at: hours(year) });
    tell(store, boss(['bob', 'eve']), { at: hours(year + 3) });
    store.recordNotFound(idOf('boss'), hours(year + 4));
    tell(store, boss(['eve']), { at: hours(10), isServerTime: true });
    // The newest of what was ahead is as new as can be, and the others are as much older as they were.
    expect(intervals()).toEqual([
      [0, 0],
      [6, 6],
      [9, 9],
      [10, 10],
    ]);
    expect(claimsIn(store)).toEqual([
      ['boss > ann', 0, 0, 6],
      ['boss > bob', 6, 9, 10],
      ['boss > eve', 9, null, null],
    ]);
    expect(fetchedAt()).toBe(10);
    expect(store.database.prepare('SELECT since, last_at, ended_at FROM not_found').all()).toEqual([
      { since: hours(10), last_at: hours(10), ended_at: hours(10) },
    ]);
  });

  it('lets nobody be missing from before they were there', () => {
    tell(store, boss([]), { at: hours(5) });
    store.recordNotFound(idOf('boss'), hours(1));
    expect(store.notFoundSince(idOf('boss'))).toBe(hours(5));
    tell(store, boss([]), { at: hours(2) });
    expect(store.notFoundSince(idOf('boss'))).toBeNull();
    const wrong = store.database.prepare('SELECT * FROM not_found WHERE ended_at < since OR last_at < since');
    expect(wrong.all()).toEqual([]);
  });
});

describe('when a reply came', () => {
  const stored = { fetched_at: hours(2), last_seen_at: hours(1), not_found_since: null };
  it.each([
    ['after what is stored', hours(3), false, { at: hours(3), fetchedAt: hours(3), aheadMs: 0 }],
    ['a little before', hours(2) - 1, false, { at: hours(2), fetchedAt: hours(2), aheadMs: 0 }],
    ['long before', hours(-9), false, { at: hours(1), fetchedAt: hours(-9), aheadMs: 0 }],
    ['long before, says the server', hours(-9), true, { at: hours(-9), fetchedAt: hours(-9), aheadMs: 11 * hour }],
  ])('%s', (_, receivedAt, isServerTime, moment) => {
    expect(momentOf({ receivedAt, isServerTime }, stored)).toEqual(moment);
  });
});

it('a file of before is mended: nothing in it ends before it begins', () => {
  const file = new DatabaseSync(':memory:');
  const steps = migrations.findIndex((step) => step.includes('ADD COLUMN carried'));
  migrate(file, migrations.slice(0, steps));
  file.exec(`
    INSERT INTO observations (id, person, sha256, first_seen_at, last_seen_at, status, url, text) VALUES
      (1, 1, 'a', 100, 200, 0, '', '{}'), (2, 2, 'b', 5, 5, 0, '', '{}'), (3, 1, 'c', 50, 60, 0, '', '{}'),
      (4, 1, 'd', 70, 300, 0, '', '{}'), (5, 3, 'e', 9, 8, 0, '', '{}'), (6, 1, 'f', 400, 500, 0, '', '{}');
    INSERT INTO people (key, status, sort_name, name, report_count, fetched_at, observation, reader_version, is_whole,
      search_hash) VALUES (1, 0, '', '', 0, 80, 6, 1, 1, 0), (2, 0, '', '', 0, 7, 2, 1, 1, 0);
    INSERT INTO claims VALUES (1, 2, 100, 50, 60), (1, 3, 100, 150, 200), (1, 4, 100, NULL, NULL), (1, 5, 100, 150, 120);
    INSERT INTO not_found VALUES (1, 100, 50, 60), (2, 100, 0, NULL), (3, 100, 90, NULL);
  `);
  migrate(file);
  const all = (sql: string) =>
    file
      .prepare(sql)
      .all()
      .map((row) => Object.values(row));
  expect(all('SELECT id, first_seen_at, last_seen_at FROM observations ORDER BY id')).toEqual([
    [1, 100, 200],
    [2, 5, 5],
    [3, 200, 200],
    [4, 200, 300],
    [5, 9, 9],
    [6, 400, 500],
  ]);
  expect(all('SELECT key, fetched_at FROM people ORDER BY key')).toEqual([
    [1, 500],
    [2, 7],
  ]);
  expect(all('SELECT report, first_seen_at, last_seen_at, ended_at FROM claims ORDER BY report')).toEqual([
    [2, 100, 100, 100],
    [3, 100, 150, 200],
    [4, 100, null, null],
    [5, 100, 150, 150],
  ]);
  expect(all('SELECT person, since, last_at, ended_at FROM not_found ORDER BY person')).toEqual([
    [1, 100, 100, 100],
    [2, 100, 0, null],
    [3, 100, 100, null],
  ]);
  file.close();
});
