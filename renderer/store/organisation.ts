/** What the rest of the page knows of the organisation: how to go there, and whether its tree is folded away. */
import type { Call } from '../../contract/calls.ts';
import type { UserId } from '../../contract/ids.ts';
import type { SliceOf } from './slice.ts';

export type OrganisationSlice = {
  /** Kept on this computer. */
  readonly isTreeFolded: boolean;
  readonly foldTree: () => void;
  readonly showInOrganisation: (id: UserId) => void;
};

export function createOrganisationSlice(call: Call): SliceOf<OrganisationSlice> {
  return (set, get) => ({
    isTreeFolded: false,
    foldTree: () => {
      const isFolded = !get().isTreeFolded;
      set({ isTreeFolded: isFolded });
      // One that could not be kept is so until the window is closed: nothing is said of it.
      void call('appearance.foldTree', { isFolded });
    },
    showInOrganisation: (id) => get().openPage({ view: 'organisation', id, form: 'chart' }),
  });
}
