/** What is said of somebody in the organisation in one small number, so that it can be drawn of everybody at once. */
import type { Status } from './user.ts';

/** By the code in the lowest three bits: as `electron/sqlite/status-order.ts` has them. */
const byCode: readonly Status[] = ['active', 'unknown', 'inactive', 'deleted', 'not-found'];

/** The code of somebody who is not stored. */
export const noStatus = 7;

/** A key is packed with such a code as `key << statusBits | code`. */
export const statusBits = 3;

export const marks = {
  status: (1 << statusBits) - 1,
  /** Not stored, and the server has not said that they do not exist. */
  notFetched: 1 << 3,
  /** Not stored, and the server says that there is no such user. */
  notFound: 1 << 4,
  /** Not stored, since they could not be fetched. */
  failed: 1 << 5,
  listsThemselves: 1 << 6,
  severalManagers: 1 << 7,
  /** A circle was cut at them. */
  circle: 1 << 8,
} as const;

/** Among the marks of an item that is drawn: the person is in the spotlight. Beyond those above. */
export const matchMark = 1 << 14;

/** Null of somebody who is not stored. */
export function statusInMarks(of: number): Status | null {
  return byCode[of & marks.status] ?? null;
}
