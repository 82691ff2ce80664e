/** What a card, a sort and a search need of each person, by the newest reply. */
import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { type Sha256, UserId } from '../../contract/ids.ts';
import type { Status, User } from '../../contract/user.ts';
import { shownStatus } from '../reading/status.ts';
import type { PersonKey } from '../sqlite/person-ids.ts';
import { nobodyOfAny, recordStatusFromNumber, statusFromNumber, statusToNumber } from '../sqlite/status-order.ts';
import { onRollback } from '../sqlite/transaction.ts';
import { number, orNull, prepareQuery, sha256, text } from '../sqlite/typed-query.ts';
import { createCards, fromLines } from './cards.ts';
import type { KnownPerson } from './change.ts';
import { contactsOf, type FiledContacts } from './filed-contacts.ts';
import { type FilePerson, filedColumns, filedRow } from './filed-row.ts';
import { type MoveBack, movedBackColumn } from './moment.ts';

export type PersonBefore = {
  /** The one that is shown. */
  readonly status: number;
  readonly record_status: number;
  readonly not_found_since: number | null;
  readonly observation: number;
  readonly fetched_at: number;
  readonly report_count: number;
  readonly reader_version: number;
  readonly search_hash: number;
  readonly is_whole: number;
  /** When a reply last spoke of direct reports, where the newest did not. */
  readonly reports_at: number | null;
  readonly sha256: Sha256;
  /** When that reply was last received. */
  readonly last_seen_at: number;
};

/** What is known of a person without reading their reply. The status is that of their record. */
export type FiledPerson = Pick<User, 'name' | 'status' | 'availability' | 'role' | 'team'> & FiledContacts;

export type ReportOddities = { readonly notIds: string[]; readonly duplicates: UserId[] };
const StoredOddities = z.object({ notIds: z.array(z.string()).default([]), duplicates: z.array(UserId).default([]) });
const noOddities: ReportOddities = { notIds: [], duplicates: [] };

export type PeopleTable = ReturnType<typeof createPeopleTable>;

const putColumns = filedColumns.join(', ');

