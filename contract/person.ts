/**
 * A person as the page shows one: the user, and what the directory knows around them. The API names no manager;
 * whoever lists a person among their direct reports claims to be one, and each claim says when it was seen.
 */
import { z } from 'zod';
import { cardBounds, longestHandle, longestPart, longestWord, mostEntries, mostNamed } from './bounds.ts';
import { FailureSchema } from './failure-schema.ts';
import { Sha256, UserId } from './ids.ts';
import { PictureTroubles } from './picture.ts';
import { Reach } from './reach.ts';
import { Contradiction, Milliseconds, RecordStatus, Status, User } from './user.ts';

/**
 * A team or role: the value the user carries, and its name. `namedBy`: whether the server's configuration gives the name,
 * or the person gave it on this computer; null where there is none.
 */
export const Label = z.object({
  id: z.string().max(longestWord),
  name: z.string().max(longestWord).nullable(),
  namedBy: z.enum(['server', 'person']).nullable(),
});
export type Label = z.infer<typeof Label>;

/** A person in one line: enough for a list, a chain or a search result. */
export const PersonCard = z.object({
  id: UserId,
  name: z.string().max(cardBounds.name),
  username: z.string().max(cardBounds.username).nullable(),
  email: z.string().max(cardBounds.email).nullable(),
  status: Status,
  /** As the record says, whatever the status; null: it gives no date. */
  deletedAt: Milliseconds.nullable(),
  /** Since when the server answers that there is no such user; null where it does not. A deleted person keeps their status. */
  notFoundSince: Milliseconds.nullable(),
  availability: z.string().max(cardBounds.word).nullable(),
  role: Label.nullable(),
  team: Label.nullable(),
  /** Served at `app://bundle/picture/<sha256>`; null: draw initials. */
  picture: Sha256.nullable(),
  /** How many direct reports the person lists. */
  reportCount: z.number().int(),
  /** When the server last said this. */
  fetchedAt: Milliseconds,
});
export type PersonCard = z.infer<typeof PersonCard>;

/** One line of `reportees`: known, being fetched, failed, never stored and said not to exist, or never fetchable. */
export const ReportEntry = z.discriminatedUnion('state', [
  /** `isTheirs`: whether the person who lists them is their manager, by the rule that decides where several list somebody. */
  z.object({ state: z.literal('known'), id: UserId, card: PersonCard, isTheirs: z.boolean() }),
  z.object({ state: z.literal('waiting'), id: UserId }),
  z.object({ state: z.literal('failed'), id: UserId, failure: FailureSchema }),
  z.object({ state: z.literal('not-found'), id: UserId, since: Milliseconds }),
  z.object({ state: z.literal('not-an-id'), text: z.string().max(longestWord) }),
]);
export type ReportEntry = z.infer<typeof ReportEntry>;

/**
 * Of a list of direct reports that is longer than one answer, how many there are of each kind, the person themselves not
 * among them.
 */
export const ReportTotals = z.object({
  entries: z.number().int(),
  /** Of those known, and of those who the server says do not exist. */
  byStatus: z.record(Status, z.number().int()),
  /** Never stored, and said not to exist. */
  notFound: z.number().int(),
  failed: z.number().int(),
  /** Nothing is known of them yet. */
  waiting: z.number().int(),
  /** Under somebody who is gone: those who are there, and whose manager that is. */
  living: z.number().int(),
});
export type ReportTotals = z.infer<typeof ReportTotals>;

/** Counts below a person, from what is known so far. A person reached twice counts once; the person does not count. */
export const ReportSummary = z.object({
  direct: z.number().int(),
  /**
   * Everyone below who is known or named. Of those who are only named, the server said of `notFound` that they do not
   * exist; the others, `notFetched`, may have more below them. Who was known before counts as known.
   */
  total: z.number().int(),
  notFetched: z.number().int(),
  /** Of those not fetched: fetching them failed. */
  failed: z.number().int(),
  notFound: z.number().int(),
  /** Levels below the person: 0 for nobody, 1 where no report has reports. */
  layers: z.number().int(),
});
export type ReportSummary = z.infer<typeof ReportSummary>;

/** One way from a person to the top. A person with two managers has two. */
export const ReportingLine = z.object({
  /** Top first, the claiming manager last; the person is not in it. Never empty. */
  steps: z.array(PersonCard).max(100),
  /** When the manager's claim was last seen in a reply. */
  seenAt: Milliseconds,
  /**
   * Why it stops at the first step. `top`: nobody known lists them. `loop`: the person is their manager. `into-loop`: the
   * managers above them come back to them, and the person is not among those. `cut`: there is more above.
   */
  end: z.enum(['top', 'loop', 'into-loop', 'cut']),
});
export type ReportingLine = z.infer<typeof ReportingLine>;

/** People who report to each other in a circle: each lists the next, the last the first. `more`: how many are not named. */
export const Loop = z.object({ people: z.array(PersonCard).max(12), more: z.number().int() });
export type Loop = z.infer<typeof Loop>;

/** The three flags as they were from `at` on: one row each time one of them changed. Newest first. */
export const StatusObservation = z.object({
  at: Milliseconds,
  status: RecordStatus,
  isActive: z.boolean().nullable(),
  isDeleted: z.boolean().nullable(),
  deletedAt: Milliseconds.nullable(),
  availability: z.string().max(longestWord).nullable(),
});
export type StatusObservation = z.infer<typeof StatusObservation>;

