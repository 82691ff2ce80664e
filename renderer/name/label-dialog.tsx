/** Gives a team or role a name on this computer, changes it, or takes it away. */
import { TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Label } from '../../contract/person.ts';
import { badInput, fieldFailure } from '../failure/field-failure.ts';
import { Dialog } from '../frame/dialog.tsx';
import { DialogForm } from '../frame/dialog-form.tsx';
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
  const give = (given: string | null) => nameLabel({ kind, id: label.id, name: given });
  return (
    <DialogForm
      send={() => (name.trim() === '' ? badInput('name', 'empty') : give(name))}
      sendLabel="Save"
      {...(label.name !== null && { other: { label: 'Remove the name', send: () => give(null) } })}
      fields={['name']}
      onClose={onClose}
    >
      {(failure) => (
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
      )}
    </DialogForm>
  );
}
