/**
 * Replies as they came. A row is written when a person's reply differs from the newest one kept, also when it goes
 * back to what it once was; otherwise the newest row is only seen again. Rows are never changed otherwise.
 */
import type { DatabaseSync } from 'node:sqlite';
import type { Sha256, UserId } from '../../contract/ids.ts';
import type { RawReply, StatusObservation } from '../../contract/person.ts';
import type { User } from '../../contract/user.ts';
import type { UserReply } from '../api/reply.ts';
import type { PersonKey } from './person-ids.ts';
import { recordStatusFromNumber, statusToNumber } from './status-order.ts';

/** How many changes of status are given at most; nobody reads further, and a flapping flag has no end. */
export const mostStatuses = 200;

export type ObservationsTable = ReturnType<typeof createObservationsTable>;

export function createObservationsTable(database: DatabaseSync) {
  const add = database.prepare(`
    INSERT INTO observations (person, sha256, first_seen_at, last_seen_at, status, is_active, is_deleted, deleted_at,
      availability, url, text) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`);
  const seenAgain = database.prepare('UPDATE observations SET last_seen_at = max(last_seen_at, ?) WHERE id = ?');
  const readAgain = database.prepare(`
    UPDATE observations SET status = ?, is_active = ?, is_deleted = ?, deleted_at = ?, availability = ? WHERE id = ?`);
  const newest = database.prepare(`
    SELECT o.text, o.sha256, o.first_seen_at, o.last_seen_at, o.url
    FROM people p JOIN observations o ON o.id = p.observation WHERE p.key = ?`);
  const statusHistory = database.prepare(`
    SELECT first_seen_at, status, is_active, is_deleted, deleted_at, availability FROM (
      SELECT *,
        (status, is_active, is_deleted, deleted_at, availability) IS
        (lag(status) OVER w, lag(is_active) OVER w, lag(is_deleted) OVER w, lag(deleted_at) OVER w,
          lag(availability) OVER w) AND lag(id) OVER w IS NOT NULL AS same
      FROM (
        SELECT id, first_seen_at, status, is_active, is_deleted, deleted_at, availability
        FROM observations WHERE person = ?
      ) WINDOW w AS (ORDER BY id)
    ) WHERE NOT same ORDER BY id DESC LIMIT ${mostStatuses}`);

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
    statusHistory: (person: PersonKey): StatusObservation[] =>
      (statusHistory.all(person) as StatusRow[]).map((row) => ({
        at: row.first_seen_at,
        status: recordStatusFromNumber(row.status),
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

type StatusRow = {
  readonly first_seen_at: number;
  readonly status: number;
  readonly is_active: number | null;
  readonly is_deleted: number | null;
  readonly deleted_at: number | null;
  readonly availability: string | null;
};

function flagsOf(user: User) {
  const { status, isActive, isDeleted, deletedAt, availability } = user;
  return [statusToNumber(status), fromFlag(isActive), fromFlag(isDeleted), deletedAt, availability] as const;
}

function fromFlag(flag: boolean | null): number | null {
  return flag === null ? null : Number(flag);
}

function toFlag(stored: number | null): boolean | null {
  return stored === null ? null : stored !== 0;
}
