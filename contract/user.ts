/**
 * A user as read from one reply of Fetch User, whatever shape the reply had. Reading never fails once there is
 * an id: what was not set is null, and what could not be read is null and named in `unread`.
 * Source of the fields: the API reference of `GET /v1/ext/user/{userId}`.
 */
import { z } from 'zod';
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

export const Email = z.object({
  /** The e-mail record's own id. */
  id: z.string().nullable(),
  /** As written in the reply; never validated, since addresses that no rule allows do occur. */
  address: z.string(),
  normalized: z.string().nullable(),
  type: z.string().nullable(),
  isVerified: z.boolean().nullable(),
  isPrimary: z.boolean(),
  /** False for a primary e-mail that the list of e-mails leaves out. */
  isListed: z.boolean(),
  createdAt: Milliseconds.nullable(),
  updatedAt: Milliseconds.nullable(),
  /** Whose e-mail the record itself says it is. */
  owner: z.string().nullable(),
});
export type Email = z.infer<typeof Email>;

export const Phone = z.object({
  number: z.string(),
  type: z.string().nullable(),
  isPrimary: z.boolean(),
});
export type Phone = z.infer<typeof Phone>;

/** A value that the reference types as `null` and that came all the same, as indented JSON text. */
export const OtherField = z.object({ field: z.string(), json: z.string() });
export type OtherField = z.infer<typeof OtherField>;

/** A field of the reply that could not be read, with what was expected and what came. */
export const UnreadField = z.object({
  /** A path such as `emails[2].isVerified`. */
  field: z.string(),
  expected: z.string(),
  /** What came, shortened to 80 characters. */
  came: z.string(),
});
export type UnreadField = z.infer<typeof UnreadField>;

export const User = z.object({
  id: UserId,
  /** What to call the person: display name, else first middle last, else the e-mail, else username, else the id. Never empty. */
  name: z.string(),
  nameFrom: z.enum(['displayName', 'nameParts', 'email', 'username', 'id']),
  displayName: z.string().nullable(),
  firstName: z.string().nullable(),
  middleName: z.string().nullable(),
  lastName: z.string().nullable(),
  username: z.string().nullable(),
  gender: z.string().nullable(),
  /** Birth date, as midnight UTC. */
  dob: Milliseconds.nullable(),
  bio: z.string().nullable(),
  profileImageUrl: z.string().nullable(),
  coverImageUrl: z.string().nullable(),
  /** As it came: an offset such as `+0530`, `Z`, or an IANA name. */
  timezone: z.string().nullable(),
  createdAt: Milliseconds.nullable(),
  updatedAt: Milliseconds.nullable(),
  status: RecordStatus,
  isActive: z.boolean().nullable(),
  isDeleted: z.boolean().nullable(),
  deletedAt: Milliseconds.nullable(),
  /** The API's word as it came, such as `AVAILABLE`. */
  availability: z.string().nullable(),
  /** Ids in v1, words in v2. */
  team: z.string().nullable(),
  role: z.string().nullable(),
  /** The primary first, then in the reply's order. */
  emails: z.array(Email),
  phones: z.array(Phone),
  /** The direct reports ("reportees" in the API), each once, in the reply's order; the user's own id is kept, since data does that. */
  reports: z.array(UserId),
  /** Those of them that `reportees` names more than once. */
  duplicateReports: z.array(UserId),
  /** Entries of `reportees` that cannot be ids, as text. */
  notIds: z.array(z.string()),
  /** `data`, `onboardingData`, `profile`, `primaryPhone` of unknown shape, and fields the reference does not name. */
  others: z.array(OtherField),
  /** Messages of the envelope's `_errors`, beside the data. */
  serverErrors: z.array(z.string()),
  unread: z.array(UnreadField),
});
export type User = z.infer<typeof User>;

/** What in one record contradicts itself. The sentence for each stands in `words.ts`. */
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
