/** The words for how somebody stands, from what was read. Never "active" for what is not known. Pure. */
import type { RecordStatus, Status } from '../../contract/user.ts';

/**
 * Deleted overrides inactive overrides active. A deletion date speaks only where `isDeleted` could not be read: beside
 * `isDeleted: false` it is a contradiction to be named, not a deletion. An unreadable flag that matters gives `unknown`.
 */
export const statusOf = (flags: {
  readonly isActive: boolean | null;
  readonly isDeleted: boolean | null;
  readonly deletedAt: number | null;
}): RecordStatus => {
  if (flags.isDeleted === true) return 'deleted';
  if (flags.isDeleted === null) return flags.deletedAt === null ? 'unknown' : 'deleted';
  if (flags.isActive === null) return 'unknown';
  return flags.isActive ? 'active' : 'inactive';
};

/**
 * The status that is shown, from what the record says and since when the server says that there is no such user
 * (milliseconds since 1970-01-01T00:00Z; null: it has them). See docs/decisions/status.md.
 */
export const shownStatus = (ofRecord: RecordStatus, notFoundSince: number | null): Status =>
  notFoundSince === null || ofRecord === 'deleted' ? ofRecord : 'not-found';

/** Whether somebody has left: not merely disabled, and whatever else the record says. */
export const isGone = (status: Status): boolean => status === 'deleted' || status === 'not-found';
