/**
 * What the page of checks shows: the list that is given and how far it is read, the checks that are kept, and the one that is
 * open. An answer about a check that is no longer shown, or older than what is shown, is dropped.
 */
import { createStore, type StoreApi } from 'zustand/vanilla';
import { longestChecked, longestFileName } from '../../contract/bounds.ts';
import type { Call, CallInput, CallOutput } from '../../contract/calls.ts';
import type { CheckId } from '../../contract/check.ts';
import type { CheckOverview } from '../../contract/check-overview.ts';
import { type Failure, failed, type Outcome } from '../../contract/failures.ts';
import type { ListToCheck } from '../store/check.ts';
import { sendText } from '../store/send-text.ts';
import { type IdsText, noIdsText, withGiven } from '../sync/ids-text.ts';
import { sendFile } from './send-file.ts';

type Kept = CallOutput<'check.kept'>;
type Candidates = CallOutput<'check.candidates'>;
/** What takes nothing but the check that is open. */
type PlainDeed = 'check.pause' | 'check.goOn' | 'check.stop' | 'check.retry' | 'check.run' | 'check.acceptNames';

export type CheckStore = {
  /** What is typed or pasted as a list. It stays until it is read, and where it cannot be. */
  readonly draft: IdsText;
  /** A list is being read. */
  readonly isReading: boolean;
  /** Why the last list could not be read. */
  readonly failure: Failure | null;
  /** Null until it is known. */
  readonly kept: Kept | null;
  readonly keptFailure: Failure | null;
  /** The one that is open; null: none, or it is on its way. */
  readonly check: CheckOverview | null;
  /** Why it could not be opened. */
  readonly openFailure: Failure | null;
  readonly write: (draft: IdsText) => void;
  /** Reads a list; gives the check that it became, or null. */
  readonly begin: (list: ListToCheck) => Promise<CheckOverview | null>;
  /** The same of a file that is chosen now. */
  readonly chooseFile: () => Promise<CheckOverview | null>;
  readonly giveUp: () => void;
  readonly readKept: () => Promise<void>;
  readonly enter: (id: CheckId) => Promise<void>;
  readonly leave: () => void;
  readonly told: (overview: CheckOverview) => void;
  /** Each gives why it was not done, or null. */
  readonly act: (name: PlainDeed) => Promise<Failure | null>;
  readonly ask: (olderThan: number) => Promise<Failure | null>;
  /** Null: it is compared with nothing any more. */
  readonly compare: (part: CallInput<'check.compare'>['part']) => Promise<Failure | null>;
  readonly lookUp: (column: number) => Promise<Failure | null>;
  readonly choose: (asked: Omit<CallInput<'check.choose'>, 'id'>) => Promise<Failure | null>;
  /** Who may be meant by a row, as far as they can be told; null: that could not be read. */
  readonly candidates: (place: number) => Promise<Candidates | null>;
  readonly name: (id: CheckId, name: string) => Promise<Failure | null>;
  readonly remove: (id: CheckId) => Promise<Failure | null>;
  /** Another directory is open. */
  readonly forget: () => void;
};

const nothing = {
  draft: noIdsText,
  isReading: false,
  failure: null,
  kept: null,
  keptFailure: null,
  check: null,
  openFailure: null,
} satisfies Partial<CheckStore>;

