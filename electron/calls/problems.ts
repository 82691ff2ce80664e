/** The handlers of `problems.*`: each answers for the connection that is open. */
import type { Handlers } from '../../contract/calls.ts';
import { succeeded } from '../../contract/failures.ts';
import type { OpenDirectory } from '../connection/open-directory.ts';
import type { ProblemWriteAsked } from '../problems/problem-writings.ts';
import type { Workbench } from '../problems/workbench.ts';
import type { Exports } from './exports.ts';
import { createWithOpen } from './with-open.ts';
import { copyParts, type PartsOfThread, withParts } from './written-parts.ts';

export type ProblemCalls = Pick<Handlers, Extract<keyof Handlers, `problems.${string}`>>;

export type ProblemCallsNeeds = {
  readonly current: () => Pick<OpenDirectory, 'workbench'> | null;
  /** Resolves once the text is on the clipboard. */
  readonly copy: (text: string) => Promise<void>;
  readonly exports: Exports;
};

export function createProblemCalls({ current, copy, exports }: ProblemCallsNeeds): ProblemCalls {
  const withOpen = createWithOpen(() => current()?.workbench ?? null);
  const parts = (open: Workbench, asked: ProblemWriteAsked): PartsOfThread => ({
    begin: () => open.beginWriting(asked),
    part: open.writePart,
    end: open.endWriting,
  });
  return {
    'problems.overview': () => withOpen(({ overview }) => overview()),
    'problems.leave': () => {
      current()?.workbench.leave();
      return succeeded(null);
    },
    'problems.fresh': () => withOpen(({ fresh }) => succeeded(fresh())),
    'problems.rows': (asked) => withOpen(({ rows }) => rows(asked)),
    'problems.setAside': ({ note, ...asked }) => withOpen(({ setAside }) => setAside(asked, note)),
    'problems.takeBack': (asked) => withOpen(({ setAside }) => setAside(asked, null)),
    'problems.undo': ({ change }) => withOpen(({ undo }) => undo(change)),
    'problems.looked': ({ kinds }) => withOpen(({ looked }) => looked(kinds)),
    'problems.copy': (asked) => withOpen((open) => copyParts(parts(open, { ...asked, format: 'text' }), copy)),
    'problems.save': (asked) =>
      withOpen((open) =>
        withParts(parts(open, asked), (written, end) =>
          exports.save({
            ...written,
            suggestedName: `problems-${asked.kind}.${asked.format}`,
            counted: { of: 'rows', onlyListed: 0 },
            end,
          }),
        ),
      ),
  };
}
