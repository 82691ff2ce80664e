/** Problems of the kinds that come of fetching people and lists, one kind after the other. */
import { mostProblemRows } from '../../../contract/bounds.ts';
import type { Outcome } from '../../../contract/failures.ts';
import type { Problem, ProblemKind, ProblemRows, ProblemRowsAsked } from '../../../contract/problems.ts';

const kinds: readonly ProblemKind[] = [
  'list-part',
  'cycle',
  'self-report',
  'not-an-id',
  'duplicate-report',
  'bad-entry',
  'listed-twice',
  'too-many-reports',
  'failed',
  'not-found',
  'several-managers',
];

type Rows = (asked: ProblemRowsAsked) => Outcome<ProblemRows> | Promise<Outcome<ProblemRows>>;

/** Throws what fails. */
export async function allProblems(rows: Rows): Promise<Problem[]> {
  const found: Problem[] = [];
  for (const kind of kinds) {
    const filter = { which: 'open', role: null, team: null, text: '', below: null } as const;
    const asked = { kind, filter, sort: { by: 'weight', descending: true }, limit: mostProblemRows } as const;
    for (let offset = 0, total = 1; offset < total; offset += mostProblemRows) {
      const window = await rows({ ...asked, offset });
      if (!window.ok) throw new Error(`failed: ${JSON.stringify(window.failure)}`);
      found.push(...window.value.rows.map(({ problem }) => problem));
      total = window.value.total;
    }
  }
  return found;
}
