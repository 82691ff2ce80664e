/** What the rest of the page knows of the organisation: how to go there, and whether its tree is folded away. */
import type { UserId } from '../../contract/ids.ts';
import type { SliceOf } from './slice.ts';

export type OrganisationSlice = {
  /** Kept until the window is closed. */
  readonly isTreeFolded: boolean;
  readonly foldTree: () => void;
  readonly showInOrganisation: (id: UserId) => void;
};

export function createOrganisationSlice(): SliceOf<OrganisationSlice> {
  return (set, get) => ({
    isTreeFolded: false,
    foldTree: () => set({ isTreeFolded: !get().isTreeFolded }),
    showInOrganisation: (id) => get().openPage({ view: 'organisation', id, form: 'chart' }),
  });
}
