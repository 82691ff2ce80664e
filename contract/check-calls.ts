/** The rows of `calls.ts` that are about status checks. */
import { z } from 'zod';
import { cardBounds, longestFileName, longestFilePart, longestTyped, mostCandidates } from './bounds.ts';
import { LongText, Nothing } from './call-inputs.ts';
import { CheckFilter, CheckId, CheckPerson, CheckRows, CheckRowsAsked } from './check.ts';
import { CheckOverview, CheckRuns, KeptChecks } from './check-overview.ts';
import { EvidenceVerdict } from './evidence.ts';
import { UserId } from './ids.ts';
import { MeantPeople, PeopleFilter } from './table.ts';
import { Milliseconds } from './user.ts';

/** A list to be checked: a text, a file that was sent, the text on the clipboard, or people selected in the table. */
export const ListFrom = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['pasted', 'search']), text: LongText }),
  z.object({ kind: z.literal('file'), sent: z.number().int(), name: z.string().max(longestFileName) }),
  z.object({ kind: z.literal('clipboard') }),
  z.object({ kind: z.literal('selection'), people: MeantPeople }),
]);
export type ListFrom = z.infer<typeof ListFrom>;

const AskedForOlder = z.object({ id: CheckId, olderThan: Milliseconds.min(0) });

export const checkCalls = {
  /**
   * Reads a list and answers each of its lines from the local copy. It replaces the check that has no name. How far it is comes as
   * `check.progress`. Fails with `list-too-large`, `list-too-heavy`, `bad-input` (`list`; `empty`, `not-known`), and with `cancelled`
   * where it was given up: what was checked before is as it was then.
   */
  'check.begin': { input: z.object({ from: ListFrom }), output: CheckOverview },
  /** Sends a part of a file to be checked, as `image.send` does of an image. Fails with `list-too-large`. */
  'check.sendFile': {
    input: z.object({
      sent: z.number().int().nullable(),
      part: z.instanceof(Uint8Array).refine(({ byteLength }) => byteLength <= longestFilePart),
    }),
    output: z.object({ sent: z.number().int() }),
  },
  /** `check.begin` with a file that the person chooses. Null: they chose none. */
  'check.chooseFile': { input: Nothing, output: CheckOverview.nullable() },
  /** Gives up the list that is being read. */
  'check.giveUp': { input: Nothing, output: Nothing },
  'check.kept': { input: Nothing, output: KeptChecks },
  /** A kept check, answered from the local copy as it is now; no run is made. Every call below with an `id` fails with `bad-input` (`check`, `not-known`) where it is not kept. */
  'check.open': { input: z.object({ id: CheckId }), output: CheckOverview },
  /** No check is shown any more: what is kept of it in memory goes after a while. */
  'check.leave': { input: Nothing, output: Nothing },
  /** Looks up another column of a table. What was chosen and accepted is forgotten. */
  'check.column': { input: z.object({ id: CheckId, column: z.number().int().min(0) }), output: CheckOverview },
  'check.rows': { input: CheckRowsAsked, output: CheckRows },
  /**
   * The next row, among those that the filter leaves, whose person's name begins with what is typed, or what was given where nobody is
   * named: from the row `from` on, and round. Null: none does.
   */
  'check.typed': {
    input: z.object({
      id: CheckId,
      filter: CheckFilter,
      typed: z.string().max(longestTyped),
      from: z.number().int().min(0),
    }),
    output: z.object({ at: z.number().int().nullable() }),
  },
  /** Who may be meant by a row: `first` of `count` of them. */
  'check.candidates': {
    input: z.object({ id: CheckId, place: z.number().int().min(0) }),
    output: z.object({ count: z.number().int(), first: z.array(CheckPerson).max(mostCandidates) }),
  },
  /** Compares the list with the people that a filter leaves, until it is forgotten with null. It is kept with the check. */
  'check.compare': { input: z.object({ id: CheckId, part: PeopleFilter.nullable() }), output: CheckOverview },
  /** Says who is meant by a row that is `ambiguous`, or a name. Null takes it back. */
  'check.choose': {
    input: z.object({ id: CheckId, place: z.number().int().min(0), person: UserId.nullable() }),
    output: CheckOverview,
  },
  /** Accepts each name that exactly one person has. */
  'check.acceptNames': { input: z.object({ id: CheckId }), output: CheckOverview },
  /** How many requests `check.ask` would send. */
  'check.countToAsk': { input: AskedForOlder, output: z.object({ requests: z.number().int() }) },
  /** Asks the server for the people and ids of a check of which it last said something more than `olderThan` milliseconds ago; 0: for all. */
  'check.ask': { input: AskedForOlder, output: CheckOverview },
  'check.pause': { input: z.object({ id: CheckId }), output: CheckOverview },
  'check.goOn': { input: z.object({ id: CheckId }), output: CheckOverview },
  'check.stop': { input: z.object({ id: CheckId }), output: CheckOverview },
  /** Asks once more for the people the server gave no record of. */
  'check.retry': { input: z.object({ id: CheckId }), output: CheckOverview },
  /** Answers the list again as a run of its own, which differs from the one before. */
  'check.run': { input: z.object({ id: CheckId }), output: CheckOverview },
  'check.runs': { input: z.object({ id: CheckId }), output: CheckRuns },
  /** The newest run stays. */
  'check.removeRun': { input: z.object({ id: CheckId, number: z.number().int().min(1) }), output: CheckRuns },
  'check.name': {
    input: z.object({ id: CheckId, name: z.string().trim().min(1).max(cardBounds.name) }),
    output: CheckOverview,
  },
  'check.remove': { input: z.object({ id: CheckId }), output: KeptChecks },
  /** Puts rows on the clipboard as text: tabs between columns, headings first. `rows`: `[from, to)` of those that the filter leaves; null: all. Says how many. */
  'check.copy': {
    input: z.object({
      id: CheckId,
      filter: CheckFilter,
      rows: z.object({ from: z.number().int().min(0), to: z.number().int().min(0) }).nullable(),
    }),
    output: z.object({ copied: z.number().int() }),
  },
  /**
   * Saves the list with what is known of each line as a CSV file, or as a workbook, where the person chooses. Null, progress and stop:
   * as `organisation.save`. Fails with `workbook` (`too-many-columns`).
   */
  'check.save': {
    input: z.object({ id: CheckId, filter: CheckFilter, format: z.enum(['csv', 'xlsx']) }),
    output: z.object({ saved: z.number().int().nullable() }),
  },
  /** Saves all of it with what the server answered about each person, as one archive. Null, progress and stop: as `check.save`. */
  'check.evidence': {
    input: z.object({ id: CheckId }),
    output: z.object({ saved: z.number().int().nullable() }),
  },
  /**
   * Opens such an archive, which the person chooses, and compares every byte; no directory needs to be open. Null: they chose none.
   * How far it is comes as `check.progress`. Fails with `cancelled` where it is stopped, or another is opened in its place.
   */
  'check.openEvidence': {
    input: Nothing,
    output: z.object({ name: z.string().max(longestFileName), verdict: EvidenceVerdict }).nullable(),
  },
  /** Gives up the archive that is being compared. */
  'check.stopEvidence': { input: Nothing, output: Nothing },
} as const satisfies Record<`check.${string}`, { input: z.ZodType; output: z.ZodType }>;
