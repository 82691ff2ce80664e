/** What to call a person. Never empty, and never reordered: the API's first, middle, last is what its users chose. */

import { boundedText } from '../../contract/bounded-text.ts';
import { longestText } from '../../contract/bounds.ts';
import type { UserId } from '../../contract/ids.ts';
import type { User } from '../../contract/user.ts';
import { cleanAddresses } from '../email/read-addresses.ts';
import type { JsonRecord, Notes } from './read-notes.ts';
import { readLine } from './read-text.ts';

/**
 * Texts that stand where a name should, and name nobody: "-", "N/A", "null null". Somebody called so is nameless.
 *
 * Without a letter, digit or emoji a text says nothing. Of texts with letters only those do that no person is called by and
 * that programs write where a value is missing: "null" (Java, JavaScript, SQL), "undefined" (JavaScript), "None" (Python),
 * and the "N/A" and "unknown" of forms. "Na", "Nil", "Nan" and "Test" are people's names, and stay out of the list.
 */
const said = String.raw`\p{L}\p{N}\p{Extended_Pictographic}\p{Regional_Indicator}`;
const nothing = new RegExp(`^[^${said}]*(?:(?:n[/.]a|null|none|undefined|unknown)(?![${said}])[^${said}]*)*$`, 'iu');

/** Longer texts say something: nobody writes so many placeholders. */
const longestPlaceholder = 100;

const namesNobody = (text: string): boolean =>
  text.length <= longestPlaceholder && nothing.test(text.normalize('NFKC'));

type NameFields = Pick<User, 'displayName' | 'firstName' | 'middleName' | 'lastName'>;
type Named = Pick<User, 'displayName' | 'firstName' | 'middleName' | 'lastName' | 'username' | 'emails'>;

/** The fields of a name. One that names nobody is not set: the raw reply alone has it. */
export const readNames = (data: JsonRecord, notes: Notes): NameFields => {
  const read = (field: keyof NameFields) => {
    const text = readLine(data[field], field, notes);
    return { text, name: text === null || namesNobody(text) ? null : text };
  };
  const [displayName, firstName] = [read('displayName'), read('firstName')];
  const [middleName, lastName] = [read('middleName'), read('lastName')];
  // Null is a family name, too: beside a first name, and with the capital that no program writes.
  const isNull = lastName.text?.trim() === 'Null' && firstName.name !== null;
  return {
    displayName: displayName.name,
    firstName: firstName.name,
    middleName: middleName.name,
    lastName: isNull ? lastName.text : lastName.name,
  };
};

/**
 * Display name, else first middle last; of somebody who has no name the e-mail that is listed first, else the username,
 * else the id. And which of them it was.
 */
export const nameOf = (user: Named, id: UserId): Pick<User, 'name' | 'nameFrom'> => {
  if (user.displayName !== null) return { name: user.displayName.trim(), nameFrom: 'displayName' };
  const parts: string[] = [];
  for (const part of [user.firstName, user.middleName, user.lastName]) if (part !== null) parts.push(part.trim());
  if (parts.length > 0) return { name: boundedText(parts.join(' '), longestText).trim(), nameFrom: 'nameParts' };
  for (const { address } of user.emails) {
    const name = cleanAddresses(address).find((text) => !namesNobody(text));
    if (name !== undefined) return { name, nameFrom: 'email' };
  }
  if (user.username !== null && !namesNobody(user.username))
    return { name: user.username.trim(), nameFrom: 'username' };
  return { name: id, nameFrom: 'id' };
};

/** Whether what they are called is a name. */
export const hasName = ({ nameFrom }: Pick<User, 'nameFrom'>): boolean =>
  nameFrom === 'displayName' || nameFrom === 'nameParts';
