/** What the rest of the page knows of the organisation: how to go there, and whether its tree is folded away. */
import type { Call } from '../../contract/calls.ts';
import type { UserId } from '../../contract/ids.ts';
import type { OrganisationPanel } from '../../contract/shown-page.ts';
import { currentVisit } from './history.ts';
import type { SliceOf } from './slice.ts';

/** How the organisation, or a part of it, leaves the app. */
export type Leaving = 'save' | 'print';

export type OrganisationSlice = {
  /** What its dialog was opened for; null: it is closed. */
  readonly leaving: Leaving | null;
  readonly showLeaving: (leaving: Leaving | null) => void;
  /** Where the tree has room beside the view. Kept on this computer. */
  readonly isTreeFolded: boolean;
  /** The tree and the view have no room beside each other: one of the two is shown. */
  readonly isNarrow: boolean;
  /** Then it is the view that is shown; null: until one is chosen, as it is where there is room. */
  readonly isViewAlone: boolean | null;
  readonly setNarrow: (isNarrow: boolean) => void;
  readonly foldTree: () => void;
  readonly showInOrganisation: (id: UserId) => void;
  /** Shows a panel beside the tree and the view, which is given the focus where it was not shown; null: none. */
  readonly showPanel: (panel: OrganisationPanel | null) => void;
};

type Folding = Pick<OrganisationSlice, 'isTreeFolded' | 'isNarrow' | 'isViewAlone'>;

export function isTreeAway({ isTreeFolded, isNarrow, isViewAlone }: Folding): boolean {
  return isNarrow && isViewAlone !== null ? isViewAlone : isTreeFolded;
}

export function createOrganisationSlice(call: Call): SliceOf<OrganisationSlice> {
  return (set, get) => ({
    leaving: null,
    showLeaving: (leaving) => set({ leaving }),
    isTreeFolded: false,
    isNarrow: false,
    isViewAlone: null,
    setNarrow: (isNarrow) => set({ isNarrow }),
    foldTree: () => {
      const isAway = !isTreeAway(get());
      if (get().isNarrow) return set({ isViewAlone: isAway });
      set({ isTreeFolded: isAway });
      // One that could not be kept is so until the window is closed: nothing is said of it.
      void call('appearance.foldTree', { isFolded: isAway });
    },
    showPanel: (panel) => {
      const { page } = currentVisit(get().history);
      if (page.view !== 'organisation') return;
      const { panel: before, ...without } = page;
      get().openPage(panel === null ? without : { ...without, panel });
      if (panel !== null && before?.kind !== panel.kind) get().giveFocus('panel');
    },
    showInOrganisation: (id) => get().openPage({ view: 'organisation', id, form: 'chart' }),
  });
}
