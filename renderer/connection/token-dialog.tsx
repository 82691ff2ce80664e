/** Asks for the token of the open connection again: it was refused, was not kept, or is to be replaced. */
import { useRef } from 'react';
import type { OpenConnection } from '../../contract/account.ts';
import type { Failure } from '../../contract/failures.ts';
import { Dialog } from '../dialog/dialog.tsx';
import { DialogForm } from '../dialog/dialog-form.tsx';
import { fieldFailure, readToken } from '../failure/field-failure.ts';
import { useStore } from '../store/use-store.ts';
import { isAboutNewToken, tokenFailureWords } from '../words/connect-words.ts';
import { hostOf } from './host-of.ts';
import { TokenField } from './token-field.tsx';

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
  const field = useRef<HTMLInputElement>(null);
  const send = async () => {
    const read = readToken(field.current?.value ?? '');
    if (!read.ok) {
      field.current?.focus();
      return read.failure;
    }
    const told = await renewToken(read.value);
    if (told === null && field.current !== null) field.current.value = '';
    // What is pasted takes its place.
    if (told !== null && isAboutNewToken(told)) field.current?.select();
    return told;
  };
  if (keychain === undefined) return null;
  return (
    <DialogForm
      send={send}
      sendLabel="Use this token"
      fields={['token']}
      isSaidAtField={isAboutNewToken}
      words={tokenFailureWords}
      onClose={onClose}
    >
      {(failure) => (
        <TokenField
          field={field}
          keychain={keychain}
          host={hostOf(open.connection.server)}
          error={errorOf(failure)}
          hasFocus
        />
      )}
    </DialogForm>
  );
}

function errorOf(failure: Failure | null): string | undefined {
  if (failure === null || !isAboutNewToken(failure)) return fieldFailure(failure, 'token');
  const { title, detail } = tokenFailureWords(failure);
  return `${title}. ${detail}`;
}
