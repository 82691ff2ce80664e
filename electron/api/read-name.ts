/** What to call a person. Never empty, and never reordered: the API's first, middle, last is what its users chose. */
import type { UserId } from '../../contract/ids.ts';
import type { User } from '../../contract/user.ts';

type Names = Pick<User, 'displayName' | 'firstName' | 'middleName' | 'lastName' | 'username'>;

/** Display name, else first middle last, else username, else the id; and which of them it was. */
export const nameOf = (names: Names, id: UserId): Pick<User, 'name' | 'nameFrom'> => {
  if (names.displayName !== null) return { name: names.displayName.trim(), nameFrom: 'displayName' };
  const parts: string[] = [];
  for (const part of [names.firstName, names.middleName, names.lastName]) if (part !== null) parts.push(part.trim());
  if (parts.length > 0) return { name: parts.join(' '), nameFrom: 'nameParts' };
  if (names.username !== null) return { name: names.username.trim(), nameFrom: 'username' };
  return { name: id, nameFrom: 'id' };
};
