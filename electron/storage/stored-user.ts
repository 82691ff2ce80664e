/** A stored person as a user: read from their newest reply, or from what the table of people holds where that fails. */

import { boundedText, isBounded } from '../../contract/bounded-text.ts';
import { longestHandle, longestNumber, longestText, longestWord, mostContacts } from '../../contract/bounds.ts';
import type { UserId } from '../../contract/ids.ts';
import type { CarriedField } from '../../contract/person.ts';
import type { User } from '../../contract/user.ts';
import { shortened } from '../reading/read-notes.ts';
import type { PersonKey } from '../sqlite/person-ids.ts';
import { type Carried, pathWords } from './carried.ts';
import type { NewestReply } from './observations-table.ts';
import type { FiledPerson } from './people-table.ts';
import type { Reader } from './reader.ts';
import { wholeReply } from './reply-content.ts';
import { saysNothing } from './substance.ts';
import type { Tables } from './tables.ts';

/** `carried`: what the newest reply leaves out. */
export type ReadUser = Pick<NewestReply, 'carried' | 'fetchedAt' | 'notFoundSince'> & { readonly user: User };

/** Null for one who is not stored. */
export type ReadStored = (key: PersonKey) => ReadUser | null;

export function createReadStored(
  { ids, people, observations }: Pick<Tables, 'ids' | 'people' | 'observations'>,
  reader: Reader,
): ReadStored {
  return (key) => {
    const newest = observations.newest(key);
    if (newest === null) return null;
    const { raw, ...more } = newest;
    const { id } = raw;
    const read = reader.read(wholeReply(raw.text, more.carried), id);
    // In the spelling that everything else goes by.
    if (read.ok) return { user: { ...read.value, id, reports: ids.asStored(read.value.reports) }, ...more };
    const filed = people.filed(key);
    return filed === null ? null : { user: userOfFiled(id, boundedFiled(filed)), ...more };
  };
}

/** Fields named as older than the newest reply. */
const mostCarried = 200;

export type StoredUser = {
  readonly user: User;
  /** When the newest reply came. */
  readonly fetchedAt: number;
  /** Since when the server says that there is no such user; null where it does not. */
  readonly notFoundSince: number | null;
  /** What of the user is older. */
  readonly carried: readonly CarriedField[];
};

/** Null for one who is not stored. */
export function createStoredUser(
  tables: Pick<Tables, 'ids' | 'people' | 'observations'>,
  reader: Reader,
): (key: PersonKey) => StoredUser | null {
  const readStored = createReadStored(tables, reader);
  return (key) => {
    const stored = readStored(key);
    if (stored === null) return null;
    const { user, fetchedAt, notFoundSince } = stored;
    return { user, fetchedAt, notFoundSince, carried: carriedFieldsOf(stored.carried, fetchedAt) };
  };
}

/** What of a user is older than the reply of `fetchedAt`. */
export function carriedFieldsOf(carried: readonly Carried[], fetchedAt: number): readonly CarriedField[] {
  if (carried.length === 0) return [];
  const fields = carried.flatMap(({ path, value, at, why }) => {
    const field = shortened(pathWords(path), longestWord);
    return saysNothing(value) ? [] : [{ field, seenAt: Math.min(at, fetchedAt), why }];
  });
  // The page says in its own place that this one is older.
  fields.sort((one, other) => Number(other.field === 'reportees') - Number(one.field === 'reportees'));
  return fields.slice(0, mostCarried);
}

/** An older reader may have filed longer texts. */
function boundedFiled(filed: FiledPerson): FiledPerson {
  const bounded = (text: string | null, longest: number) => (text === null ? null : boundedText(text, longest));
  const within = (texts: readonly string[], longest: number) =>
    texts.filter((text) => isBounded(text, longest)).slice(0, mostContacts);
  return {
    ...filed,
    name: boundedText(filed.name, longestText),
    username: bounded(filed.username, longestHandle),
    availability: bounded(filed.availability, longestWord),
    role: bounded(filed.role, longestWord),
    team: bounded(filed.team, longestWord),
    emails: within(filed.emails, longestHandle),
    phones: within(filed.phones, longestNumber),
  };
}

function userOfFiled(id: UserId, { emails, phones, ...filed }: FiledPerson): User {
  return {
    id,
    ...filed,
    ...nameOfFiled(id, emails, filed),
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
    cut: [],
  };
}

/** What was taken for a name, where it is none of what stands in for one. */
function nameOfFiled(
  id: UserId,
  emails: readonly string[],
  { name, username }: Pick<FiledPerson, 'name' | 'username'>,
) {
  const nameFrom: User['nameFrom'] =
    name === id ? 'id' : name === username?.trim() ? 'username' : emails.includes(name) ? 'email' : 'displayName';
  return { nameFrom, displayName: nameFrom === 'displayName' ? name : null };
}
