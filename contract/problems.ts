/**
 * What cannot be right in the data as it is stored: who is left behind by somebody who is gone, what is wrong with the
 * structure, and what is wrong with records. Gone is who is deleted or not found; everybody else who is stored is there.
 */
import { z } from 'zod';
import { longestHandle, longestNote, longestWord, mostNamed, mostProblemRows, mostSubjects } from './bounds.ts';
import { FailureSchema } from './failure-schema.ts';
import { UserId } from './ids.ts';
import { LeftBehind, PersonCard } from './person.ts';
import { problemKinds } from './problem-kinds.ts';
import { PeopleFilter } from './table.ts';
import { Milliseconds } from './user.ts';

export const ProblemKind = z.enum(problemKinds);
export type ProblemKind = z.infer<typeof ProblemKind>;

/** Of a list, the first few are named; `more`: how many are not. */
const People = z.array(PersonCard).max(mostNamed);
const more = z.number().int();
const person = PersonCard;
const address = z.string().max(longestHandle);
const ofOne = <const K extends ProblemKind>(kind: K) => z.object({ kind: z.literal(kind), person });

/** Each carries what its row shows. An `id` may be of somebody who is not stored: `person` is null then. */
export const Problem = z.discriminatedUnion('kind', [
  /** Somebody who is there, and each of whose managers is gone. */
  ofOne('left-behind').extend(LeftBehind.shape),
  /** Somebody gone who is still the manager of so many people who are there. */
  ofOne('gone-manager').extend({ living: z.number().int() }),
  /** `person` says which: deleted, or inactive. */
  ofOne('still-available'),
  ofOne('deleted-active'),
  /** The server says that there is no such user; somebody lists them, or they were given to start from. */
  z.object({
    kind: z.literal('not-found'),
    id: UserId,
    person: person.nullable(),
    since: Milliseconds,
    listedBy: People,
    more,
  }),
  /** People who are each below themselves, in the order of the claims: each lists the next, the last the first. */
  z.object({ kind: z.literal('cycle'), people: People, more }),
  ofOne('self-report'),
  ofOne('too-many-reports').extend({ reports: z.number().int() }),
  /** Somebody who is there, leads, and is listed by nobody; there are others. `below`: how many lines come to them. */
  ofOne('several-tops').extend({ below: z.number().int() }),
  /** Somebody who is there, is listed by nobody, and lists nobody. */
  ofOne('alone'),
  ofOne('several-managers').extend({ managers: People, more }),
  /** `text`: the address or number, as the first of the people has it. */
  z.object({ kind: z.literal('shared-email'), text: address, people: People, more }),
  z.object({ kind: z.literal('shared-phone'), text: address, people: People, more }),
  /** The first such address, and the id that its record gives; `more` addresses. */
  ofOne('owned-by-another').extend({ address, owner: z.string().max(longestWord), more }),
  ofOne('unverified-primary').extend({ address }),
  ofOne('unlisted-primary').extend({ address }),
  ofOne('deleted-without-date'),
  ofOne('date-without-deletion'),
  /** Paths such as `emails[2].isVerified`. */
  ofOne('unreadable').extend({ fields: z.array(address).max(mostNamed), more }),
  /** Entries of `reportees` that cannot be ids, as text. */
  ofOne('not-an-id').extend({ texts: z.array(z.string().max(longestWord)).max(mostNamed), more }),
  /** Entries of `reportees` that stood there more than once. */
  ofOne('duplicate-report').extend({ ids: z.array(UserId).max(mostNamed), more }),
  /** An entry of the server's list, from 1, that is nobody; `text`: the JSON of what stands for its id, or in its place, shortened. */
  z.object({
    kind: z.literal('bad-entry'),
    entry: z.number().int(),
    why: z.enum(['no-id', 'no-user']),
    text: z.string().max(longestWord),
  }),
  /** Stands in the server's list of everybody so many times; the first counts. */
  ofOne('listed-twice').extend({ times: z.number().int() }),
  /** The server's list of everybody has fewer entries than it says, or names pages that cannot be followed (`total`: null). */
  z.object({ kind: z.literal('list-part'), listed: z.number().int(), total: z.number().int().nullable() }),
  /** Refused, unreadable, the reply was about somebody else, or the server keeps failing. */
  z.object({
    kind: z.literal('failed'),
    id: UserId,
    person: person.nullable(),
    failure: FailureSchema,
    at: Milliseconds,
    listedBy: People,
    more,
  }),
]);
export type Problem = z.infer<typeof Problem>;

