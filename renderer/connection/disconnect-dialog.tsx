/** Closes a connection, and asks what of it to forget. Nothing is forgotten that was not ticked, but of the demo directory all. */
import { Checkbox } from '@mantine/core';
import { useState } from 'react';
import type { OpenConnection } from '../../contract/account.ts';
import classes from '../dialog/dialog.module.css';
import { Dialog } from '../dialog/dialog.tsx';
import { DialogForm } from '../dialog/dialog-form.tsx';
import { useStore } from '../store/use-store.ts';
import { forgetTokenWords } from '../words/keychain-words.ts';
import { count } from '../words/locale.ts';

type DisconnectDialogProps = {
  readonly open: OpenConnection;
  readonly opened: boolean;
  readonly onClose: () => void;
};

export function DisconnectDialog({ open, opened, onClose }: DisconnectDialogProps) {
  return (
    <Dialog opened={opened} onClose={onClose} title={`Disconnect ${open.connection.name}?`}>
      <DisconnectForm open={open} onClose={onClose} />
    </Dialog>
  );
}

function DisconnectForm({ open, onClose }: Omit<DisconnectDialogProps, 'opened'>) {
  const disconnect = useStore((state) => state.disconnect);
  const syncs = useStore((state) => state.sync?.status === 'running' || state.sync?.status === 'waiting');
  const isDemo = open.connection.kind === 'demo';
  const [forgetToken, setForgetToken] = useState(true);
  const [forgetCopy, setForgetCopy] = useState(isDemo);
  const copy = `${people(open.peopleCount)} with their history and pictures, and the names given to teams and roles here, are deleted from this computer, files and all.`;
  return (
    <DialogForm
      send={() => disconnect({ connection: open.connection.id, forgetToken, forgetCopy })}
      sendLabel="Disconnect"
      isDangerous
      fields={[]}
      onClose={onClose}
    >
      {() =>
        isDemo ? (
          <p className={classes.note}>{copy} Look around again, and it begins from nothing.</p>
        ) : (
          <>
            <Checkbox
              label="Forget the access token"
              description={forgetTokenWords[open.token]}
              checked={forgetToken}
              onChange={(event) => setForgetToken(event.currentTarget.checked)}
            />
            <Checkbox
              label="Forget the local copy"
              description={copy}
              checked={forgetCopy}
              onChange={(event) => setForgetCopy(event.currentTarget.checked)}
            />
            <p className={classes.note}>
              {forgetToken && forgetCopy
                ? 'The connection is no longer remembered.'
                : 'The connection stays in the list and can be opened again.'}{' '}
              {syncs && 'The sync that is under way ends. '}Nothing changes on the server.
            </p>
          </>
        )
      }
    </DialogForm>
  );
}

function people(number: number): string {
  return number === 1 ? '1 person' : `${count(number)} people`;
}
