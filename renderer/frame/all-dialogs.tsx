/** Every dialog of the frame: loaded as one, after the page. */
import type { OpenConnection } from '../../contract/account.ts';
import { DisconnectDialog } from '../connection/disconnect-dialog.tsx';
import { RenameDialog } from '../connection/rename-dialog.tsx';
import { TokenDialog } from '../connection/token-dialog.tsx';
import { useStore } from '../store/use-store.ts';
import { AddIdsDialog } from '../sync/add-ids-dialog.tsx';
import { BudgetDialog } from '../sync/budget-dialog.tsx';
import { AboutDialog } from './about-dialog.tsx';
import { DroppedDialog } from './dropped-dialog.tsx';
import { ShortcutsDialog } from './shortcuts-dialog.tsx';

type AllDialogsProps = {
  readonly open: OpenConnection;
  /** Whether any of them is open. */
  readonly opened: boolean;
};

export function AllDialogs({ open }: AllDialogsProps) {
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
      <DroppedDialog />
    </>
  );
}
