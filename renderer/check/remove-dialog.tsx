/** Removes a check with its list and its runs, once that is confirmed: it cannot be undone. */
import type { KeptCheck } from '../../contract/check-overview.ts';
import dialog from '../dialog/dialog.module.css';
import { Dialog } from '../dialog/dialog.tsx';
import { DialogForm } from '../dialog/dialog-form.tsx';
import { sourceWords } from './check-words.ts';
import { checks } from './use-check.ts';

type RemoveDialogProps = {
  /** Null: it is closed. */
  readonly check: KeptCheck | null;
  readonly onClose: () => void;
};

export function RemoveDialog({ check, onClose }: RemoveDialogProps) {
  const { remove } = checks.getState();
  return (
    <Dialog opened={check !== null} onClose={onClose} title="Remove this check?">
      {check !== null && (
        <DialogForm send={() => remove(check.id)} sendLabel="Remove" isDangerous fields={[]} onClose={onClose}>
          {() => (
            <p className={dialog.note}>
              “<bdi>{check.name ?? sourceWords(check.source)}</bdi>”, with its list and its runs, is deleted from this
              computer. The people stay as they are.
            </p>
          )}
        </DialogForm>
      )}
    </Dialog>
  );
}
