/** Adds people from any text: pasted, dropped, or a file. Says how many ids were found; nothing given is lost by a failure. */
import { Button } from '@mantine/core';
import { IconFileUpload } from '@tabler/icons-react';
import { type FormEvent, useCallback, useRef, useState } from 'react';
import { longestIdsText } from '../../contract/bounds.ts';
import type { Failure } from '../../contract/failures.ts';
import dialog from '../dialog/dialog.module.css';
import { Dialog } from '../dialog/dialog.tsx';
import { SendButton } from '../dialog/send-button.tsx';
import { FailureNotice } from '../failure/failure-notice.tsx';
import { fieldFailure, otherFailure } from '../failure/field-failure.ts';
import { useStore } from '../store/use-store.ts';
import { oddWords } from '../words/listed-words.ts';
import { foundWords } from './found-words.ts';
import classes from './ids-field.module.css';
import { IdsField } from './ids-field.tsx';
import { type IdsText, noIdsText, wholeText, withGiven } from './ids-text.ts';
import { readFiles } from './read-files.ts';
import { useCountedIds } from './use-counted-ids.ts';
import { useGivenText } from './use-given-text.ts';

export function AddIdsDialog() {
  const adding = useStore((state) => state.addingIds);
  const addFromList = useStore((state) => state.addFromList);
  const close = () => addFromList(false);
  return (
    <Dialog opened={adding} onClose={close} title="Add people from a list">
      <AddIdsForm onClose={close} />
    </Dialog>
  );
}

function AddIdsForm({ onClose }: { readonly onClose: () => void }) {
  const addIds = useStore((state) => state.addIds);
  const [ids, setIds] = useState<IdsText>(noIdsText);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [result, setResult] = useState('');
  const chooser = useRef<HTMLInputElement>(null);

  const change = useCallback((next: IdsText) => {
    setIds(next);
    setFailure(null);
    setResult('');
  }, []);
  useGivenText(ids, change);
  const chosen = async (files: readonly File[]) => {
    if (files.length === 0) return;
    const read = await readFiles(files);
    if (read.ok) change(withGiven(ids, read.value));
    else setFailure(read.failure);
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const text = wholeText(ids);
    if (text.trim() === '') return setFailure({ kind: 'bad-input', where: 'text', reason: 'empty' });
    if (text.length > longestIdsText) return setFailure({ kind: 'bad-input', where: 'text', reason: 'too-long' });
    setBusy(true);
    setFailure(null);
    const answer = await addIds(text);
    setBusy(false);
    if (!answer.ok) return setFailure(answer.failure);
    if (answer.value.found === 0) return setFailure({ kind: 'bad-input', where: 'text', reason: 'no-id-found' });
    setResult([foundWords(answer.value), oddWords(answer.value.odd)].filter((words) => words !== '').join(' '));
  };
  const counted = useCountedIds(ids, failure === null && result === '');
  const other = otherFailure(failure, ['text', 'file']);
  return (
    <form onSubmit={submit} className={dialog.form} noValidate autoComplete="off">
      <p className={dialog.note}>
        Ids and profile links are found in any text. Each person they name is fetched, and everybody who reports to
        them.
      </p>
      <IdsField
        name="text"
        label="Text with ids"
        placeholder="Paste a list, a CSV, a log or links, or drop a file anywhere"
        rows={6}
        autoFocus
        ids={ids}
        onIds={change}
        error={fieldFailure(failure, 'text') ?? fieldFailure(failure, 'file')}
      />
      {other !== null && <FailureNotice failure={other} />}
      <p className={classes.result} role="status">
        {result === '' ? counted : result}
      </p>
      <div className={dialog.buttons}>
        <input
          ref={chooser}
          type="file"
          multiple
          hidden
          onChange={(event) => {
            const files = [...(event.currentTarget.files ?? [])];
            event.currentTarget.value = '';
            void chosen(files);
          }}
        />
        <Button
          variant="default"
          className={classes.choose}
          leftSection={<IconFileUpload size={16} stroke={1.8} aria-hidden="true" />}
          onClick={() => chooser.current?.click()}
        >
          Choose a file…
        </Button>
        <Button variant="default" onClick={onClose}>
          {result === '' ? 'Cancel' : 'Close'}
        </Button>
        <SendButton type="submit" busy={busy}>
          Add
        </SendButton>
      </div>
    </form>
  );
}
