/** Makes users, replies and stores for the database's tests. */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { succeeded } from '../../../contract/failures.ts';
import type { Sha256, UserId } from '../../../contract/ids.ts';
import type { Email, User } from '../../../contract/user.ts';
import type { Clock } from '../../../electron/clock.ts';
import type { Log } from '../../../electron/log.ts';
import { createFindKeys } from '../../../electron/people/find-keys.ts';
import { createPeopleViews, type PeopleViews } from '../../../electron/people/people-views.ts';
import type { UserReply } from '../../../electron/reading/user-reply.ts';
import type { Reader } from '../../../electron/storage/reader.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { type DirectoryStore, openStore, type StoreNeeds } from './whole-store.ts';

export const noon = Date.UTC(2026, 2, 1, 12);

export const stillClock: Clock = { now: () => noon, monotonic: () => 0, sleep: () => Promise.resolve() };

/** A log that turns defects into failures of the test. */
export const strictLog: Log = {
  info: () => {},
  defect: (event, error) => {
    throw new Error(event, { cause: error });
  },
};

export const idOf = (text: string) => text as UserId;

export function userOf(id: string, more: Partial<User> = {}): User {
  const name = more.name ?? `Person ${id}`;
  return {
    id: idOf(id),
    name,
    nameFrom: 'displayName',
    displayName: name,
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
    status: 'active',
    isActive: true,
    isDeleted: false,
    deletedAt: null,
    availability: null,
    team: null,
    role: null,
    emails: [],
    phones: [],
    reports: [],
    duplicateReports: [],
    notIds: [],
    others: [],
    serverErrors: [],
    unread: [],
    cut: [],
    ...more,
  };
}

export function emailOf(address: string, more: Partial<Email> = {}): Email {
  return {
    id: null,
    address,
    normalized: null,
    type: null,
    isVerified: true,
    isPrimary: false,
    isListed: true,
    createdAt: null,
    updatedAt: null,
    owner: null,
    ...more,
  };
}

/** The reply that would be read as this user. Its text differs exactly where the user does. */
export function replyOf(user: User, receivedAt = noon): UserReply {
  const text = JSON.stringify({ _data: user });
  const sha256 = createHash('sha256').update(text).digest('hex') as Sha256;
  return { user, text, sha256, url: `https://api.example.com/v1/ext/user/${user.id}`, receivedAt };
}

export function freshFile(): string {
  return join(temporaryFolder(), 'copy', 'people.db');
}

/** Reads what `replyOf` writes: the user itself. */
export const plainReader: Reader = {
  version: 1,
  read: (body) => succeeded((body as { _data: User })._data),
};

export function storeAt(file: string, more: Partial<StoreNeeds> = {}): { store: DirectoryStore; recovered: boolean } {
  const opened = openStore({ file, clock: stillClock, log: strictLog, reader: plainReader, ...more });
  if (!opened.ok) throw new Error(`not opened: ${JSON.stringify(opened.failure)}`);
  return opened.value;
}

/** Records and insists that it was stored. */
export function record(store: DirectoryStore, users: readonly User[], at = noon) {
  const outcome = store.recordUsers(users.map((user) => replyOf(user, at)));
  if (!outcome.ok) throw new Error(`not stored: ${JSON.stringify(outcome.failure)}`);
  return outcome.value;
}

/** The table over a store, in this thread. */
export function viewsOf(
  store: DirectoryStore,
  monotonic: () => number = () => 0,
  afterOthers: (work: () => void) => void = setImmediate,
): PeopleViews {
  const { database, storedUser: userOf, storeFile } = store;
  const { version: readerVersion } = storeFile.reader;
  return createPeopleViews({
    database,
    userOf,
    readerVersion,
    findKeys: createFindKeys(store),
    monotonic,
    now: () => noon,
    afterOthers,
  });
}

/** Ids of everybody in a file, in their order, by another connection to it. */
export function idsIn(file: string): string[] {
  const database = new DatabaseSync(file, { readOnly: true });
  const rows = database.prepare('SELECT i.id FROM people p JOIN ids i ON i.key = p.key ORDER BY i.id').all();
  database.close();
  return (rows as { id: string }[]).map(({ id }) => id);
}
