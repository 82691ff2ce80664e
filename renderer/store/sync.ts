/** How far the directory has grown, and what is done to its sync. */

import type { Call, CallInput, CallName, CallOutput } from '../../contract/calls.ts';
import type { Failure, Outcome } from '../../contract/failures.ts';
import type { SyncState } from '../../contract/sync.ts';
import { sendText } from './send-text.ts';
import type { SliceOf } from './slice.ts';

export type SyncSlice = {
  /** Null until the main process has said it for the connection that is open. */
  readonly sync: SyncState | null;
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
  readonly forgetSync: () => void;
};

export function createSyncSlice(call: Call): SliceOf<SyncSlice> {
  return (set, get) => {
    // An answer about the connection that was open before is not for this one.
    let connections = 0;

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

    return {
      sync: null,
      readSync: async () => {
        const answer = await ask('sync.state', null);
        if (!answer.ok) return;
        get().syncChanged(answer.value);
      },
      syncChanged: (sync) => set({ sync }),
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
      forgetSync: () => {
        connections += 1;
        set({ sync: null });
        get().forgetProblems();
      },
    };
  };
}
