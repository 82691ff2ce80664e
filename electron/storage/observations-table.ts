/**
 * Replies as they came. A row is written when a person's reply says something else than the newest one kept, also when it
 * goes back to what it once said, and when it leaves out what that one had. A reply that says the same takes that row's
 * place with its own text. Otherwise a row changes only where its reply is read better.
 */
import type { DatabaseSync } from 'node:sqlite';
import { longestWord } from '../../contract/bounds.ts';
import type { RawReply, StatusObservation } from '../../contract/person.ts';
import type { User } from '../../contract/user.ts';
import { shortened } from '../reading/read-notes.ts';
import type { UserReply } from '../reading/user-reply.ts';
import type { PersonKey } from '../sqlite/person-ids.ts';
import { recordStatusFromNumber, statusToNumber } from '../sqlite/status-order.ts';
import { number, orNull, prepareQuery, sha256, text, userId } from '../sqlite/typed-query.ts';
import { type Carried, carriedOf, carriedText } from './carried.ts';
import { fromFlag, toFlag } from './filed-row.ts';
import { type MoveBack, movedBackColumn } from './moment.ts';

/** How many changes of status are given at most; nobody reads further, and a flapping flag has no end. */
export const mostStatuses = 200;

/** The newest reply, with what it left out. */
export type NewestReply = {
  readonly raw: RawReply;
  readonly carried: readonly Carried[];
  /** When the person was last fetched, and since when the server has them no more. */
  readonly fetchedAt: number;
  readonly notFoundSince: number | null;
};

/** One of a person's replies, for reading it once more. */
export type StoredReply = {
  readonly observation: number;
  readonly text: string;
  readonly url: string;
  readonly firstSeenAt: number;
  readonly lastSeenAt: number;
  /** As it is stored. */
  readonly carried: string | null;
};

export type ObservationsTable = ReturnType<typeof createObservationsTable>;

