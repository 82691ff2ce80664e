/** Gives a connection another name. */
import type { Connection } from '../../contract/account.ts';
import { Dialog } from '../dialog/dialog.tsx';
import { NameForm } from '../dialog/name-form.tsx';
import { useStore } from '../store/use-store.ts';

type RenameDialogProps = { readonly connection: Connection; readonly opened: boolean; readonly onClose: () => void };

export function RenameDialog({ connection, opened, onClose }: RenameDialogProps) {
  const rename = useStore((state) => state.rename);
  return (
    <Dialog opened={opened} onClose={onClose} title="Rename this connection">
      <NameForm
        name={connection.name}
        send={(name) => rename(connection.id, name)}
        sendLabel="Rename"
        onClose={onClose}
      />
    </Dialog>
  );
}
