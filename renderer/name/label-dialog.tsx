/** Gives a team or role a name on this computer, changes it, or takes it away. */
import type { Label } from '../../contract/person.ts';
import { Dialog } from '../dialog/dialog.tsx';
import { NameForm } from '../dialog/name-form.tsx';
import { useStore } from '../store/use-store.ts';
import classes from './name.module.css';

type LabelDialogProps = {
  readonly label: Label;
  readonly kind: 'role' | 'team';
  readonly opened: boolean;
  readonly onClose: () => void;
};

export function LabelDialog({ label, kind, opened, onClose }: LabelDialogProps) {
  const nameLabel = useStore((state) => state.nameLabel);
  const give = (name: string | null) => nameLabel({ kind, id: label.id, name });
  return (
    <Dialog opened={opened} onClose={onClose} title={`Name this ${kind}`}>
      <NameForm
        name={label.name ?? ''}
        description={
          <>
            Kept on this computer, for this directory, and shown wherever <bdi className={classes.id}>{label.id}</bdi>{' '}
            stands. A name that the server tells takes its place.
          </>
        }
        send={give}
        sendLabel="Save"
        {...(label.name !== null && { other: { label: 'Remove the name', send: () => give(null) } })}
        onClose={onClose}
      />
    </Dialog>
  );
}
