/** Which dialog of the frame is open. Those that ask for ids or for a token are opened by more than a person, and say so themselves. */
import type { SliceOf } from './slice.ts';

export type FrameDialog = 'about' | 'shortcuts' | 'budget' | 'rename' | 'disconnect';

export type DialogsSlice = {
  /** One at a time; null: none. */
  readonly dialog: FrameDialog | null;
  /** Whichever is open. */
  readonly closeDialogs: () => void;
  readonly showDialog: (dialog: FrameDialog | null) => void;
};

export function createDialogsSlice(): SliceOf<DialogsSlice> {
  return (set, get) => ({
    dialog: null,
    closeDialogs: () => {
      set({ dialog: null });
      get().leaveDropped();
      get().askForToken(false);
      get().addFromList(false);
    },
    showDialog: (dialog) => set({ dialog }),
  });
}
