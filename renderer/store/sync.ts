/**
 * How far the directory has grown, what is done to its sync, and what is wrong with the data. What shows people and
 * problems is asked for again as the directory grows: by a part of its size, so seldom enough however large it gets.
 */

import { mostProblems } from '../../contract/bounds.ts';
import type { Call, CallInput, CallName, CallOutput } from '../../contract/calls.ts';
import type { Failure, Outcome } from '../../contract/failures.ts';
import type { Problem, SyncState } from '../../contract/sync.ts';
import { everySecond } from './every-second.ts';
import { hasGrown } from './has-grown.ts';
import { sendText } from './send-text.ts';
import type { SliceOf } from './slice.ts';

/** How many rows one call brings. */
export const problemsWindow = mostProblems;

export type ProblemList = {
  /** As the windows have them; null until it is known. */
  readonly total: number | null;
  /** As they are counted while a sync goes on: more or fewer than in the windows, of which nothing moves for it. */
  readonly counted: number | null;
  /** Windows by their number: rows `n * problemsWindow` and on. */
  readonly windows: ReadonlyMap<number, readonly Problem[]>;
  /** Why the last question was not answered; what was there before stays. */
  readonly failure: Failure | null;
};

export type SyncSlice = {
  /** Null until the main process has said it for the connection that is open. */
  readonly sync: SyncState | null;
  readonly problems: ProblemList;
  /** Rises when the windows that are shown should be asked for again; the first is asked for by itself. */
  readonly problemsVersion: number;
  readonly readSync: () => Promise<void>;
  readonly syncChanged: (state: SyncState) => void;
  readonly beginSync: () => Promise<void>;
  readonly pauseSync: () => Promise<void>;
  readonly stopSync: () => Promise<void>;
  /** Asks the server at once: for the person shown, and for the people that the sync waits for, or else whether it is there. */
  readonly tryNow: () => void;
  readonly addIds: (text: string) => Promise<Outcome<CallOutput<'sync.addIds'>>>;
  /** What adding them would do. */
  readonly countIds: (text: string) => Promise<Outcome<CallOutput<'sync.countIds'>>>;
  readonly setBudget: (perDay: number) => Promise<Failure | null>;
  readonly readProblems: (window: number) => Promise<void>;
  readonly problemsChanged: () => void;
  readonly forgetProblems: () => void;
  readonly forgetSync: () => void;
};

const noProblems: ProblemList = { total: null, counted: null, windows: new Map(), failure: null };

export function createSyncSlice(call: Call): SliceOf<SyncSlice> {
  return (set, get) => {
    // An answer about the connection that was open before is not for this one.
    let connections = 0;
    let toldAt = 0;

    const ask = async <N extends CallName>(name: N, input: CallInput<N>): Promise<Outcome<CallOutput<N>>> => {
      const asked = connections;
      const answer = await call(name, input);
      return asked === connections ? answer : { ok: false, failure: { kind: 'cancelled' } };
    };
    const act = async (name: 'sync.begin' | 'sync.pause' | 'sync.stop') => {
      const answer = await ask(name, null);
      if (answer.ok) get().syncChanged(answer.value);
      else get().tellFailure(answer.failure);
    };

    const recount = everySecond(async () => {
      const version = get().problemsVersion;
      const answer = await ask('sync.problems', { offset: 0, limit: 1 });
      const { problems, problemsVersion } = get();
      if (answer.ok && version === problemsVersion) set({ problems: { ...problems, counted: answer.value.total } });
    });

    return {
      sync: null,
      problems: noProblems,
      problemsVersion: 0,
      readSync: async () => {
        const answer = await ask('sync.state', null);
        if (!answer.ok) return;
        get().syncChanged(answer.value);
      },
      syncChanged: (state) => {
        const before = get().sync;
        set({ sync: state });
        const size = sizeOf(state);
        if (before !== null && size !== sizeOf(before)) recount();
        if (before?.status === state.status && !hasGrown(toldAt, size)) return;
        toldAt = size;
        get().problemsChanged();
      },
      beginSync: () => act('sync.begin'),
      pauseSync: () => act('sync.pause'),
      stopSync: () => act('sync.stop'),
      tryNow: () => {
        if (get().person !== null) get().refreshPerson();
        if (get().sync?.status === 'waiting') void get().beginSync();
        else void get().lookAgain();
      },
      addIds: async (whole) => {
        const text = await sendText(call, whole);
        if (!text.ok) return text;
        const answer = await ask('sync.addIds', { text: text.value });
        if (answer.ok) get().syncChanged(answer.value.state);
        return answer;
      },
      countIds: async (whole) => {
        const text = await sendText(call, whole);
        return text.ok ? ask('sync.countIds', { text: text.value }) : text;
      },
      setBudget: async (perDay) => {
        const answer = await ask('sync.setBudget', { perDay });
        if (!answer.ok) return answer.failure;
        get().syncChanged(answer.value);
        return null;
      },
      readProblems: async (window) => {
        const version = get().problemsVersion;
        const answer = await ask('sync.problems', { offset: window * problemsWindow, limit: problemsWindow });
        const { problems, problemsVersion } = get();
        if (version !== problemsVersion) return;
        if (!answer.ok) {
          if (answer.failure.kind !== 'cancelled') set({ problems: { ...problems, failure: answer.failure } });
          return;
        }
        const windows = new Map(problems.windows).set(window, answer.value.rows);
        const { total } = answer.value;
        set({ problems: { total, counted: total, windows, failure: null } });
      },
      problemsChanged: () => {
        set({ problemsVersion: get().problemsVersion + 1 });
        void get().readProblems(0);
      },
      forgetProblems: () => set({ problems: noProblems, problemsVersion: get().problemsVersion + 1 }),
      forgetSync: () => {
        connections += 1;
        toldAt = 0;
        set({ sync: null });
        get().forgetProblems();
      },
    };
  };
}

/** People the sync is through with. */
function sizeOf({ fetched, failed, notFound }: SyncState): number {
  return fetched + failed + notFound;
}
