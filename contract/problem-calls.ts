/** The rows of `calls.ts` that are about problems. */
import { z } from 'zod';
import { longestNote } from './bounds.ts';
import { Nothing } from './call-inputs.ts';
import {
  MeantProblems,
  ProblemKind,
  ProblemRows,
  ProblemRowsAsked,
  ProblemSort,
  ProblemsChanged,
  ProblemsFresh,
  ProblemsOverview,
} from './problems.ts';

export const problemCalls = {
  /** All kinds with the heaviest of each. From now on changes are told within a second, until `problems.leave`. */
  'problems.overview': { input: Nothing, output: ProblemsOverview },
  'problems.leave': { input: Nothing, output: Nothing },
  /** How many are new; null: they were not counted yet, and `problems.changed` will tell. */
  'problems.fresh': { input: Nothing, output: ProblemsFresh.nullable() },
  /** A window of the problems of one kind. */
  'problems.rows': { input: ProblemRowsAsked, output: ProblemRows },
  /** Sets problems aside with a note, or gives those that are another one. */
  'problems.setAside': {
    input: MeantProblems.extend({ note: z.string().trim().max(longestNote) }),
    output: ProblemsChanged,
  },
  'problems.takeBack': { input: MeantProblems, output: ProblemsChanged },
  /** Undoes the last `problems.setAside` or `problems.takeBack`. Fails with `cancelled` where it was another one. */
  'problems.undo': { input: z.object({ change: z.number().int() }), output: z.object({ count: z.number().int() }) },
  /** All problems of these kinds, as they are now, have been looked at. */
  'problems.looked': {
    input: z.object({ kinds: z.array(ProblemKind).max(ProblemKind.options.length) }),
    output: Nothing,
  },
  /** Puts rows on the clipboard as text: tabs between columns, headings first. Says how many. */
  'problems.copy': {
    input: MeantProblems.extend({ sort: ProblemSort }),
    output: z.object({ copied: z.number().int() }),
  },
  /** Saves them where the person chooses. Null, progress and stop: as `check.save`. */
  'problems.save': {
    input: MeantProblems.extend({ sort: ProblemSort, format: z.enum(['csv', 'xlsx']) }),
    output: z.object({ saved: z.number().int().nullable() }),
  },
} as const satisfies Record<`problems.${string}`, { input: z.ZodType; output: z.ZodType }>;
