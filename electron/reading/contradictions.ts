/**
 * Names what in one record contradicts itself: only what the record says, never what could not be read, and not what one
 * reply says beside what another one did.
 */
import { spelledAlike, UserId } from '../../contract/ids.ts';
import type { CarriedField } from '../../contract/person.ts';
import type { Contradiction, Email, User } from '../../contract/user.ts';
import { isCanonicalUuid } from '../../contract/uuid.ts';

/** The one availability word that is known to mean that work is assigned. */
const isAvailable = (user: User): boolean => user.availability?.trim().toUpperCase() === 'AVAILABLE';

const isUuid = (id: string): boolean => isCanonicalUuid(spelledAlike(id));

/** Whether an e-mail of somebody says that it is another user's. A word beside a UUID is a name, not another user's id. */
export const isOfAnother = (email: Email, id: UserId): boolean => {
  if (email.owner === null) return false;
  const owner = UserId.safeParse(email.owner);
  if (!owner.success || (isUuid(id) && !isUuid(owner.data))) return false;
  return spelledAlike(owner.data) !== spelledAlike(id);
};

/** In the order of the contract's list; empty for a record that is at one with itself. */
export const contradictionsOf = (user: User, carried: readonly CarriedField[] = []): Contradiction[] => {
  const isDeleted = user.status === 'deleted';
  const couldNotRead = (field: string) => user.unread.some((it) => it.field === field);
  const primary = user.emails.find((email) => email.isPrimary);
  const own = spelledAlike(user.id);
  const seenAt = (field: string) => carried.find((one) => one.field === field)?.seenAt ?? null;
  /** Whether all of these were said in the same reply. */
  const together = (...fields: string[]) => new Set(fields.map(seenAt)).size === 1;
  const deletion = user.isDeleted === null ? 'deletedAt' : 'isDeleted';
  const found: [Contradiction, boolean][] = [
    ['deleted-yet-active', isDeleted && user.isActive === true && together(deletion, 'isActive')],
    ['deleted-yet-available', isDeleted && isAvailable(user) && together(deletion, 'availabilityStatus')],
    [
      'inactive-yet-available',
      !isDeleted && user.isActive === false && isAvailable(user) && together('isActive', 'availabilityStatus'),
    ],
    ['deleted-without-date', user.isDeleted === true && user.deletedAt === null && !couldNotRead('deletedAt')],
    [
      'deletion-date-yet-not-deleted',
      user.isDeleted === false && user.deletedAt !== null && together('isDeleted', 'deletedAt'),
    ],
    ['primary-email-not-listed', primary !== undefined && !primary.isListed && together('primaryEmail', 'emails')],
    ['primary-email-unverified', primary?.isVerified === false],
    ['email-of-another-user', user.emails.some((email) => isOfAnother(email, user.id))],
    ['reports-to-self', user.reports.some((report) => spelledAlike(report) === own)],
  ];
  return found.filter(([, holds]) => holds).map(([contradiction]) => contradiction);
};
