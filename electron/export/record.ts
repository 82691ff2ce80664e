/** What an export says of one person. */
import type { UserId } from '../../contract/ids.ts';
import type { Label } from '../../contract/person.ts';
import type { User } from '../../contract/user.ts';
import type { Verbatim } from './cells.ts';

export type ExportRecord = {
  readonly user: User;
  readonly role: Label | null;
  readonly team: Label | null;
  /** Who list the person among their direct reports: the person's manager first, then the one seen last. */
  readonly managers: readonly { readonly id: UserId; readonly name: string }[];
  /** Milliseconds since 1970-01-01T00:00Z, as all times in a user. */
  readonly fetchedAt: number;
  /** Since when the server says that there is no such user; null where it does not. */
  readonly notFoundSince: number | null;
};

const none: Verbatim = { verbatim: '' };

/** A moment as ISO 8601 in UTC; empty for none, and for what no date can hold. */
export function isoTime(at: number | null): Verbatim {
  if (at === null) return none;
  const date = new Date(at);
  return Number.isNaN(date.getTime()) ? none : { verbatim: date.toISOString() };
}
