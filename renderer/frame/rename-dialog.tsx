/** Gives a connection another name. */
import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { Connection } from '../../contract/account.ts';
import type { Failure } from '../../contract/failures.ts';
import { FailureNotice } from '../failure/failure-notice.tsx';
import { fieldFailure, otherFailure } from '../first-run/field-failure.ts';
import { useStore } from '../store/use-store.ts';
import classes from './dialog.module.css';
import { Dialog } from './dialog.tsx';

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
  const [failure, setFailure] = useState<Failure | null>(null);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === '') {
      setFailure({ kind: 'bad-input', where: 'name', reason: 'empty' });
      return;
    }
    const told = await rename(connection.id, name);
    setFailure(told);
    if (told === null) onClose();
  };
  const other = otherFailure(failure, ['name']);
  return (
    <form onSubmit={submit} className={classes.form} noValidate>
      <TextInput
        label="Name"
        value={name}
        maxLength={100}
        dir="auto"
        data-autofocus
        onChange={(event) => setName(event.currentTarget.value)}
        error={fieldFailure(failure, 'name')}
      />
      {other !== null && <FailureNotice failure={other} />}
      <div className={classes.buttons}>
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
        <Button type="submit">Rename</Button>
      </div>
    </form>
  );
}
