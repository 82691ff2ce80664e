/** When a reply counts as having come, so that nothing that is remembered of a person ends before it begins. */
import { clockToleranceMs, type Received } from '../clock.ts';

/** The newest times that are stored of a person. */
export type StoredTimes = {
  readonly fetched_at: number;
  readonly last_seen_at: number;
  readonly not_found_since: number | null;
};

export type Moment = {
  /** For what begins or ends with the reply: never before what is stored. */
  readonly at: number;
  /** For how old the record is. */
  readonly fetchedAt: number;
  /** How far ahead the clock was that stored times came from; they move back by as much. 0: it was not ahead. */
  readonly aheadMs: number;
};

/**
 * Times that lie after `after` were stored by a clock that was ahead: they are moved back by so many milliseconds, together, so
 * that what came before what stays before it; and not before `least`, the newest time that is no such one.
 */
export type MoveBack = { readonly after: number; readonly by: number; readonly least: number };

/** One time, moved. */
export function movedBack<T extends number | null>(at: T, { after, by, least }: MoveBack): T | number {
  return at !== null && at > after ? Math.max(at - by, least) : at;
}

/** The same of a column, in SQL with the parameters `:after`, `:by` and `:least`. */
export function movedBackColumn(column: string): string {
  return `${column} = iif(${column} > :after, max(${column} - :by, :least), ${column})`;
}

/**
 * A reply that seems to have come before what is stored: the clock was set back in between. Which of the two times is right
 * only the server can tell. Where it has, what is stored gives way. Otherwise the past stays as it is, and the record is as
 * old as the clock says: one of the future would never be fresh, and be fetched over and over.
 */
export function momentOf({ receivedAt, isServerTime = false }: Received, stored: StoredTimes | null): Moment {
  const newest =
    stored === null ? receivedAt : Math.max(stored.fetched_at, stored.last_seen_at, stored.not_found_since ?? 0);
  const aheadMs = newest - receivedAt;
  if (stored === null || aheadMs <= 0) return { at: receivedAt, fetchedAt: receivedAt, aheadMs: 0 };
  if (aheadMs <= clockToleranceMs) return { at: newest, fetchedAt: newest, aheadMs: 0 };
  if (isServerTime) return { at: receivedAt, fetchedAt: receivedAt, aheadMs };
  return {
    at: Math.max(receivedAt, stored.last_seen_at, stored.not_found_since ?? 0),
    fetchedAt: receivedAt,
    aheadMs: 0,
  };
}
