/** A status check as a whole: its counts, its runs, what the server is asked for it, and which checks are kept. */
import { z } from 'zod';
import { cardBounds, longestFileName, longestWord, mostEntries, mostNamedFiles } from './bounds.ts';
import { CheckAnswer, CheckId } from './check.ts';
import { FailureSchema } from './failure-schema.ts';
import { BelowNamed, PeopleFilter } from './table.ts';
import { Milliseconds } from './user.ts';

/** Where the list came from. `name`: of the file. */
export const CheckSource = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('pasted') }),
  z.object({ kind: z.literal('clipboard') }),
  /** From the search field. */
  z.object({ kind: z.literal('search') }),
  /** In the table of people. */
  z.object({ kind: z.literal('selection') }),
  /** `sheet`: of a workbook which of its sheets was read, and the first of the others. */
  z.object({
    kind: z.literal('file'),
    name: z.string().max(longestFileName),
    sheet: z
      .object({ name: z.string().max(longestWord), others: z.array(z.string().max(longestWord)).max(mostNamedFiles) })
      .optional(),
  }),
]);
export type CheckSource = z.infer<typeof CheckSource>;

/** How many rows have each answer. Empty and repeated ones are counted apart, and not among `answers`; all together are `rows`. */
export const CheckCounts = z.object({
  rows: z.number().int(),
  answers: z.record(CheckAnswer, z.number().int()),
  empty: z.number().int(),
  repeated: z.number().int(),
});
export type CheckCounts = z.infer<typeof CheckCounts>;

/** How many rows have another answer than in the run before. `newlyGone`, `back`: of the heap `gone` now, or no longer. */
export const CheckDifference = z.object({
  since: Milliseconds,
  newlyGone: z.number().int(),
  back: z.number().int(),
  changed: z.number().int(),
});
export type CheckDifference = z.infer<typeof CheckDifference>;

/** The list beside a part of the directory. `both`, `onlyList`: rows. `onlyHere`: people, of the `here` that are in the part. */
export const CheckComparison = z.object({
  part: PeopleFilter,
  /** The person above those in the part. */
  below: BelowNamed.nullable(),
  both: z.number().int(),
  onlyList: z.number().int(),
  onlyHere: z.number().int(),
  here: z.number().int(),
});
export type CheckComparison = z.infer<typeof CheckComparison>;

/** Asking the server for the people of a check. */
export const CheckAsking = z.object({
  status: z.enum(['running', 'waiting', 'paused']),
  /** Why it waits; null: it does not. */
  why: FailureSchema.nullable(),
  /** People, of `total`. */
  asked: z.number().int(),
  total: z.number().int(),
  ratePerSecond: z.number().nullable(),
  secondsLeft: z.number().nullable(),
});
export type CheckAsking = z.infer<typeof CheckAsking>;

export const CheckColumn = z.object({ name: z.string().max(longestWord), sample: z.string().max(longestWord) });
export type CheckColumn = z.infer<typeof CheckColumn>;

export const CheckOverview = z.object({
  id: CheckId,
  /** Null: it has none yet, and goes when another list is checked. */
  name: z.string().max(cardBounds.name).nullable(),
  source: CheckSource,
  madeAt: Milliseconds,
  /** Of a table: its columns, how many more there are, and which of them is looked up (from 0). Null: the list is lines. */
  table: z
    .object({ columns: z.array(CheckColumn).max(mostEntries), key: z.number().int(), more: z.number().int() })
    .nullable(),
  counts: CheckCounts,
  /** People not fetched yet: somebody with an address that nobody known has may be among them. */
  notFetched: z.number().int(),
  /** People who are known and whose addresses, numbers and usernames are still being read: they are among `nobody-known` until then. */
  notIndexed: z.number().int(),
  /** Rows that are names with exactly one person called so. */
  uniqueNames: z.number().int(),
  difference: CheckDifference.nullable(),
  /** Null: the list is compared with nothing. */
  comparison: CheckComparison.nullable(),
  /** Null: nothing is asked. */
  asking: CheckAsking.nullable(),
  /** Grows whenever rows are answered again. */
  version: z.number().int(),
});
export type CheckOverview = z.infer<typeof CheckOverview>;

/** One that is kept. */
export const KeptCheck = z.object({
  id: CheckId,
  name: z.string().max(cardBounds.name).nullable(),
  source: CheckSource,
  madeAt: Milliseconds,
  ranAt: Milliseconds,
  /** Of the last run. */
  counts: CheckCounts,
});
export type KeptCheck = z.infer<typeof KeptCheck>;

/** Newest first. `last`: the one that has no name; null: there is none. */
export const KeptChecks = z.object({ checks: z.array(KeptCheck).max(mostEntries), last: CheckId.nullable() });
export type KeptChecks = z.infer<typeof KeptChecks>;

/** `number`: from 1, in the order of the runs; that of one that was removed is not given again. */
export const CheckRun = z.object({ number: z.number().int(), at: Milliseconds, counts: CheckCounts });
export type CheckRun = z.infer<typeof CheckRun>;

/** Newest first. */
export const CheckRuns = z.object({ runs: z.array(CheckRun).max(mostEntries) });
export type CheckRuns = z.infer<typeof CheckRuns>;
