/** Asks for the token of the open connection again: it was refused, was not kept, or is to be replaced. */
import { Button } from '@mantine/core';
import { type FormEvent, useRef, useState } from 'react';
import type { OpenConnection } from '../../contract/account.ts';
import type { Failure } from '../../contract/failures.ts';
import { FailureNotice } from '../failure/failure-notice.tsx';
import { fieldFailure, otherFailure, readToken } from '../first-run/field-failure.ts';
import { hostOf } from '../first-run/host-of.ts';
import { TokenField } from '../first-run/token-field.tsx';
import { useStore } from '../store/use-store.ts';
import classes from './dialog.module.css';
import { Dialog } from './dialog.tsx';

export function TokenDialog({ open }: { readonly open: OpenConnection }) {
  const asking = useStore((state) => state.askingForToken);
  const askForToken = useStore((state) => state.askForToken);
  return (
    <Dialog opened={asking} onClose={() => askForToken(false)} title={`Token for ${open.connection.name}`}>
      <TokenForm open={open} onClose={() => askForToken(false)} />
    </Dialog>
  );
}

function TokenForm({ open, onClose }: { readonly open: OpenConnection; readonly onClose: () => void }) {
  const renewToken = useStore((state) => state.renewToken);
  const keychain = useStore((state) => state.overview?.keychain);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const read = readToken(field.current?.value ?? '');
    if (!read.ok) {
      setFailure(read.failure);
      field.current?.focus();
      return;
    }
    setBusy(true);
    const told = await renewToken(read.value);
    setBusy(false);
    setFailure(told);
    if (told !== null) return;
    if (field.current !== null) field.current.value = '';
    onClose();
  };
  const other = otherFailure(failure, ['token']);
  if (keychain === undefined) return null;
  return (
    <form onSubmit={submit} className={classes.form} noValidate autoComplete="off">
      <TokenField
        field={field}
        keychain={keychain}
        host={hostOf(open.connection.server)}
        error={fieldFailure(failure, 'token')}
      />
      {other !== null && <FailureNotice failure={other} />}
      <div className={classes.buttons}>
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
        <Button type="submit" loading={busy}>
          Use this token
        </Button>
      </div>
    </form>
  );
}
