/** What is kept of the answers of a check: a run when it is begun and whenever it is run again. */
import type { CheckId } from '../../contract/check.ts';
import { failed, type Outcome, succeeded } from '../../contract/failures.ts';
import type { Clock } from '../clock.ts';
import type { StoredRun } from '../storage/checks-table.ts';
import type { AskWriter } from '../storage/write-store.ts';
import type { PassingThread } from '../thread/passing-thread.ts';
import type { CheckStore } from './check-store.ts';

export type Runs = {
  /** That of a check that is begun, to be kept. */
  readonly first: (id: CheckId) => Promise<Outcome<StoredRun>>;
  /** Keeps another run of it, and gives its number. */
  readonly next: (id: CheckId) => Promise<Outcome<number>>;
  /** The run that was made since it was opened is kept with the answers of now: the server was asked, or somebody was chosen. */
  readonly keep: (id: CheckId) => Promise<void>;
  /** It is opened: none of its runs is changed. */
  readonly opened: (id: CheckId) => void;
};

export type RunsNeeds = {
  readonly thread: Pick<PassingThread<CheckStore>, 'ask'>;
  readonly ask: AskWriter;
  readonly clock: Pick<Clock, 'now'>;
};

export function createRuns({ thread, ask, clock }: RunsNeeds): Runs {
  /** The number of the run that was made since it was opened. */
  const own = new Map<CheckId, number>();

  const runNow = async (id: CheckId, nth: number): Promise<Outcome<StoredRun>> => {
    const now = await thread.ask('answersNow', [id]);
    if (!now.ok) return now;
    // The caller has it held.
    if (now.value === null) return failed({ kind: 'cancelled' });
    own.set(id, nth);
    return succeeded({ number: nth, at: clock.now(), ...now.value });
  };
  const put = async (id: CheckId, nth: number): Promise<Outcome<number>> => {
    const run = await runNow(id, nth);
    if (!run.ok) return run;
    const stored = await ask('putCheckRun', [id, run.value]);
    return stored.ok ? succeeded(nth) : stored;
  };

  return {
    first: (id) => runNow(id, 1),
    next: async (id) => {
      const before = await ask('checkRuns', [id]);
      return before.ok ? put(id, (before.value.runs[0]?.number ?? 0) + 1) : before;
    },
    keep: async (id) => {
      const nth = own.get(id);
      if (nth !== undefined) await put(id, nth);
    },
    opened: (id) => {
      own.delete(id);
    },
  };
}
