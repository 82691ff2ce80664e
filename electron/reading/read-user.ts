/**
 * Turns whatever Fetch User answered into a `User`. Once there is an envelope, an object in it and an id, this never
 * fails: what is not set is null, what cannot be read is null and listed, and what the reference does not describe is
 * kept as it came. It never throws, changes nothing in the body, and takes time linear in the body's size.
 *
 * Written by hand, not as a schema: a schema answers yes or no to a whole record, and one wrong field must cost that
 * field alone. What comes out always parses with the contract's schema; a property test holds it to that.
 */
import { longestHandle, longestUrl, longestWord } from '../../contract/bounds.ts';
import { failed, type Outcome, succeeded } from '../../contract/failures.ts';
import { spelledAlike, type UserId } from '../../contract/ids.ts';
import type { User } from '../../contract/user.ts';
import { fetchUserFields } from './fetch-user-fields.ts';
import { holdsTooDeep, mostLevels } from './nesting.ts';
import { readEmails } from './read-emails.ts';
import { readErrors } from './read-errors.ts';
import { excerptOf } from './read-excerpt.ts';
import { readNeededFlag } from './read-flag.ts';
import { asUserId } from './read-ids.ts';
import { nameOf, readNames } from './read-name.ts';
import { createNotes, isRecord, type JsonRecord } from './read-notes.ts';
import { readPhones } from './read-phones.ts';
import { readReports } from './read-reports.ts';
import { readLine, readParagraphs, readReference, readWholeLine } from './read-text.ts';
import { readBirthDate, readTime, timeUnitOf } from './read-times.ts';
import { statusOf } from './status.ts';

/**
 * The fields that have a place of their own in `User`; all others are kept as they come. What Fetch User gives is another
 * list (fetch-user-fields.ts): one more field here changes nothing in what a sync asks for.
 */
const ownFields = [
  'phones',
  'emails',
  'id',
  'createdAt',
  'updatedAt',
  'username',
  'firstName',
  'lastName',
  'middleName',
  'displayName',
  'gender',
  'dob',
  'bio',
  'profileImageUrl',
  'coverImageUrl',
  'timezone',
  'isActive',
  'isDeleted',
  'deletedAt',
  'availabilityStatus',
  'team',
  'role',
  'primaryEmail',
  'primaryPhone',
  'reportees',
] as const;
const own = new Set<string>(ownFields);

/** By one of these a record of a user is told from any other: servers say `title` or `message` of errors. */
const telling = new Set<string>(fetchUserFields.filter((field) => own.has(field)));

type BadReplyPlace = 'envelope' | 'data' | 'id' | 'another-id' | 'errors';

const badReply = (where: BadReplyPlace, detail: string): Outcome<never> => failed({ kind: 'bad-reply', where, detail });

const detailLimit = 300;

/**
 * Reads one whole reply: `{ "_data": {…}, "_meta": {…}, "_errors": […] }`, parsed from JSON.
 *
 * `asked` is the id that was asked for, or null. Fails with `bad-reply`: `envelope` (not an object, or one with neither
 * `_data` nor `_errors`), `errors` (errors and no data), `data` (the data is no object), and as `readUserRecord` does.
 */
export const readUser = (body: unknown, asked: UserId | null): Outcome<User> => {
  if (!isRecord(body)) return badReply('envelope', excerptOf(body, 80, 0).text);
  const data = Object.hasOwn(body, '_data') ? body._data : undefined;
  const errors = readErrors(body._errors);
  if (isRecord(data)) return readUserRecord(data, asked, errors);
  if (errors.length > 0) return badReply('errors', errors.join('; ').slice(0, detailLimit).toWellFormed());
  if (data === undefined) return badReply('envelope', 'no _data');
  return badReply('data', excerptOf(data, 80, 0).text);
};

/** Whether there is anything in it that a user record has. `{}` and `{ "message": … }` are no records. */
const hasAnyField = (data: JsonRecord): boolean => {
  for (const key in data) if (telling.has(key)) return true;
  return false;
};

/**
 * Reads one user record: the `_data` of a reply, or one element of a list.
 *
 * A record without a readable id survives under the id that was asked for, with `id` listed in `unread`. Fails with
 * `bad-reply`: `data` (no object), `id` (no readable id and none was asked for, or no field of a user record at all),
 * `another-id` (a readable id other than the one asked for; letter case and the dashes of a UUID do not count).
 */
export function readUserRecord(
  data: unknown,
  asked: UserId | null,
  serverErrors: readonly string[] = [],
): Outcome<User> {
  if (!isRecord(data)) return badReply('data', excerptOf(data, 80, 0).text);
  const found = asUserId(data.id);
  if (found !== null && asked !== null && found !== asked && spelledAlike(found) !== spelledAlike(asked)) {
    return badReply('another-id', found);
  }
  const id = found ?? (hasAnyField(data) ? asked : null);
  if (id === null) return badReply('id', excerptOf(data.id ?? null, 80, 0).text);

  const notes = createNotes();
  // First, because they matter most and the list of what could not be read is bounded.
  if (found === null) notes.cannotRead('id', 'a user id', data.id);
  const isActive = readNeededFlag(data.isActive, 'isActive', notes);
  const isDeleted = readNeededFlag(data.isDeleted, 'isDeleted', notes);

  const unit = timeUnitOf(data);
  const deletedAt = readTime(data.deletedAt, unit, 'deletedAt', notes);
  const names = {
    ...readNames(data, notes),
    username: readLine(data.username, 'username', notes, longestHandle),
  };
  const { reports, duplicateReports, notIds } = readReports(data.reportees, notes);
  const user: User = {
    id,
    // Read below, where the e-mails are: what could not be read is listed in the order of the fields.
    name: id,
    nameFrom: 'id',
    ...names,
    gender: readLine(data.gender, 'gender', notes, longestWord),
    dob: readBirthDate(data.dob, unit, data.timezone, notes),
    bio: readParagraphs(data.bio, 'bio', notes),
    profileImageUrl: readWholeLine(data.profileImageUrl, 'profileImageUrl', notes, longestUrl),
    coverImageUrl: readWholeLine(data.coverImageUrl, 'coverImageUrl', notes, longestUrl),
    timezone: readWholeLine(data.timezone, 'timezone', notes, longestWord),
    createdAt: readTime(data.createdAt, unit, 'createdAt', notes),
    updatedAt: readTime(data.updatedAt, unit, 'updatedAt', notes),
    status: statusOf({ isActive, isDeleted, deletedAt }),
    isActive,
    isDeleted,
    deletedAt,
    availability: readLine(data.availabilityStatus, 'availabilityStatus', notes, longestWord),
    team: readReference(data.team, 'team', notes),
    role: readReference(data.role, 'role', notes),
    emails: readEmails(data.emails, data.primaryEmail, unit, notes),
    phones: readPhones(data.phones, data.primaryPhone, notes),
    reports,
    duplicateReports,
    notIds,
    others: notes.others,
    serverErrors: [...serverErrors],
    unread: notes.unread,
    cut: notes.cut,
  };
  Object.assign(user, nameOf(user, id));
  // `data`, `onboardingData` and `profile`, which the reference types as null, come here as well.
  for (const key in data) {
    if (!own.has(key)) notes.other(key, data[key]);
    const isNamed = () => notes.unread.some(({ field }) => field === key);
    if (holdsTooDeep(data[key]) && !isNamed()) {
      notes.cannotRead(key, `at most ${mostLevels} levels of lists and records`, data[key]);
    }
  }
  notes.finish();
  return succeeded(user);
}
