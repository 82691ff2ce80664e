/** The one word for a user, from the flags as they were read. Never "active" for what is not known. */
import type { Status } from '../../contract/user.ts';

/**
 * Deleted overrides inactive overrides active. A deletion date speaks only where `isDeleted` could not be read: beside
 * `isDeleted: false` it is a contradiction to be named, not a deletion. An unreadable flag that matters gives `unknown`.
 */
export const statusOf = (flags: {
  readonly isActive: boolean | null;
  readonly isDeleted: boolean | null;
  readonly deletedAt: number | null;
}): Status => {
  if (flags.isDeleted === true) return 'deleted';
  if (flags.isDeleted === null) return flags.deletedAt === null ? 'unknown' : 'deleted';
  if (flags.isActive === null) return 'unknown';
  return flags.isActive ? 'active' : 'inactive';
};