/** A time in which the server answered that there is no such user; `until` null: it still does. */
export const NotFoundSpan = z.object({ since: Milliseconds, until: Milliseconds.nullable() });
export type NotFoundSpan = z.infer<typeof NotFoundSpan>;

/**
 * A field of the reply, such as `emails[2].isVerified`, that the newest one leaves out or has in a form that cannot be read,
 * and that is shown as an older one had it, which was last received at `seenAt`.
 */
export const CarriedField = z.object({
  field: z.string().max(longestWord),
  seenAt: Milliseconds,
  why: z.enum(['missing', 'unreadable']),
});
export type CarriedField = z.infer<typeof CarriedField>;

/**
 * Of somebody who is there and whose managers are all gone (deleted, or not found): their manager first; `more`: how many are
 * not named. `nearest`: the first up their line who is there; null: nobody is.
 */
export const LeftBehind = z.object({
  managers: z.array(PersonCard).max(mostNamed),
  more: z.number().int(),
  nearest: PersonCard.nullable(),
});
export type LeftBehind = z.infer<typeof LeftBehind>;

/** Without the people they list, of which there may be any number. */
export const ShownUser = User.omit({ reports: true, duplicateReports: true, notIds: true });
export type ShownUser = z.infer<typeof ShownUser>;

/** Everything a person's page shows, in one reply. */
export const PersonPage = z.object({
  user: ShownUser,
  /** What can be done with the user's addresses, numbers and time zone. */
  reach: Reach,
  /** The same person in one line, as every list shows them; it carries the names of team and role. */
  card: PersonCard,
  cover: Sha256.nullable(),
  pictureTroubles: PictureTroubles,
  /** `server`: fetched for this very opening. `local`: from the local copy, as old as `fetchedAt` says. */
  source: z.enum(['server', 'local']),
  fetchedAt: Milliseconds,
  /** Why the server's answer is missing although it was wanted; what is shown is the local copy. */
  trouble: FailureSchema.nullable(),
  /** Since when the server answers that there is no such user; null where it does not. */
  notFoundSince: Milliseconds.nullable(),
  /** The first is of the person's manager; the others are of those who list the person too. */
  lines: z.array(ReportingLine).max(20),
  /** Null: a manager of the person is there, or nobody lists them, or they are gone themselves. */
  leftBehind: LeftBehind.nullable(),
  /** The loop in which the person stands, from them on; null where there is none. */
  loop: Loop.nullable(),
  /** The first of them. */
  reports: z.array(ReportEntry).max(mostEntries),
  /** Of all of them, where there are more; they are asked for in parts. Null: these are all. */
  reportTotals: ReportTotals.nullable(),
  summary: ReportSummary,
  /** The other direct reports of the person's manager. */
  peers: z.array(PersonCard).max(50),
  /** Who stands before and after the person among the manager's known direct reports; null: nobody. */
  beside: z.object({ before: UserId.nullable(), after: UserId.nullable() }),
  contradictions: z.array(Contradiction),
  /** What of `user` is older than `fetchedAt`. */
  carried: z.array(CarriedField).max(mostEntries),
  statusHistory: z.array(StatusObservation).max(mostEntries),
  /** When the server did not have them, newest first, at most 200 times. */
  notFoundHistory: z.array(NotFoundSpan).max(mostEntries),
});
export type PersonPage = z.infer<typeof PersonPage>;

/** The reply as it came, or a part of its text: the receipt for what a page says. */
export const RawReply = z.object({
  id: UserId,
  /** The body, decoded from UTF-8, unchanged; or the part of it that was asked for. */
  text: z.string(),
  /** Of the body's bytes. */
  sha256: Sha256,
  /** When a reply that says the same in substance, in whatever text, was first received. */
  firstSeenAt: Milliseconds,
  /** When this very text was first and last received. */
  textSeenAt: Milliseconds,
  lastSeenAt: Milliseconds,
  /** The URL asked, without credentials. */
  url: z.string(),
});
export type RawReply = z.infer<typeof RawReply>;

/** One part of the text, of so many in all; `sha256` is that of the whole. */
export const RawPart = RawReply.extend({ text: z.string().max(longestPart), parts: z.number().int().min(1) });
export type RawPart = z.infer<typeof RawPart>;

/** Parts of a text that matched: each `[start, end)` in UTF-16 units, in order and apart. */
const Marks = z.array(z.tuple([z.number().int(), z.number().int()]));

/** A found person, with the parts of the name that matched. */
export const FoundPerson = z.object({
  card: PersonCard,
  marks: Marks,
  /** What matched where it was not the name, as it stands in the record; of a role or team, its name. */
  because: z
    .object({
      field: z.enum(['email', 'username', 'id', 'phone', 'role', 'team']),
      text: z.string().max(longestHandle),
      marks: Marks,
    })
    .nullable(),
});
export type FoundPerson = z.infer<typeof FoundPerson>;

/** How many match a text, by status, whatever status is looked for. `more`: they are so many that not all were counted. */
export const MatchCounts = z.object({
  byStatus: z.record(Status, z.number().int()),
  more: z.boolean(),
});
export type MatchCounts = z.infer<typeof MatchCounts>;
