/**
 * Replies as they came. A row is written when a person's reply differs from the newest one kept, also when it goes
 * back to what it once was; otherwise the newest row is only seen again. Rows are never changed otherwise.
 */
import type { DatabaseSync } from 'node:sqlite';
import type { Sha256, UserId } from '../../contract/ids.ts';
import type { RawReply, StandingObservation } from '../../contract/person.ts';
import type { User } from '../../contract/user.ts';
import type { UserReply } from '../api/reply.ts';
import type { PersonKey } from './person-ids.ts';
import { standingFromNumber, standingToNumber } from './standings-order.ts';

/** How many changes of standing are given at most; nobody reads further, and a flapping flag has no end. */
export const mostStandings = 200;

export type ObservationsTable = ReturnType<typeof createObservationsTable>;

export function createObservationsTable(database: DatabaseSync) {
  const add = database.prepare(`
    INSERT INTO observations (person, sha256, first_seen_at, last_seen_at, standing, is_active, is_deleted, deleted_at,
      availability, url, text) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`);
  const seenAgain = database.prepare('UPDATE observations SET last_seen_at = max(last_seen_at, ?) WHERE id = ?');
  const readAgain = database.prepare(`
    UPDATE observations SET standing = ?, is_active = ?, is_deleted = ?, deleted_at = ?, availability = ? WHERE id = ?`);
  const newest = database.prepare(`
    SELECT o.text, o.sha256, o.first_seen_at, o.last_seen_at, o.url
    FROM people p JOIN observations o ON o.id = p.observation WHERE p.key = ?`);
  const standings = database.prepare(`
    SELECT first_seen_at, standing, is_active, is_deleted, deleted_at, availability FROM (
      SELECT *,
        (standing, is_active, is_deleted, deleted_at, availability) IS
        (lag(standing) OVER w, lag(is_active) OVER w, lag(is_deleted) OVER w, lag(deleted_at) OVER w,
          lag(availability) OVER w) AND lag(id) OVER w IS NOT NULL AS same
      FROM (
        SELECT id, first_seen_at, standing, is_active, is_deleted, deleted_at, availability
        FROM observations WHERE person = ?
      ) WINDOW w AS (ORDER BY id)
    ) WHERE NOT same ORDER BY id DESC LIMIT ${mostStandings}`);

  return {
    /** Returns the number of the new row. */
    add: (person: PersonKey, { user, sha256, url, text, receivedAt }: UserReply): number =>
      Number(add.run(person, sha256, receivedAt, receivedAt, ...flagsOf(user), url, text).lastInsertRowid),
    seenAgain: (observation: number, at: number): void => {
      seenAgain.run(at, observation);
    },
    /** The same reply, as a newer reader understands it. */
    readAgain: (observation: number, user: User): void => {
      readAgain.run(...flagsOf(user), observation);
    },
    newest: (person: PersonKey, id: UserId): RawReply | null => {
      const row = newest.get(person) as NewestRow | undefined;
      if (row === undefined) return null;
      const { text, sha256, first_seen_at, last_seen_at, url } = row;
      return { id, text, sha256, firstSeenAt: first_seen_at, lastSeenAt: last_seen_at, url };
    },
    standings: (person: PersonKey): StandingObservation[] =>
      (standings.all(person) as StandingRow[]).map((row) => ({
        at: row.first_seen_at,
        standing: standingFromNumber(row.standing),
        isActive: toFlag(row.is_active),
        isDeleted: toFlag(row.is_deleted),
        deletedAt: row.deleted_at,
        availability: row.availability,
      })),
  };
}

type NewestRow = {
  readonly text: string;
  readonly sha256: Sha256;
  readonly first_seen_at: number;
  readonly last_seen_at: number;
  readonly url: string;
};

type StandingRow = {
  readonly first_seen_at: number;
  readonly standing: number;
  readonly is_active: number | null;
  readonly is_deleted: number | null;
  readonly deleted_at: number | null;
  readonly availability: string | null;
};

function flagsOf(user: User) {
  const { standing, isActive, isDeleted, deletedAt, availability } = user;
  return [standingToNumber(standing), fromFlag(isActive), fromFlag(isDeleted), deletedAt, availability] as const;
}

function fromFlag(flag: boolean | null): number | null {
  return flag === null ? null : Number(flag);
}

function toFlag(stored: number | null): boolean | null {
  return stored === null ? null : stored !== 0;
}