export function createObservationsTable(database: DatabaseSync) {
  const add = database.prepare(`
    INSERT INTO observations (person, sha256, first_seen_at, last_seen_at, status, is_active, is_deleted, deleted_at,
      availability, url, text, carried) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`);
  const seenAgain = database.prepare('UPDATE observations SET last_seen_at = max(last_seen_at, ?) WHERE id = ?');
  const replace = database.prepare(`
    UPDATE observations SET text = ?1, sha256 = ?2, url = ?3, carried = ?4, text_at = ?5, last_seen_at = max(last_seen_at, ?5)
    WHERE id = ?6`);
  const moveBack = database.prepare(`
    UPDATE observations SET ${['first_seen_at', 'last_seen_at', 'text_at'].map(movedBackColumn).join(', ')}
    WHERE person = :person AND last_seen_at > :after`);
  const newestUntil = prepareQuery(
    database,
    `SELECT max(iif(last_seen_at <= ?1, last_seen_at, first_seen_at)) FROM observations
    WHERE person = ?2 AND first_seen_at <= ?1`,
    [orNull(number)],
  );
  const ofPerson = prepareQuery(database, 'SELECT id FROM observations WHERE person = ? ORDER BY id', [number]);
  const replyKinds = {
    text: text,
    url: text,
    first_seen_at: number,
    last_seen_at: number,
    carried: orNull(text),
  };
  const stored = prepareQuery(
    database,
    'SELECT text, url, first_seen_at, last_seen_at, carried FROM observations WHERE id = ?',
    replyKinds,
  );
  const setCarried = database.prepare('UPDATE observations SET carried = ? WHERE id = ?');
  const readAgain = database.prepare(`
    UPDATE observations SET status = ?1, is_active = ?2, is_deleted = ?3, deleted_at = ?4, availability = ?5
    WHERE id = ?6 AND (status, is_active, is_deleted, deleted_at, availability) IS NOT (?1, ?2, ?3, ?4, ?5)`);
  const newest = prepareQuery(
    database,
    `SELECT i.id, o.text, o.sha256, o.first_seen_at, o.last_seen_at, o.url, o.carried, o.text_at, p.fetched_at, p.not_found_since
    FROM people p JOIN observations o ON o.id = p.observation JOIN ids i ON i.key = p.key WHERE p.key = ?`,
    {
      ...replyKinds,
      id: userId,
      sha256,
      text_at: orNull(number),
      fetched_at: number,
      not_found_since: orNull(number),
    },
  );
  const statusHistory = prepareQuery(
    database,
    `SELECT first_seen_at, status, is_active, is_deleted, deleted_at, availability FROM (
      SELECT *,
        (status, is_active, is_deleted, deleted_at, availability) IS
        (lag(status) OVER w, lag(is_active) OVER w, lag(is_deleted) OVER w, lag(deleted_at) OVER w,
          lag(availability) OVER w) AND lag(id) OVER w IS NOT NULL AS same
      FROM (
        SELECT id, first_seen_at, status, is_active, is_deleted, deleted_at, availability
        FROM observations WHERE person = ?
      ) WINDOW w AS (ORDER BY id)
    ) WHERE NOT same ORDER BY id DESC LIMIT ${mostStatuses}`,
    {
      first_seen_at: number,
      status: number,
      is_active: orNull(number),
      is_deleted: orNull(number),
      deleted_at: orNull(number),
      availability: orNull(text),
    },
  );

  return {
    /** Returns the number of the new row. `user`: with what is carried over to the reply. */
    add: (person: PersonKey, { user, sha256, url, text }: NewText, at: number, carried: readonly Carried[]): number =>
      Number(add.run(person, sha256, at, at, ...flagsOf(user), url, text, carriedText(carried)).lastInsertRowid),
    seenAgain: (observation: number, at: number): void => {
      seenAgain.run(at, observation);
    },
    /** A reply that says the same, in another text. */
    replace: (
      observation: number,
      { text, sha256, url }: Omit<NewText, 'user'>,
      at: number,
      carried: readonly Carried[],
    ): void => {
      replace.run(text, sha256, url, carriedText(carried), at, observation);
    },
    moveBack: (person: PersonKey, how: MoveBack): void => {
      moveBack.run({ ...how, person });
    },
    /** The newest time that is stored of a person and does not lie after `at`; 0: none. */
    newestUntil: (person: PersonKey, at: number): number => newestUntil.one(at, person)[0] ?? 0,
    /** A person's replies, the oldest first. */
    *every(person: PersonKey): Generator<StoredReply> {
      for (const [observation] of ofPerson.all(person)) {
        const row = stored.one(observation);
        const { text, url, first_seen_at: firstSeenAt, last_seen_at: lastSeenAt, carried } = row;
        yield { observation, text, url, firstSeenAt, lastSeenAt, carried };
      }
    },
    setCarried: (observation: number, carried: string | null): void => {
      setCarried.run(carried, observation);
    },
    /** The same reply, as a newer reader understands it. */
    readAgain: (observation: number, user: User): void => {
      readAgain.run(...flagsOf(user), observation);
    },
    /** Everything that reading a person takes, in one question; null for one who is not stored. */
    newest: (person: PersonKey): NewestReply | null => {
      const row = newest.get(person);
      if (row === undefined) return null;
      const { id, text, sha256, url, first_seen_at: firstSeenAt, last_seen_at: lastSeenAt, text_at } = row;
      const raw = { id, text, sha256, firstSeenAt, textSeenAt: text_at ?? firstSeenAt, lastSeenAt, url };
      const { fetched_at: fetchedAt, not_found_since: notFoundSince } = row;
      return { raw, carried: carriedOf(row.carried), fetchedAt, notFoundSince };
    },
    statusHistory: (person: PersonKey): StatusObservation[] =>
      statusHistory.all(person).map((row) => ({
        at: row.first_seen_at,
        status: recordStatusFromNumber(row.status),
        isActive: toFlag(row.is_active),
        isDeleted: toFlag(row.is_deleted),
        deletedAt: row.deleted_at,
        // An older reader may have stored any length.
        availability: row.availability === null ? null : shortened(row.availability, longestWord),
      })),
  };
}

type NewText = Pick<UserReply, 'user' | 'sha256' | 'url' | 'text'>;

function flagsOf(user: User) {
  const { status, isActive, isDeleted, deletedAt, availability } = user;
  return [statusToNumber(status), fromFlag(isActive), fromFlag(isDeleted), deletedAt, availability] as const;
}
