/** A stored person as a user, when the reply itself cannot be read any more: what the table of people holds. */
import type { UserId } from '../../contract/ids.ts';
import type { User } from '../../contract/user.ts';
import type { FiledPerson } from './people-table.ts';

export function userOfFiled(id: UserId, { emails, phones, ...filed }: FiledPerson): User {
  return {
    id,
    ...filed,
    nameFrom: 'displayName',
    displayName: filed.name,
    firstName: null,
    middleName: null,
    lastName: null,
    gender: null,
    dob: null,
    bio: null,
    profileImageUrl: null,
    coverImageUrl: null,
    timezone: null,
    createdAt: null,
    updatedAt: null,
    isActive: null,
    isDeleted: null,
    deletedAt: null,
    emails: emails.map((address, index) => ({
      id: null,
      address,
      normalized: null,
      type: null,
      isVerified: null,
      isPrimary: index === 0,
      isListed: true,
      createdAt: null,
      updatedAt: null,
      owner: null,
    })),
    phones: phones.map((number, index) => ({ number, type: null, isPrimary: index === 0 })),
    reports: [],
    duplicateReports: [],
    notIds: [],
    others: [],
    serverErrors: [],
    unread: [],
  };
}
