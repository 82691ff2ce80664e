/** Saves the rows of a check that are shown. */
import { Dialog } from '../dialog/dialog.tsx';
import { FormatForm } from '../dialog/format-form.tsx';
import { saveRows } from './rows-out.ts';

type SaveDialogProps = { readonly opened: boolean; readonly onClose: () => void };

export function SaveDialog({ opened, onClose }: SaveDialogProps) {
  return (
    <Dialog opened={opened} onClose={onClose} title="Save the rows that are shown">
      {opened && <FormatForm save={(format) => void saveRows(format)} onClose={onClose} />}
    </Dialog>
  );
}
