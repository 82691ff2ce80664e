/** Gives a check a name, under which it is kept. */
import type { CheckId } from '../../contract/check.ts';
import { Dialog } from '../dialog/dialog.tsx';
import { NameForm } from '../dialog/name-form.tsx';
import { checks } from './use-check.ts';

type NameDialogProps = {
  /** Null: it is closed. */
  readonly check: { readonly id: CheckId; readonly name: string | null } | null;
  readonly onClose: () => void;
};

export function NameDialog({ check, onClose }: NameDialogProps) {
  const { name } = checks.getState();
  return (
    <Dialog
      opened={check !== null}
      onClose={onClose}
      title={check?.name == null ? 'Name this check' : 'Rename this check'}
    >
      {check !== null && (
        <NameForm
          name={check.name ?? ''}
          description="It is kept under this name with the local copy of this directory, and goes with it."
          send={(given) => name(check.id, given)}
          sendLabel={check.name === null ? 'Keep' : 'Rename'}
          onClose={onClose}
        />
      )}
    </Dialog>
  );
}
