/**
 * Growing the directory: what is being fetched now, how far it is, and what was wrong with the data on the way. The API
 * has no search and names no manager, so everybody has to be fetched once before they can be found.
 */
import { z } from 'zod';
import { longestWord, mostNamed } from './bounds.ts';
import { FailureSchema } from './failure-schema.ts';
import { UserId } from './ids.ts';
import { PersonCard } from './person.ts';
import { Milliseconds } from './user.ts';

/**
 * `never`: nothing is known to begin with. `running`: requests are under way. `waiting`: the server is down or wants to
 * be left alone; it goes on by itself at `lookAgainAt`. `paused`: it goes on when it is told to, after a restart too.
 * `stopped`: given up by the person; what was fetched stays. `done`: everybody who is named is known, or failed for good.
 */
export const SyncStatus = z.enum(['never', 'running', 'waiting', 'paused', 'stopped', 'done']);
export type SyncStatus = z.infer<typeof SyncStatus>;

export const SyncState = z.object({
  status: SyncStatus,
  /** `listing`: everybody in one reply. `walking`: one by one, through direct reports. `refreshing`: the oldest again. */
  task: z.enum(['listing', 'walking', 'refreshing']),
  /** Why it waits or is paused; null: the person wanted it so, or nothing is wrong. */
  why: FailureSchema.nullable(),
  /**
   * Why the list of all users, which the server has, could not be used the last time: it was too large, or broke off. Everybody
   * is fetched one by one instead. Null: it was used, or there is none.
   */
  listTrouble: FailureSchema.nullable(),
  /** Everybody named so far, known or not. */
  found: z.number().int(),
  /** Of those, whose record is stored. */
  fetched: z.number().int(),
  /** Of those, who could not be fetched: refused, unreadable, or still failing after several tries. Not: not found. */
  failed: z.number().int(),
  /** Of those, who the server says do not exist. */
  notFound: z.number().int(),
  /** People a second, lately; null: too early to say. */
  ratePerSecond: z.number().nullable(),
  /** Until everybody who is named is fetched, at that rate; null: cannot be said, as while more people are named. */
  secondsLeft: z.number().nullable(),
  /** When the server is asked again; null: it is not waited for. */
  lookAgainAt: Milliseconds.nullable(),
  /** When everybody who was named had last been fetched; null: not yet. */
  completedAt: Milliseconds.nullable(),
  /** Requests a day that keep known people fresh: how many there may be, and how many there were today. */
  refresh: z.object({ perDay: z.number().int(), usedToday: z.number().int() }),
});
export type SyncState = z.infer<typeof SyncState>;

/** `more`: how many are not named. */
const People = z.array(PersonCard).max(mostNamed);

/** Something in the data that cannot be right, or somebody who could not be fetched. `id`s may be of people not known. */
export const Problem = z.discriminatedUnion('kind', [
  /** The server's list of everybody has fewer entries than it says, or names pages that cannot be followed (`total`: null). */
  z.object({ kind: z.literal('list-part'), listed: z.number().int(), total: z.number().int().nullable() }),
  /** People who are each below themselves, in the order of the claims: each lists the next, the last the first. */
  z.object({ kind: z.literal('cycle'), people: People, more: z.number().int() }),
  z.object({ kind: z.literal('self-report'), person: PersonCard }),
  /** Entries of `reportees` that stood there more than once. */
  z.object({
    kind: z.literal('duplicate-report'),
    person: PersonCard,
    ids: z.array(UserId).max(mostNamed),
    more: z.number().int(),
  }),
  /** Entries of `reportees` that cannot be ids, as text. */
  z.object({
    kind: z.literal('not-an-id'),
    person: PersonCard,
    texts: z.array(z.string().max(longestWord)).max(mostNamed),
    more: z.number().int(),
  }),
  /** More direct reports than anybody can lead. */
  z.object({ kind: z.literal('too-many-reports'), person: PersonCard, reports: z.number().int() }),
  /** Stands in the server's list of everybody so many times; the first counts. */
  z.object({ kind: z.literal('listed-twice'), person: PersonCard, times: z.number().int() }),
  /** An entry of that list, from 1, that is nobody; `text`: the JSON of what stands for its id, or in its place, shortened. */
  z.object({
    kind: z.literal('bad-entry'),
    entry: z.number().int(),
    why: z.enum(['no-id', 'no-user']),
    text: z.string().max(longestWord),
  }),
  z.object({ kind: z.literal('several-managers'), person: PersonCard, managers: People }),
  /** The server says there is no such user, though somebody lists them or they were known. */
  z.object({
    kind: z.literal('not-found'),
    id: UserId,
    person: PersonCard.nullable(),
    since: Milliseconds,
    listedBy: People,
  }),
  /** Could not be fetched: refused, unreadable, the reply was about somebody else, or the server keeps failing. */
  z.object({
    kind: z.literal('failed'),
    id: UserId,
    person: PersonCard.nullable(),
    failure: FailureSchema,
    at: Milliseconds,
    listedBy: People,
  }),
]);
export type Problem = z.infer<typeof Problem>;
export type ProblemKind = Problem['kind'];
