/** Gives a connection another name. */
import { TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Connection } from '../../contract/account.ts';
import { badInput, fieldFailure } from '../failure/field-failure.ts';
import { useStore } from '../store/use-store.ts';
import { Dialog } from './dialog.tsx';
import { DialogForm } from './dialog-form.tsx';

type RenameDialogProps = { readonly connection: Connection; readonly opened: boolean; readonly onClose: () => void };

export function RenameDialog({ connection, opened, onClose }: RenameDialogProps) {
  return (
    <Dialog opened={opened} onClose={onClose} title="Rename this connection">
      <RenameForm connection={connection} onClose={onClose} />
    </Dialog>
  );
}

function RenameForm({ connection, onClose }: Omit<RenameDialogProps, 'opened'>) {
  const rename = useStore((state) => state.rename);
  const [name, setName] = useState(connection.name);
  const send = () => (name.trim() === '' ? badInput('name', 'empty') : rename(connection.id, name));
  return (
    <DialogForm send={send} sendLabel="Rename" fields={['name']} onClose={onClose}>
      {(failure) => (
        <TextInput
          label="Name"
          value={name}
          maxLength={100}
          dir="auto"
          data-autofocus
          onChange={(event) => setName(event.currentTarget.value)}
          error={fieldFailure(failure, 'name')}
        />
      )}
    </DialogForm>
  );
}
