/**
 * A status check: a list of accounts that somebody brings, and what is known of each. Every line in is a row out, in the
 * order of the list. The main process keeps the list with the connection's local copy; the page holds windows of it.
 */
import { z } from 'zod';
import { cardBounds, longestText, longestWord, mostCheckRows, mostInRow } from './bounds.ts';
import { FailureSchema } from './failure-schema.ts';
import { UserId } from './ids.ts';
import { Milliseconds, Status } from './user.ts';

export const CheckId = z.number().int().min(1).brand('check');
export type CheckId = z.infer<typeof CheckId>;

/**
 * What is said of a line. `active`, `inactive`, `unknown`, `deleted`: somebody known, by their record. `not-found`: the server
 * answered that there is no such user, of an id. `not-fetched`: an id of which nothing is stored yet. `nobody-known`: no known
 * person has this address, number or username. `no-permission`, `failed`: this check asked the server, which gave no record.
 * `ambiguous`: several people are meant. `not-understood`: neither id, address, number nor username; a name is one.
 */
export const CheckAnswer = z.enum([
  'active',
  'inactive',
  'unknown',
  'deleted',
  'not-found',
  'not-fetched',
  'nobody-known',
  'no-permission',
  'failed',
  'ambiguous',
  'not-understood',
]);
export type CheckAnswer = z.infer<typeof CheckAnswer>;

/** `gone`: deleted, not found. `inactive`. `fine`: active. `review`: all others. */
export const CheckHeap = z.enum(['gone', 'inactive', 'fine', 'review']);
export type CheckHeap = z.infer<typeof CheckHeap>;

/**
 * Where somebody stands when the list is compared with a part of the directory. `both`: a row that means somebody in the part.
 * `only-list`: every other row, those that mean nobody among them. `only-here`: somebody in the part that no row means. Empty and
 * repeated rows are in none of them.
 */
export const CheckGroup = z.enum(['both', 'only-list', 'only-here']);
export type CheckGroup = z.infer<typeof CheckGroup>;

/** What of a person a line was found to be. `name`: a name that is only one person's, accepted. `chosen`: among several. */
export const MatchedBy = z.enum(['id', 'primary-email', 'other-email', 'phone', 'username', 'name', 'chosen']);
export type MatchedBy = z.infer<typeof MatchedBy>;

/** Somebody in one line of a check. Of an id that nobody known has, the name is the id. */
export const CheckPerson = z.object({
  id: UserId,
  name: z.string().max(cardBounds.name),
  email: z.string().max(cardBounds.email).nullable(),
  status: Status,
  deletedAt: Milliseconds.nullable(),
});
export type CheckPerson = z.infer<typeof CheckPerson>;

/** Why a line is `not-understood`. `name`: words, which may be a name. `too-long`: more than can be read. Others: as in `OddItem`. */
export const WhyNotUnderstood = z.enum(['name', 'another-link', 'another-form', 'no-id', 'too-long']);
export type WhyNotUnderstood = z.infer<typeof WhyNotUnderstood>;

export const CheckLine = z.object({
  /** From 1, in the text; of a table its row, the headings being row 1; of a JSON array which of its items. */
  line: z.number().int().min(1),
  /** From 0, among the parts of a line that holds several. */
  part: z.number().int().min(0),
  /** As it stands in the list, shortened: of a long line the part in which somebody was found. */
  given: z.string().max(longestWord),
  /** Where in `given` that is which was found; 0: at its beginning, or nothing was. */
  foundAt: z.number().int().min(0),
  /** Null: the line is empty. A repeated line carries the answer of its first. */
  answer: CheckAnswer.nullable(),
  /** The first row that says the same, further up: its place among all, and where it stands in the list; null: none. */
  repeats: z.object({ place: z.number().int(), line: z.number().int(), part: z.number().int() }).nullable(),
  person: CheckPerson.nullable(),
  /** The manager of `person`. */
  manager: CheckPerson.nullable(),
  matchedBy: MatchedBy.nullable(),
  /** When the server last said so; null: it never did. `server`: since this check asked. */
  source: z.object({ from: z.enum(['server', 'local']), at: Milliseconds }).nullable(),
  notFoundSince: Milliseconds.nullable(),
  /** Of `failed` and `no-permission`. */
  failure: FailureSchema.nullable(),
  why: WhyNotUnderstood.nullable(),
  /**
   * Of `ambiguous`: who may be meant. Of a name: who is called so, or, where nobody is, who has the nearest name. The first of them;
   * `check.candidates` gives more. Also where one was chosen, so that another can be.
   */
  candidates: z.object({ count: z.number().int(), first: z.array(CheckPerson).max(mostInRow) }).nullable(),
  /** Nobody is called so: the candidates have the nearest names. */
  isNearest: z.boolean(),
  /** The server is being asked for this line, or will be. */
  isAsked: z.boolean(),
});
export type CheckLine = z.infer<typeof CheckLine>;

/**
 * What of a check is shown or saved. `show` and `answer` null: whatever it is. `text`: part of what was given, or of the name; empty:
 * any. Groups are empty where the list is compared with nothing.
 */
export const CheckFilter = z.object({
  show: z.union([CheckHeap, CheckGroup, z.literal('empty'), z.literal('repeated')]).nullable(),
  answer: CheckAnswer.nullable(),
  text: z.string().max(longestText),
});
export type CheckFilter = z.infer<typeof CheckFilter>;

export const CheckRowsAsked = z.object({
  id: CheckId,
  filter: CheckFilter,
  offset: z.number().int().min(0),
  limit: z.number().int().min(1).max(mostCheckRows),
});
export type CheckRowsAsked = z.infer<typeof CheckRowsAsked>;

/** `place`: among all rows of the check, from 0; of somebody who is `only-here`, whose `line` is null, a number that is theirs alone. */
export const CheckRow = CheckLine.extend({ place: z.number().int(), line: CheckLine.shape.line.nullable() });
export type CheckRow = z.infer<typeof CheckRow>;

export const CheckRows = z.object({
  version: z.number().int(),
  offset: z.number().int(),
  rows: z.array(CheckRow).max(mostCheckRows),
  total: z.number().int(),
  /** The nearest names of some rows are not looked for yet: asking again brings more of them. */
  isLacking: z.boolean(),
});
export type CheckRows = z.infer<typeof CheckRows>;
