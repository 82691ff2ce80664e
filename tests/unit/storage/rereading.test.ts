/** A newer reader sets right what was made of the replies kept; what it finds begins and ends when the replies came. */
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { succeeded } from '../../../contract/failures.ts';
import { isRecord } from '../../../electron/reading/read-notes.ts';
import { currentReader, type Reader } from '../../../electron/storage/reader.ts';
import {
  claimsIn,
  type Fields,
  hour,
  hours,
  list,
  realStoreAt,
  repliesIn,
  sameReader,
  storeOfEachTest,
  tell,
  wholeRecord,
  without,
} from './replied.ts';
import { freshFile, idOf, noon } from './stored.ts';
import type { DirectoryStore } from './whole-store.ts';

let store: DirectoryStore;
const { reopen } = storeOfEachTest((opened) => {
  store = opened;
});

/** Finds direct reports where nobody looked before, and takes nobody called "bad" for one. */
const better = (version: number): Reader => ({
  version,
  read: (body, asked) => {
    const read = currentReader.read(body, asked);
    const data = isRecord(body) ? body._data : null;
    if (!read.ok || !isRecord(data)) return read;
    const more = Array.isArray(data.team_members) ? data.team_members.map((id) => idOf(String(id))) : [];
    const reports = [...read.value.reports.filter((id) => id !== 'bad'), ...more];
    const isGone = data.state === 'gone';
    return succeeded({ ...read.value, reports, ...(isGone ? { status: 'inactive' as const, isActive: false } : {}) });
  },
});
const rereadAll = () => {
  for (;;) {
    const reread = store.rereadOutdated(2);
    if (!reread.ok) throw new Error(JSON.stringify(reread.failure));
    if (reread.value.length === 0) return;
  }
};
const boss = (more: Fields = {}) => wholeRecord('boss', { reportees: ['ann', 'bad'], ...more });

describe('reading better', () => {
  beforeEach(() => {
    tell(store, boss());
    tell(store, boss({ team_members: ['bob'] }), { at: hours(2) });
    tell(store, boss({ team_members: ['bob'], bio: 'new' }), { at: hours(4) });
    tell(store, boss({ team_members: ['bob'], bio: 'new' }), { at: hours(6) });
  });

  it('lets claims begin with the reply that makes them, and forgets those that none makes', () => {
    reopen(better(90));
    rereadAll();
    expect(claimsIn(store)).toEqual([
      ['boss > ann', 0, null, null],
      ['boss > bob', 2, null, null],
    ]);
    expect(store.user(idOf('boss'))).toMatchObject({ fetchedAt: hours(6) });
    expect(store.summaryOf(idOf('boss'))).toMatchObject({ direct: 2 });
    expect(repliesIn(store, 'boss').map(({ began, seen }) => [began, seen])).toEqual([
      [0, 0],
      [2, 2],
      [4, 6],
    ]);
  });

  it('is done before the next reply is compared, which then changes only what it changes', () => {
    reopen(better(90));
    expect(tell(store, boss({ team_members: ['bob'], bio: 'new' }), { at: hours(8) })).toMatchObject({
      what: 'unchanged',
      claims: 'changed',
    });
    expect(claimsIn(store)).toEqual([
      ['boss > ann', 0, null, null],
      ['boss > bob', 2, null, null],
    ]);
    reopen(better(91));
    tell(store, boss({ team_members: ['eve'] }), { at: hours(9), reader: better(91) });
    expect(claimsIn(store)).toEqual([
      ['boss > ann', 0, null, null],
      ['boss > bob', 2, 8, 9],
      ['boss > eve', 9, null, null],
    ]);
  });

  it('tells the living claims that changed, for the copy kept in memory', () => {
    expect(store.summaryOf(idOf('boss'))).toMatchObject({ direct: 2 });
    reopen(better(90));
    expect(store.summaryOf(idOf('boss'))).toMatchObject({ direct: 2 });
    expect(store.rereadOutdated(9)).toMatchObject({ value: [{ id: 'boss', claims: 'changed' }] });
    expect(store.summaryOf(idOf('boss'))).toMatchObject({ direct: 2 });
    expect(store.tables.claims.reportsOf(store.tables.ids.find(idOf('boss')) ?? 0)).toHaveLength(2);
  });
});

it('sets right the statuses of every reply where it stands', () => {
  for (const [at, state] of ['here', 'gone', 'here', 'gone'].entries()) tell(store, boss({ state }), { at: hours(at) });
  expect(store.statusHistory(idOf('boss')).map(({ status }) => status)).toEqual(['active']);
  reopen(better(90));
  rereadAll();
  expect(store.statusHistory(idOf('boss')).map(({ at, status }) => [(at - noon) / hour, status])).toEqual([
    [3, 'inactive'],
    [2, 'active'],
    [1, 'inactive'],
    [0, 'active'],
  ]);
  expect(store.counts()).toMatchObject({ inactive: 1, active: 0 });
});

