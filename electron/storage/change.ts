/** What a reply made another of a person. History, watching and notifications are made of these. */
import { isDeepStrictEqual } from 'node:util';
import type { UserId } from '../../contract/ids.ts';
import type { Status, User } from '../../contract/user.ts';
import { addressesWithin } from '../email/read-addresses.ts';
import { shownStatus } from '../reading/status.ts';

/** What is compared. `status` is the one that is shown; `email` the primary address, or the first. */
export type KnownPerson = Pick<User, 'name' | 'role' | 'team'> & {
  readonly status: Status;
  readonly email: string | null;
};

/**
 * `before` null: nobody was known by this id. `begun` and `ended`: who became a direct report of this person, and who is none
 * any more. A claim changes with the reply of the manager, so this is where a change of somebody's manager is told.
 */
export type Change = {
  readonly before: KnownPerson | null;
  readonly after: KnownPerson;
  readonly begun: readonly UserId[];
  readonly ended: readonly UserId[];
};

export type ClaimChange = Pick<Change, 'begun' | 'ended'>;

export const noClaimChange: ClaimChange = { begun: [], ended: [] };

/** `notFoundSince`: null while the server has them. */
export function knownPerson(user: User, notFoundSince: number | null): KnownPerson {
  const { name, role, team } = user;
  const [email = null] = user.emails.flatMap(({ address }) => addressesWithin(address));
  return { status: shownStatus(user.status, notFoundSince), name, role, team, email };
}

/** Null where nothing of it is another. */
export function changeOf(before: KnownPerson | null, after: KnownPerson, claims: ClaimChange): Change | null {
  const isSame = claims.begun.length + claims.ended.length === 0 && isDeepStrictEqual(before, after);
  return isSame ? null : { before, after, ...claims };
}