/** Stands for one problem among those of its kind, for as long as the local copy is kept. */
export const ProblemSubject = z.number().int().min(0);
export type ProblemSubject = z.infer<typeof ProblemSubject>;

export const ProblemRow = z.object({
  subject: ProblemSubject,
  problem: Problem,
  /** Since when it is so, where a record or the server says; null: neither does. */
  since: Milliseconds.nullable(),
  /** Whose reply shows it, and when that was last received; null: there is none. */
  evidence: z.object({ id: UserId, at: Milliseconds }).nullable(),
  /** It was not there, or was another, when its kind was last looked at. Never of one that is set aside. */
  isNew: z.boolean(),
  /** Null: it is not set aside, or what shows it has changed since. */
  aside: z.object({ note: z.string().max(longestNote), at: Milliseconds }).nullable(),
});
export type ProblemRow = z.infer<typeof ProblemRow>;

export const ProblemKindOverview = z.object({
  kind: ProblemKind,
  /** Those that are not set aside. */
  count: z.number().int(),
  /** Of those, how many are new. */
  fresh: z.number().int(),
  aside: z.number().int(),
  /** Of `count`, the heaviest. */
  first: z.array(ProblemRow).max(3),
});
export type ProblemKindOverview = z.infer<typeof ProblemKindOverview>;

export const ProblemsOverview = z.object({
  /** Grows whenever a problem comes, changes or goes, is set aside or taken back, or is looked at. */
  version: z.number().int(),
  /** Every kind, in order. */
  kinds: z.array(ProblemKindOverview).max(problemKinds.length),
  /** New ones of all kinds but those that are information. */
  fresh: z.number().int(),
  /** Replies that an older version had read are being read again: until then problems of records are lacking. */
  rereading: z.object({ done: z.number().int(), total: z.number().int() }).nullable(),
});
export type ProblemsOverview = z.infer<typeof ProblemsOverview>;

export const ProblemFilter = z.object({
  /** `open`: not set aside, the new ones among them. */
  which: z.enum(['open', 'new', 'aside']),
  /** Of the people that a problem is about: one of them has to fit all of these. */
  ...PeopleFilter.pick({ role: true, team: true, below: true, text: true }).shape,
});
export type ProblemFilter = z.infer<typeof ProblemFilter>;

/**
 * `weight`: how much hangs on it, such as how many people a gone manager leads. `name`: of the first person, or what stands
 * for one. Between equals the order is always the same; what has no date comes last.
 */
export const ProblemSort = z.object({ by: z.enum(['weight', 'name', 'since']), descending: z.boolean() });
export type ProblemSort = z.infer<typeof ProblemSort>;

export const ProblemRowsAsked = z.object({
  kind: ProblemKind,
  filter: ProblemFilter,
  sort: ProblemSort,
  offset: z.number().int().min(0),
  limit: z.number().int().min(1).max(mostProblemRows),
});
export type ProblemRowsAsked = z.infer<typeof ProblemRowsAsked>;

export const ProblemRows = z.object({
  version: z.number().int(),
  offset: z.number().int(),
  rows: z.array(ProblemRow).max(mostProblemRows),
  total: z.number().int(),
});
export type ProblemRows = z.infer<typeof ProblemRows>;

/** Problems of one kind: some by their subjects, or all that a filter leaves. */
export const MeantProblems = z.object({
  kind: ProblemKind,
  of: z.union([z.object({ subjects: z.array(ProblemSubject).min(1).max(mostSubjects) }), ProblemFilter]),
});
export type MeantProblems = z.infer<typeof MeantProblems>;

/** `change`: names it for `problems.undo`, until the next change; null: nothing was changed. */
export const ProblemsChanged = z.object({ count: z.number().int(), change: z.number().int().nullable() });
export type ProblemsChanged = z.infer<typeof ProblemsChanged>;

/** What the rail shows. */
export const ProblemsFresh = z.object({ version: z.number().int(), fresh: z.number().int() });
export type ProblemsFresh = z.infer<typeof ProblemsFresh>;
