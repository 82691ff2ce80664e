/** Server, token, and whom to start from. What is wrong is said at its field; nothing typed is lost by a failure. */
import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { Keychain } from '../../contract/account.ts';
import type { Failure } from '../../contract/failures.ts';
import { call } from '../bridge/call.ts';
import { hostOf, leftOutOf, typedHost } from '../connection/host-of.ts';
import { TokenField } from '../connection/token-field.tsx';
import { SendButton } from '../dialog/send-button.tsx';
import { FailureNotice } from '../failure/failure-notice.tsx';
import { fieldFailure, otherFailure, readToken } from '../failure/field-failure.ts';
import { useStore } from '../store/use-store.ts';
import { IdsField } from '../sync/ids-field.tsx';
import { type IdsText, noIdsText, wholeText } from '../sync/ids-text.ts';
import { useGivenText } from '../sync/use-given-text.ts';
import { type ConnectField, connectFailureWords, connectField, connectFieldWords } from '../words/connect-words.ts';
import own from './connect-form.module.css';
import classes from './first-run.module.css';
import type { Busy } from './first-run.tsx';

const usualServer = 'https://api.chakrahq.com';
/** As the contract has it, in UTF-16 units. */
const longestStart = 5_000_000;
const fields = ['server', 'token', 'startFrom'];

type ConnectFormProps = {
  readonly keychain: Keychain;
  readonly busy: Busy;
  readonly onBusy: (busy: Busy) => void;
};

export function ConnectForm({ keychain, busy, onBusy }: ConnectFormProps) {
  const connect = useStore((state) => state.connect);
  const [server, setServer] = useState(usualServer);
  const [startFrom, setStartFrom] = useState<IdsText>(noIdsText);
  useGivenText(startFrom, setStartFrom);
  const [failure, setFailure] = useState<Failure | null>(null);
  const token = useRef<HTMLInputElement>(null);
  const form = useRef<HTMLFormElement>(null);
  const isAnother = useStore((state) => state.adding);
  // A person who adds another directory has asked for the form, and the menu that had the focus is gone.
  useEffect(() => {
    if (isAnother) form.current?.querySelector<HTMLElement>('[name="server"]')?.focus();
  }, [isAnother]);

  const tell = (told: Failure) => {
    // What was typed stands there, to be changed or sent again.
    if (told.kind === 'cancelled') return form.current?.querySelector<HTMLElement>('[type="submit"]')?.focus();
    setFailure(told);
    const where = told.kind === 'bad-input' ? told.where : connectField(told);
    if (where !== null) form.current?.querySelector<HTMLElement>(`[name="${CSS.escape(where)}"]`)?.focus();
    // What is pasted takes its place.
    if (where === 'token' && told.kind !== 'bad-input') token.current?.select();
  };

  const submit = async (event?: FormEvent) => {
    event?.preventDefault();
    if (busy !== null) return;
    if (server.trim() === '') return tell({ kind: 'bad-input', where: 'server', reason: 'empty' });
    // Held, since the form may be gone when the answer comes.
    const field = token.current;
    const read = readToken(field?.value ?? '');
    if (!read.ok) return tell(read.failure);
    const text = wholeText(startFrom);
    if (text.length > longestStart) return tell({ kind: 'bad-input', where: 'startFrom', reason: 'too-long' });
    onBusy('connect');
    setFailure(null);
    const told = await connect({ server, token: read.value, startFrom: text, name: '' });
    onBusy(null);
    if (told !== null) return tell(told);
    if (field !== null) field.value = '';
  };

  /** The notice that offers it goes at once, and its button with it. */
  const retry = () => {
    form.current?.querySelector<HTMLElement>('[type="submit"]')?.focus();
    void submit();
  };

  const field = failure === null ? null : connectField(failure);
  const errorAt = (where: ConnectField): string | undefined =>
    field === where && failure !== null ? connectFieldWords(failure) : fieldFailure(failure, where);
  const other = field === null ? otherFailure(failure, fields) : null;
  return (
    <form ref={form} className={own.form} onSubmit={submit} noValidate autoComplete="off">
      <h2 id="connect" className={own.formTitle}>
        Connect your directory
      </h2>
      <TextInput
        name="server"
        label="Server"
        inputMode="url"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        value={server}
        onChange={(event) => setServer(event.currentTarget.value)}
        error={errorAt('server')}
        inputWrapperOrder={['label', 'input', 'error', 'description']}
        description={<AddressUsed server={server} />}
      />
      <TokenField field={token} keychain={keychain} host={typedHost(server)} error={errorAt('token')} />
      <IdsField
        name="startFrom"
        label="Start from"
        placeholder="Your user id, or paste or drop anything that holds ids"
        description="Needed only where the server does not list its users: your own id will do."
        rows={3}
        ids={startFrom}
        onIds={setStartFrom}
        error={errorAt('startFrom')}
      />
      {other !== null && <FailureNotice failure={other} words={connectFailureWords} onRetry={retry} />}
      <div className={own.send}>
        <SendButton type="submit" className={classes.large} busy={busy === 'connect'} waits={busy !== null}>
          Connect
        </SendButton>
        {busy === 'connect' && (
          <Button
            variant="default"
            className={classes.large ?? ''}
            onClick={() => void call('account.cancelConnect', null)}
          >
            Cancel
          </Button>
        )}
        <span className={classes.small} role="status">
          {busy === 'connect' && (
            <>
              Asking <bdi>{hostOf(server)}</bdi>…
            </>
          )}
        </span>
      </div>
      <p className={own.next}>
        Everybody is then fetched once, so that they can be found: from the server’s list, or else from report to
        report, beginning with these ids.
      </p>
    </form>
  );
}

/** Stands there always, so that nothing moves while an address is typed. */
function AddressUsed({ server }: { readonly server: string }) {
  const leftOut = leftOutOf(server);
  if (leftOut === '') return 'The host is enough: a path behind it is not used.';
  return (
    <>
      Only <bdi>{hostOf(server)}</bdi> is used. Left out: <bdi className={own.leftOut}>{leftOut}</bdi>
    </>
  );
}
