/** Gives a team or role a name on this computer, changes it, or takes it away. */
import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { Failure } from '../../contract/failures.ts';
import type { Label } from '../../contract/person.ts';
import { FailureNotice } from '../failure/failure-notice.tsx';
import { fieldFailure, otherFailure } from '../first-run/field-failure.ts';
import dialog from '../frame/dialog.module.css';
import { Dialog } from '../frame/dialog.tsx';
import { useStore } from '../store/use-store.ts';
import classes from './name.module.css';

type LabelDialogProps = {
  readonly label: Label;
  readonly kind: 'role' | 'team';
  readonly opened: boolean;
  readonly onClose: () => void;
};

export function LabelDialog({ label, kind, opened, onClose }: LabelDialogProps) {
  return (
    <Dialog opened={opened} onClose={onClose} title={`Name this ${kind}`}>
      <LabelForm label={label} kind={kind} onClose={onClose} />
    </Dialog>
  );
}

function LabelForm({ label, kind, onClose }: Omit<LabelDialogProps, 'opened'>) {
  const nameLabel = useStore((state) => state.nameLabel);
  const [name, setName] = useState(label.name ?? '');
  const [failure, setFailure] = useState<Failure | null>(null);

  const give = async (given: string | null) => {
    const told = await nameLabel({ kind, id: label.id, name: given });
    setFailure(told);
    if (told === null) onClose();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === '') return setFailure({ kind: 'bad-input', where: 'name', reason: 'empty' });
    void give(name);
  };
  const other = otherFailure(failure, ['name']);
  return (
    <form onSubmit={submit} className={dialog.form} noValidate>
      <TextInput
        label="Name"
        value={name}
        maxLength={100}
        dir="auto"
        autoComplete="off"
        data-autofocus
        description={
          <>
            Kept on this computer, for this directory, and shown wherever <bdi className={classes.id}>{label.id}</bdi>{' '}
            stands. A name that the server tells takes its place.
          </>
        }
        inputWrapperOrder={['label', 'input', 'error', 'description']}
        onChange={(event) => setName(event.currentTarget.value)}
        error={fieldFailure(failure, 'name')}
      />
      {other !== null && <FailureNotice failure={other} />}
      <div className={dialog.buttons}>
        {label.name !== null && (
          <Button variant="subtle" className={classes.remove} onClick={() => void give(null)}>
            Remove the name
          </Button>
        )}
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
        <Button type="submit">Save</Button>
      </div>
    </form>
  );
}