export function createPeopleTable(database: DatabaseSync) {
  const before = prepareQuery(
    database,
    `SELECT p.status, o.status AS record_status, p.not_found_since, p.observation, p.fetched_at, p.report_count,
      p.reader_version, p.search_hash, p.is_whole, p.reports_at,
      o.sha256, o.last_seen_at
    FROM people p JOIN observations o ON o.id = p.observation WHERE p.key = ?`,
    {
      status: number,
      record_status: number,
      not_found_since: orNull(number),
      observation: number,
      fetched_at: number,
      report_count: number,
      reader_version: number,
      search_hash: number,
      is_whole: number,
      reports_at: orNull(number),
      sha256,
      last_seen_at: number,
    },
  );
  const seenAgain = database.prepare('UPDATE people SET fetched_at = ? WHERE key = ?');
  const setReportsAt = database.prepare('UPDATE people SET reports_at = ? WHERE key = ?');
  const moveBack = database.prepare(`
    UPDATE people SET ${['fetched_at', 'reports_at', 'not_found_since'].map(movedBackColumn).join(', ')}
    WHERE key = :key`);
  const markRead = database.prepare('UPDATE people SET reader_version = ? WHERE key = ?');
  // Not INSERT OR REPLACE: SQLite then keeps a journal for each statement, which triples what it costs.
  const put = database.prepare(`
    INSERT INTO people (${putColumns}) VALUES (${putColumns.replace(/[a-z_]+/g, '?')})
    ON CONFLICT (key) DO UPDATE SET (${putColumns}) = (${putColumns.replace(/[a-z_]+/g, 'excluded.$&')})`);
  const turn = database.prepare('UPDATE people SET status = ?, not_found_since = ? WHERE key = ?');
  const markIndexed = database.prepare('UPDATE people SET search_hash = ? WHERE key = ?');
  const odd = prepareQuery(database, 'SELECT report_oddities FROM people WHERE key = ?', [orNull(text)]);
  const contactKinds = { username: orNull(text), emails: orNull(text), phones: orNull(text) };
  const filed = prepareQuery(
    database,
    `SELECT p.name, p.username, o.status, p.availability, p.role, p.team, p.emails, p.phones
    FROM people p JOIN observations o ON o.id = p.observation WHERE p.key = ?`,
    { ...contactKinds, name: text, status: number, availability: orNull(text), role: orNull(text), team: orNull(text) },
  );
  const known = prepareQuery(database, 'SELECT name, role, team, emails FROM people WHERE key = ?', {
    name: text,
    role: orNull(text),
    team: orNull(text),
    emails: orNull(text),
  });
  const statusOf = prepareQuery(database, 'SELECT status FROM people WHERE key = ?', [number]);
  const contacts = prepareQuery(database, 'SELECT username, emails, phones FROM people WHERE key = ?', contactKinds);
  const outdated = prepareQuery(
    database,
    'SELECT key FROM people WHERE key > ? AND reader_version <> ? ORDER BY key LIMIT ?',
    [number],
  );
  const counted = prepareQuery(database, 'SELECT status, people FROM status_counts', [number, number]);
  const count = database.prepare(`
    INSERT INTO status_counts (status, people) VALUES (?, ?)
    ON CONFLICT DO UPDATE SET people = people + excluded.people`);
  /** What the transaction under way has changed of the counts, by status. */
  const uncounted = new Map<number, number>();
  onRollback(database, () => uncounted.clear());
  const tally = (status: number, by: 1 | -1) => {
    uncounted.set(status, (uncounted.get(status) ?? 0) + by);
  };
  const recount = (before: number | null, after: number) => {
    if (before === after) return;
    tally(after, 1);
    if (before !== null) tally(before, -1);
  };

  return {
    /** What was stored of a person, for comparing with what came; null for one who is not. */
    before: (key: PersonKey): PersonBefore | null => before.get(key) ?? null,
    seenAgain: (key: PersonKey, at: number): void => {
      seenAgain.run(at, key);
    },
    /** When a reply last spoke of direct reports; null: the newest did. */
    setReportsAt: (key: PersonKey, at: number | null): void => {
      setReportsAt.run(at, key);
    },
    moveBack: (key: PersonKey, how: MoveBack): void => {
      moveBack.run({ ...how, key });
    },
    markRead: (key: PersonKey, readerVersion: number): void => {
      markRead.run(readerVersion, key);
    },
    markIndexed: (key: PersonKey, searchHash: number): void => {
      markIndexed.run(searchHash, key);
    },
    /** Within a transaction that ends with `settleCounts`. People who are not found stay so. */
    put: (filing: FilePerson, before: PersonBefore | null): void => {
      const { user } = filing;
      const status = statusToNumber(shownStatus(user.status, before?.not_found_since ?? null));
      recount(before?.status ?? null, status);
      put.run(...filedRow({ ...filing, status, contacts: contactsOf(user) }));
    },
    /**
     * Somebody who is stored is not found since then; null: they are found again. Returns how they are stored now. Within
     * a transaction that ends with `settleCounts`.
     */
    setNotFound: (key: PersonKey, before: PersonBefore, since: number | null): PersonBefore => {
      const status = statusToNumber(shownStatus(recordStatusFromNumber(before.record_status), since));
      recount(before.status, status);
      turn.run(status, since, key);
      return { ...before, status, not_found_since: since };
    },
    /** What is odd about the list of direct reports. */
    reportOddities: (key: PersonKey): ReportOddities => {
      const stored = odd.get(key)?.[0] ?? null;
      return stored === null ? noOddities : StoredOddities.parse(JSON.parse(stored));
    },
    /** Brings the counts up to date with what was put; the last thing of its transaction. */
    settleCounts: (): void => {
      for (const [status, by] of uncounted) if (by !== 0) count.run(status, by);
      uncounted.clear();
    },
    filed: (key: PersonKey): FiledPerson | null => {
      const row = filed.get(key);
      if (row === undefined) return null;
      return {
        ...row,
        status: recordStatusFromNumber(row.status),
        emails: fromLines(row.emails),
        phones: fromLines(row.phones),
      };
    },
    /** The one that is shown; null for one who is not stored. */
    statusOf: (key: PersonKey): Status | null => {
      const row = statusOf.get(key);
      return row === undefined ? null : statusFromNumber(row[0]);
    },
    /** As it is filed and shown; `before` of the same person. */
    known: (key: PersonKey, before: PersonBefore): KnownPerson => {
      const { emails, ...more } = known.one(key);
      return { status: statusFromNumber(before.status), ...more, email: fromLines(emails)[0] ?? null };
    },
    contacts: (key: PersonKey): FiledContacts | null => {
      const row = contacts.get(key);
      return row === undefined
        ? null
        : { username: row.username, emails: fromLines(row.emails), phones: fromLines(row.phones) };
    },
    /** People behind a key who were read by another version of the reader, at most `limit`, in the order of keys. */
    readOtherwise: (after: PersonKey, readerVersion: number, limit: number): PersonKey[] =>
      outdated.all(after, readerVersion, limit).map(([key]) => key),
    /** How many people are stored. */
    count: (): number => counted.all().reduce((sum, [, people]) => sum + people, 0),
    counts: (): Record<Status, number> => {
      const counts = nobodyOfAny();
      for (const [status, people] of counted.all()) counts[statusFromNumber(status)] = people;
      return counts;
    },
    ...createCards(database),
  };
}
