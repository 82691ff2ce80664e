/**
 * What is wrong with somebody's record by itself, as it is filed with the person. Each has a number that tells what shows it: as
 * long as that is the same, so is the problem.
 */

import type { CarriedField } from '../../contract/person.ts';
import type { ProblemKind } from '../../contract/problems.ts';
import type { Contradiction, User } from '../../contract/user.ts';
import { contradictionsOf, isOfAnother } from '../reading/contradictions.ts';
import { hashOf } from '../search/words.ts';

/** Their places are in every file: a new kind comes last. */
export const recordKinds = [
  'still-available',
  'deleted-active',
  'self-report',
  'too-many-reports',
  'owned-by-another',
  'unverified-primary',
  'unlisted-primary',
  'deleted-without-date',
  'date-without-deletion',
  'unreadable',
  'not-an-id',
  'duplicate-report',
] as const satisfies readonly ProblemKind[];
export type RecordKind = (typeof recordKinds)[number];

/** More direct reports than anybody can lead: ten times a broad span of control. */
export const tooManyReports = 500;
/** So many more of them are a difference. */
const reportsApart = 100;

export type RecordProblem = { readonly kind: RecordKind; readonly evidence: number };

/** The kind that each contradiction is. */
export const kindOfContradiction: { readonly [C in Contradiction]: RecordKind } = {
  'deleted-yet-active': 'deleted-active',
  'deleted-yet-available': 'still-available',
  'inactive-yet-available': 'still-available',
  'deleted-without-date': 'deleted-without-date',
  'deletion-date-yet-not-deleted': 'date-without-deletion',
  'primary-email-not-listed': 'unlisted-primary',
  'primary-email-unverified': 'unverified-primary',
  'email-of-another-user': 'owned-by-another',
  'reports-to-self': 'self-report',
};

/** Each kind once. `carried`: what of the user is older than the newest reply. */
export function recordProblemsOf(user: User, carried: readonly CarriedField[]): readonly RecordProblem[] {
  const found = new Map<RecordKind, readonly unknown[]>();
  const primary = () => [user.emails.find(({ isPrimary }) => isPrimary)?.address];
  for (const contradiction of contradictionsOf(user, carried)) {
    const kind = kindOfContradiction[contradiction];
    if (kind === 'still-available') found.set(kind, [contradiction]);
    else if (kind === 'date-without-deletion') found.set(kind, [user.deletedAt]);
    else if (kind === 'unlisted-primary' || kind === 'unverified-primary') found.set(kind, primary());
    else if (kind === 'owned-by-another') {
      const others = user.emails.filter((email) => isOfAnother(email, user.id));
      found.set(
        kind,
        others.flatMap(({ address, owner }) => [address, owner]),
      );
    } else found.set(kind, []);
  }
  const { reports, unread, notIds, duplicateReports } = user;
  if (reports.length > tooManyReports) found.set('too-many-reports', [Math.floor(reports.length / reportsApart)]);
  if (unread.length > 0) {
    found.set(
      'unreadable',
      unread.flatMap(({ field, came }) => [field, came]),
    );
  }
  if (notIds.length > 0) found.set('not-an-id', notIds);
  if (duplicateReports.length > 0) found.set('duplicate-report', duplicateReports);
  return Array.from(found, ([kind, shows]) => ({ kind, evidence: hashOf(JSON.stringify(shows)) }));
}