export function createCheckStore(call: Call): StoreApi<CheckStore> {
  return createStore<CheckStore>()((set, get) => {
    /** Grows when all is forgotten. */
    let era = 0;
    let entering = 0;
    let reading = 0;
    let isGivenUp = false;

    const take = async (asked: Promise<Outcome<CheckOverview>>): Promise<Failure | null> => {
      const before = era;
      const answer = await asked;
      if (before !== era) return null;
      if (!answer.ok) return answer.failure;
      get().told(answer.value);
      return null;
    };
    const onOpen = (act: (id: CheckId) => Promise<Outcome<CheckOverview>>): Promise<Failure | null> => {
      const { check } = get();
      return check === null ? Promise.resolve(null) : take(act(check.id));
    };
    const read = async (asked: () => Promise<Outcome<CheckOverview | null>>): Promise<CheckOverview | null> => {
      reading += 1;
      const turn = reading;
      isGivenUp = false;
      set({ isReading: true, failure: null });
      const answer = await asked();
      // Given up for another list, or of another directory.
      if (turn !== reading) return null;
      set({ isReading: false });
      if (answer.ok) {
        if (answer.value !== null) set({ check: answer.value, openFailure: null });
        return answer.value;
      }
      if (answer.failure.kind !== 'cancelled') set({ failure: answer.failure });
      // The table is of other people since they were selected.
      else if (!isGivenUp) set({ failure: { kind: 'bad-input', where: 'list', reason: 'not-known' } });
      return null;
    };
    const beginWith = async (list: ListToCheck): Promise<Outcome<CheckOverview>> => {
      if (list.kind === 'clipboard' || list.kind === 'selection') return call('check.begin', { from: list });
      if (list.kind === 'file') {
        const sent = await sendFile(call, list.file);
        return sent.ok
          ? call('check.begin', {
              from: { kind: 'file', sent: sent.value, name: list.file.name.slice(-longestFileName) },
            })
          : sent;
      }
      const reason = list.text.trim() === '' ? 'empty' : list.text.length > longestChecked ? 'too-long' : null;
      if (reason !== null) return failed({ kind: 'bad-input', where: 'list', reason });
      const text = await sendText(call, list.text);
      return text.ok ? call('check.begin', { from: { kind: list.kind, text: text.value } }) : text;
    };

    return {
      ...nothing,
      write: (draft) => set({ draft, failure: null }),
      begin: async (list) => {
        const begun = await read(() => beginWith(list));
        if (begun !== null && list.kind === 'pasted') set({ draft: noIdsText });
        // What came from elsewhere and could not be read is not lost either.
        const { failure, draft } = get();
        const isLost = 'text' in list && begun === null && failure !== null && draft === noIdsText;
        if (isLost) set({ draft: withGiven(noIdsText, { text: list.text, name: null }) });
        return begun;
      },
      chooseFile: () => read(() => call('check.chooseFile', null)),
      giveUp: () => {
        isGivenUp = true;
        void call('check.giveUp', null);
      },
      readKept: async () => {
        const before = era;
        const answer = await call('check.kept', null);
        if (before !== era) return;
        if (answer.ok) set({ kept: answer.value, keptFailure: null });
        else set({ keptFailure: answer.failure });
      },
      enter: async (id) => {
        entering += 1;
        const turn = entering;
        // The one that was just begun is there.
        if (get().check?.id === id) return set({ openFailure: null });
        set({ check: null, openFailure: null });
        const answer = await call('check.open', { id });
        if (turn !== entering) return;
        if (answer.ok) set({ check: answer.value });
        else set({ openFailure: answer.failure });
      },
      leave: () => {
        entering += 1;
        set({ check: null });
        void call('check.leave', null);
      },
      told: (overview) => {
        const { check } = get();
        if (check?.id === overview.id && overview.version >= check.version) set({ check: overview });
      },
      act: (name) => onOpen((id) => call(name, { id })),
      ask: (olderThan) => onOpen((id) => call('check.ask', { id, olderThan })),
      compare: (part) => onOpen((id) => call('check.compare', { id, part })),
      lookUp: (column) => onOpen((id) => call('check.column', { id, column })),
      choose: (asked) => onOpen((id) => call('check.choose', { id, ...asked })),
      candidates: async (place) => {
        const { check } = get();
        if (check === null) return null;
        const answer = await call('check.candidates', { id: check.id, place });
        return answer.ok ? answer.value : null;
      },
      name: async (id, name) => {
        const failure = await take(call('check.name', { id, name }));
        if (failure === null && get().kept !== null) await get().readKept();
        return failure;
      },
      remove: async (id) => {
        const before = era;
        const answer = await call('check.remove', { id });
        if (!answer.ok) return answer.failure;
        if (before === era) set({ kept: answer.value });
        return null;
      },
      forget: () => {
        era += 1;
        entering += 1;
        reading += 1;
        set(nothing);
      },
    };
  });
}
