/** The dialogs that open over the frame, whatever page it shows. */
import type { OpenConnection } from '../../contract/account.ts';
import { useStore } from '../store/use-store.ts';
import { AddIdsDialog } from '../sync/add-ids-dialog.tsx';
import { BudgetDialog } from '../sync/budget-dialog.tsx';
import { AboutDialog } from './about-dialog.tsx';
import { DisconnectDialog } from './disconnect-dialog.tsx';
import { RenameDialog } from './rename-dialog.tsx';
import { ShortcutsDialog } from './shortcuts-dialog.tsx';
import { TokenDialog } from './token-dialog.tsx';

export function FrameDialogs({ open }: { readonly open: OpenConnection }) {
  const dialog = useStore((state) => state.dialog);
  const showDialog = useStore((state) => state.showDialog);
  const close = () => showDialog(null);
  return (
    <>
      <AboutDialog opened={dialog === 'about'} onClose={close} />
      <ShortcutsDialog opened={dialog === 'shortcuts'} onClose={close} />
      <BudgetDialog opened={dialog === 'budget'} onClose={close} />
      <RenameDialog connection={open.connection} opened={dialog === 'rename'} onClose={close} />
      <DisconnectDialog open={open} opened={dialog === 'disconnect'} onClose={close} />
      <TokenDialog open={open} />
      <AddIdsDialog />
    </>
  );
}
