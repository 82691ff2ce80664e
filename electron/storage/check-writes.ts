/** What the writer's thread does for status checks. Each piece is one transaction. */
import type { CheckId } from '../../contract/check.ts';
import type { CheckRuns, CheckSource, KeptChecks } from '../../contract/check-overview.ts';
import type { Outcome } from '../../contract/failures.ts';
import type { UserId } from '../../contract/ids.ts';
import type { CheckAsked, CheckShape, Choice, StoredRun } from './checks-table.ts';
import type { Look, Write } from './guarded-work.ts';
import type { Tables } from './tables.ts';

export type CheckWritesNeeds = {
  readonly tables: Pick<Tables, 'checks' | 'ids' | 'failures'>;
  readonly write: Write;
  readonly look: Look;
};

export type CheckWrites = ReturnType<typeof createCheckWrites>;

export function createCheckWrites({ tables: { checks, ids, failures }, write, look }: CheckWritesNeeds) {
  const doing = (event: string, work: () => void): Outcome<null> =>
    write(`check.${event}`, () => {
      work();
      return null;
    });
  return {
    /** A list whose rows follow in parts. One that is never finished goes when the next is begun. */
    beginCheck: (source: CheckSource, at: number): Outcome<CheckId> =>
      write('check.begin', () => {
        checks.removeUnread();
        return checks.begin(source, at);
      }),
    /** Before any is begun: lists that a run left which was killed, for they take room and nothing shows them. */
    removeUnansweredChecks: (): Outcome<null> => doing('removeUnanswered', checks.removeUnanswered),
    addCheckPart: (id: CheckId, nth: number, rows: string): Outcome<null> =>
      doing('addPart', () => checks.addPart(id, nth, rows)),
    /** All of its rows are there. */
    setCheckShape: (id: CheckId, shape: CheckShape): Outcome<null> =>
      doing('setShape', () => checks.setShape(id, shape)),
    /** It is answered: it takes the place of the one that has no name. Gives those that are kept no more. */
    finishCheck: (id: CheckId, run: StoredRun): Outcome<readonly CheckId[]> =>
      write('check.finish', () => {
        checks.putRun(id, run);
        return checks.removeOthers(id);
      }),
    removeCheck: (id: CheckId): Outcome<KeptChecks> =>
      write('check.remove', () => {
        checks.remove(id);
        return checks.kept();
      }),
    keptChecks: (): Outcome<KeptChecks> => look('check.kept', checks.kept),
    nameCheck: (id: CheckId, name: string): Outcome<null> => doing('name', () => checks.setName(id, name)),
    /** Another column is looked up: what was chosen, and who was asked for, belongs to the one before. */
    setCheckColumn: (id: CheckId, shape: CheckShape): Outcome<null> =>
      doing('setColumn', () => {
        checks.setShape(id, shape);
        checks.unchooseAll(id);
        checks.endAsking(id);
      }),
    setChoices: (id: CheckId, chosen: readonly Choice[]): Outcome<null> =>
      doing('setChoices', () => {
        for (const choice of chosen) checks.choose(id, choice);
      }),
    takeBackChoice: (id: CheckId, place: number): Outcome<null> =>
      doing('takeBackChoice', () => checks.unchoose(id, place)),
    putCheckRun: (id: CheckId, run: StoredRun): Outcome<null> => doing('putRun', () => checks.putRun(id, run)),
    checkRuns: (id: CheckId): Outcome<CheckRuns> => look('check.runs', () => ({ runs: checks.runs(id) })),
    removeCheckRun: (id: CheckId, nth: number): Outcome<CheckRuns> =>
      write('check.removeRun', () => {
        checks.removeRun(id, nth);
        return { runs: checks.runs(id) };
      }),
    /** What of a check the server is asked for is kept, so that the next run of the app goes on with it. */
    setCheckAsked: (id: CheckId, asked: CheckAsked): Outcome<null> =>
      doing('setAsked', () => checks.setAsked(id, asked)),
    /** Checks whose people the server is still asked for. */
    checksToAsk: (): Outcome<readonly CheckId[]> => look('check.toAsk', checks.asking),
    /** These may be asked for again at once. */
    forgiveFailuresOf: (some: readonly UserId[]): Outcome<null> =>
      doing('forgive', () => {
        for (const id of some) {
          const key = ids.find(id);
          if (key !== null) failures.forget(key);
        }
      }),
  };
}
