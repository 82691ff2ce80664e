/** Sets problems aside with a note. They come back by themselves once what shows them changes. */
import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { longestNote } from '../../contract/bounds.ts';
import type { MeantProblems } from '../../contract/problems.ts';
import { Dialog } from '../dialog/dialog.tsx';
import { DialogForm } from '../dialog/dialog-form.tsx';
import { fieldFailure } from '../failure/field-failure.ts';
import { problemCount } from './problems-out.ts';
import { changes } from './use-problems.ts';

export type ToSetAside = { readonly meant: MeantProblems; readonly count: number };

type SetAsideDialogProps = {
  /** Null: it is closed. */
  readonly of: ToSetAside | null;
  readonly onClose: () => void;
};

export function SetAsideDialog({ of, onClose }: SetAsideDialogProps) {
  return (
    <Dialog
      opened={of !== null}
      onClose={onClose}
      title={of === null ? 'Set aside' : `Set ${problemCount(of.count)} aside`}
    >
      {of !== null && <NoteForm of={of} onClose={onClose} />}
    </Dialog>
  );
}

function NoteForm({ of, onClose }: { readonly of: ToSetAside; readonly onClose: () => void }) {
  const [note, setNote] = useState('');
  return (
    <DialogForm
      send={() => changes.getState().setAside(of.meant, note)}
      sendLabel="Set aside"
      fields={['note']}
      onClose={onClose}
    >
      {(failure) => (
        <Textarea
          label="Note"
          description="Why it is as it should be, or who looks after it. It is kept with the local copy of this directory, and the problem comes back when what shows it changes."
          value={note}
          rows={3}
          maxLength={longestNote}
          data-autofocus
          inputWrapperOrder={['label', 'input', 'error', 'description']}
          onChange={(event) => setNote(event.currentTarget.value)}
          error={fieldFailure(failure, 'note')}
        />
      )}
    </DialogForm>
  );
}
