/** What a dialog asks for, with its buttons. It closes once what was given is accepted; until then nothing typed is lost. */
import { Button } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import type { Failure } from '../../contract/failures.ts';
import { FailureNotice } from '../failure/failure-notice.tsx';
import { otherFailure } from '../failure/field-failure.ts';
import { type FailureWords, failureWords } from '../words/failure-words.ts';
import classes from './dialog.module.css';
import { SendButton } from './send-button.tsx';

type Told = Failure | null;

export type DialogFormProps = {
  /** Does what was asked for; null: it was accepted. */
  readonly send: () => Told | Promise<Told>;
  readonly sendLabel: string;
  /** What is done cannot be undone. */
  readonly isDangerous?: boolean;
  /** Another way out than sending. */
  readonly other?: { readonly label: string; readonly send: () => Promise<Told> };
  /** Fields that say themselves what is wrong with them. */
  readonly fields: readonly string[];
  /** What one of them says beside what was typed wrongly, such as that it was refused. */
  readonly isSaidAtField?: (failure: Failure) => boolean;
  /** What a failure means here, where that is not what it means on a page. */
  readonly words?: (failure: Failure) => FailureWords;
  readonly onClose: () => void;
  readonly children: (failure: Told) => ReactNode;
};

export function DialogForm(props: DialogFormProps) {
  const { send, sendLabel, isDangerous, other, fields, isSaidAtField, words = failureWords, onClose, children } = props;
  const [failure, setFailure] = useState<Told>(null);
  const [busy, setBusy] = useState(false);

  const go = async (way: DialogFormProps['send']) => {
    if (busy) return;
    setBusy(true);
    // It is about what was sent before.
    setFailure(null);
    const told = await way();
    setBusy(false);
    setFailure(told);
    if (told === null) onClose();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void go(send);
  };
  const general = failure !== null && isSaidAtField?.(failure) ? null : otherFailure(failure, fields);
  return (
    <form onSubmit={submit} className={classes.form} noValidate autoComplete="off">
      {children(failure)}
      {general !== null && <FailureNotice failure={general} words={words} />}
      <div className={classes.buttons}>
        {other !== undefined && (
          <Button variant="subtle" className={classes.other} onClick={() => void go(other.send)}>
            {other.label}
          </Button>
        )}
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
        <SendButton type="submit" busy={busy} data-danger={isDangerous || undefined}>
          {sendLabel}
        </SendButton>
      </div>
    </form>
  );
}
