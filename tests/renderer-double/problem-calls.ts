/** The double's problems: none, until a scenario has some. How they are found is tested in the main process. */
import type { Handlers } from '../../contract/calls.ts';
import { succeeded } from '../../contract/failures.ts';
import { problemKinds } from '../../contract/problem-kinds.ts';

type ProblemHandlers = Pick<Handlers, Extract<keyof Handlers, `problems.${string}`>>;

export function createDoubleProblems(): ProblemHandlers {
  const kinds = problemKinds.map((kind) => ({ kind, count: 0, fresh: 0, aside: 0, first: [] }));
  return {
    'problems.overview': () => succeeded({ version: 1, kinds, fresh: 0, rereading: null }),
    'problems.leave': () => succeeded(null),
    'problems.fresh': () => succeeded({ version: 1, fresh: 0 }),
    'problems.rows': ({ offset }) => succeeded({ version: 1, offset, rows: [], total: 0 }),
    'problems.setAside': () => succeeded({ count: 0, change: null }),
    'problems.takeBack': () => succeeded({ count: 0, change: null }),
    'problems.undo': () => succeeded({ count: 0 }),
    'problems.looked': () => succeeded(null),
    'problems.copy': () => succeeded({ copied: 0 }),
    'problems.save': () => succeeded({ saved: null }),
  };
}
