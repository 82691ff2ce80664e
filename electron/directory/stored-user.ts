/**
 * A user as text in the database and back again, unchanged. What is not set is left out: of a typical user that is
 * a third of the text, and writing is bound by how much there is to write.
 */
import type { UserId } from '../../contract/ids.ts';
import type { User } from '../../contract/user.ts';

// Made anew each time, so that nobody shares a list.
const notSet = (): Omit<User, 'id' | 'name' | 'nameFrom' | 'standing'> => ({
  displayName: null,
  firstName: null,
  middleName: null,
  lastName: null,
  username: null,
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
  availability: null,
  team: null,
  role: null,
  emails: [],
  phones: [],
  reports: [],
  notIds: [],
  others: [],
  serverErrors: [],
  unread: [],
});

export function userToText(user: User): string {
  const set: Record<string, unknown> = {};
  for (const [field, value] of Object.entries(user)) {
    if (value !== null && !(Array.isArray(value) && value.length === 0)) set[field] = value;
  }
  return JSON.stringify(set);
}

export function userFromText(text: string): User {
  type Kept = Pick<User, 'name' | 'nameFrom' | 'standing'> & { readonly id: UserId };
  return { ...notSet(), ...(JSON.parse(text) as Kept) };
}
