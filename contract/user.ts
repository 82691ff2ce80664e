/**
 * A user as read from one reply of Fetch User, whatever shape the reply had. Reading never fails once there is
 * an id: what was not set is null, and what could not be read is null and named in `unread`.
 * Source of the fields: the API reference of `GET /v1/ext/user/{userId}`.
 */
import { z } from 'zod';
import {
  longestHandle,
  longestNumber,
  longestText,
  longestUrl,
  longestWord,
  mostContacts,
  mostEntries,
} from './bounds.ts';
import { UserId } from './ids.ts';

/** Milliseconds since 1970-01-01T00:00Z. */
export const Milliseconds = z.number();

/** What a record's flags say, in one word. Deleted overrides inactive overrides active; unreadable flags are `unknown`. */
export const RecordStatus = z.enum(['active', 'inactive', 'deleted', 'unknown']);
export type RecordStatus = z.infer<typeof RecordStatus>;

/**
 * The status that is shown, counted, filtered, sorted and exported. `not-found`: the server had this user and now says
 * that there is none. It overrides what the flags said last, except `deleted`. See docs/decisions/status.md.
 */
export const Status = z.enum([...RecordStatus.options, 'not-found']);
export type Status = z.infer<typeof Status>;

/** A name or a paragraph, and a word. */
const Text = z.string().max(longestText);
const Word = z.string().max(longestWord);
const Address = z.string().max(longestHandle);

export const Email = z.object({
  /** The e-mail record's own id. */
  id: Word.nullable(),
  /** As written in the reply; never validated, since addresses that no rule allows do occur. */
  address: Address,
  normalized: Address.nullable(),
  type: Word.nullable(),
  isVerified: z.boolean().nullable(),
  isPrimary: z.boolean(),
  /** False for a primary e-mail that the list of e-mails leaves out. */
  isListed: z.boolean(),
  createdAt: Milliseconds.nullable(),
  updatedAt: Milliseconds.nullable(),
  /** Whose e-mail the record itself says it is. */
  owner: Word.nullable(),
});
export type Email = z.infer<typeof Email>;

export const Phone = z.object({
  number: z.string().max(longestNumber),
  type: Word.nullable(),
  isPrimary: z.boolean(),
});
export type Phone = z.infer<typeof Phone>;

/** A value that the reference types as `null` and that came all the same, as indented JSON text. */
export const OtherField = z.object({ field: z.string().max(longestHandle), json: z.string().max(40_000) });
export type OtherField = z.infer<typeof OtherField>;

/** A field of the reply that could not be read, with what was expected and what came. */
export const UnreadField = z.object({
  /** A path such as `emails[2].isVerified`. */
  field: z.string().max(longestHandle),
  expected: z.string().max(longestWord),
  /** What came, shortened to 80 characters. */
  came: z.string().max(longestWord),
});
export type UnreadField = z.infer<typeof UnreadField>;

/**
 * A field of which a part is left out, since it is longer than a page can show: so many of its letters or entries are kept.
 * `marks`: letters whose combining marks go beyond the most that are drawn on one.
 */
export const CutField = z.object({
  field: z.string().max(longestWord),
  what: z.enum(['letters', 'marks', 'entries']),
  kept: z.number().int(),
  of: z.number().int(),
});
export type CutField = z.infer<typeof CutField>;

export const User = z.object({
  id: UserId,
  /** What to call the person: display name, else first middle last, else the e-mail, else username, else the id. Never empty. */
  name: Text,
  nameFrom: z.enum(['displayName', 'nameParts', 'email', 'username', 'id']),
  displayName: Text.nullable(),
  firstName: Text.nullable(),
  middleName: Text.nullable(),
  lastName: Text.nullable(),
  username: z.string().max(longestHandle).nullable(),
  gender: Word.nullable(),
  /** Birth date, as midnight UTC. */
  dob: Milliseconds.nullable(),
  bio: Text.nullable(),
  profileImageUrl: z.string().max(longestUrl).nullable(),
  coverImageUrl: z.string().max(longestUrl).nullable(),
  /** As it came: an offset such as `+0530`, `Z`, or an IANA name. */
  timezone: Word.nullable(),
  createdAt: Milliseconds.nullable(),
  updatedAt: Milliseconds.nullable(),
  status: RecordStatus,
  isActive: z.boolean().nullable(),
  isDeleted: z.boolean().nullable(),
  deletedAt: Milliseconds.nullable(),
  /** The API's word as it came, such as `AVAILABLE`. */
  availability: Word.nullable(),
  /** Ids in v1, words in v2. */
  team: Word.nullable(),
  role: Word.nullable(),
  /** The primary first, then in the reply's order. */
  emails: z.array(Email).max(mostContacts),
  phones: z.array(Phone).max(mostContacts),
  /** The direct reports ("reportees" in the API), each once, in the reply's order; the user's own id is kept, since data does that. */
  reports: z.array(UserId),
  /** Those of them that `reportees` names more than once. */
  duplicateReports: z.array(UserId),
  /** Entries of `reportees` that cannot be ids, as text. */
  notIds: z.array(Word).max(mostEntries),
  /** `data`, `onboardingData`, `profile`, `primaryPhone` of unknown shape, and fields the reference does not name. */
  others: z.array(OtherField).max(mostEntries),
  /** Messages of the envelope's `_errors`, beside the data. */
  serverErrors: z.array(z.string().max(longestHandle)).max(mostEntries),
  unread: z.array(UnreadField).max(mostEntries),
  /** What is longer than the page can show. */
  cut: z.array(CutField).max(mostEntries),
});
export type User = z.infer<typeof User>;

/** What in one record contradicts itself. The sentence for each stands in `renderer/words/`. */
export const Contradiction = z.enum([
  'deleted-yet-active',
  'deleted-yet-available',
  'inactive-yet-available',
  'deleted-without-date',
  'deletion-date-yet-not-deleted',
  'primary-email-not-listed',
  'primary-email-unverified',
  'email-of-another-user',
  'reports-to-self',
]);
export type Contradiction = z.infer<typeof Contradiction>;
