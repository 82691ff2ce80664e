/** The names of teams and roles: given on this computer, or told by the server at last. */
import type { Call, CallInput } from '../../contract/calls.ts';
import type { Failure } from '../../contract/failures.ts';
import type { SliceOf } from './slice.ts';

export type LabelsSlice = {
  /** Gives a team or role a name on this computer; null takes it away. Resolves to why it could not, or null. */
  readonly nameLabel: (asked: CallInput<'label.name'>) => Promise<Failure | null>;
  /** Every card that is shown may carry other names now. */
  readonly labelsChanged: () => void;
};

export function createLabelsSlice(call: Call): SliceOf<LabelsSlice> {
  return (_set, get) => ({
    nameLabel: async (asked) => {
      const answer = await call('label.name', asked);
      if (!answer.ok) return answer.failure;
      get().labelsChanged();
      return null;
    },
    labelsChanged: () => {
      get().reloadPerson();
      get().refreshTable();
      get().problemsRenamed();
      void get().readRecents();
    },
  });
}