it('ends in the past what a reply of the past ended', () => {
  tell(store, boss({ team_members: ['bob', 'eve'] }));
  tell(store, boss({ team_members: ['bob', 'eve'] }), { at: hours(1) });
  tell(store, boss({ team_members: ['eve'] }), { at: hours(3) });
  reopen(better(90));
  rereadAll();
  expect(claimsIn(store)).toEqual([
    ['boss > ann', 0, null, null],
    ['boss > bob', 0, 1, 3],
    ['boss > eve', 0, null, null],
  ]);
});

it('leaves all claims as they are where one of the replies cannot be read any more', () => {
  tell(store, boss());
  tell(store, boss({ bio: 'unreadable' }), { at: hours(1) });
  tell(store, boss({ reportees: ['ann'] }), { at: hours(2) });
  const before = claimsIn(store);
  const read: Reader['read'] = (body, asked) =>
    JSON.stringify(body).includes('unreadable')
      ? { ok: false, failure: { kind: 'offline' } }
      : better(90).read(body, asked);
  reopen({ version: 90, read });
  rereadAll();
  expect(claimsIn(store)).toEqual(before);
  expect(store.rereadOutdated(9)).toEqual({ ok: true, value: [] });
});

it('gives back what replies that left fields out had ended in a file of before', () => {
  tell(store, boss({ reportees: ['ann'] }));
  tell(store, boss({ reportees: ['ann'], bio: 'new' }), { at: hours(1) });
  // As it was stored then: nothing carried over, all claims ended, and nothing left of the list on the page.
  const text = JSON.stringify({ _data: without(boss({ bio: 'newer' }), 'reportees') });
  store.database.prepare('UPDATE observations SET text = ? WHERE id = 2').run(text);
  store.database.exec(
    `UPDATE claims SET last_seen_at = ${noon}, ended_at = ${hours(1)}; UPDATE people SET report_count = 0`,
  );
  reopen(sameReader(90));
  expect(store.user(idOf('boss'))?.user.reports).toEqual([]);
  rereadAll();
  expect(claimsIn(store)).toEqual([['boss > ann', 0, null, null]]);
  expect(store.user(idOf('boss'))).toMatchObject({
    user: { reports: ['ann'] },
    carried: [{ field: 'reportees', seenAt: noon }],
  });
  tell(store, wholeRecord('ann'), { at: hours(2) });
  expect(store.linesToTop(idOf('ann'))).toMatchObject([{ seenAt: noon, steps: [{ reportCount: 1 }] }]);
});

it('changes nothing where it reads the same, whatever came before', () => {
  const reports = fc.uniqueArray(fc.constantFrom('ann', 'bob', 'eve'));
  const told = fc.record({
    who: fc.constantFrom('boss', 'other'),
    reportees: fc.oneof(reports, fc.constant(null), fc.constant('unreadable')),
    bio: fc.constantFrom('', 'one', 'two'),
    leftOut: fc.uniqueArray(fc.constantFrom('reportees', 'bio', 'isActive', 'emails', 'updatedAt')),
    updatedAt: fc.constantFrom(1631817298108, 1731817298108),
    isListed: fc.boolean(),
    later: fc.integer({ min: -20, max: 30 }),
    isServerTime: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(told, { maxLength: 14 }), (all) => {
      const path = freshFile();
      let own = realStoreAt(path);
      let now = noon;
      for (const { who, leftOut, isListed, later, isServerTime, ...fields } of all) {
        now += later * (hour / 6);
        const record = without(wholeRecord(who, fields), ...leftOut);
        if (isListed) list(own, record, now);
        else tell(own, record, { at: now, isServerTime });
      }
      const seen = () => ({
        claims: own.database.prepare('SELECT * FROM claims').all(),
        replies: own.database.prepare('SELECT * FROM observations').all(),
        people: own.database
          .prepare('SELECT * FROM people')
          .all()
          .map((row) => without(row, 'reader_version')),
      });
      const before = seen();
      const intervals = own.database.prepare(`
        SELECT (SELECT count(*) FROM claims WHERE last_seen_at < first_seen_at OR ended_at < last_seen_at)
          + (SELECT count(*) FROM observations WHERE last_seen_at < first_seen_at OR text_at < first_seen_at)
          + (SELECT count(*) FROM observations o JOIN observations p ON p.person = o.person AND p.id > o.id
            WHERE p.first_seen_at < o.last_seen_at) AS wrong`);
      expect(intervals.get()).toEqual({ wrong: 0 });
      own.close();
      own = realStoreAt(path, sameReader(90));
      own.rereadOutdated(10);
      expect(seen()).toEqual(before);
      own.close();
    }),
    { numRuns: 40 },
  );
});
