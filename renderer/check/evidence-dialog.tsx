/** Saves the evidence of a check: says before what is in it, and what it shows. */
import dialog from '../dialog/dialog.module.css';
import { Dialog } from '../dialog/dialog.tsx';
import { DialogForm } from '../dialog/dialog-form.tsx';
import { whatItShows } from './evidence-words.ts';
import { saveEvidence } from './rows-out.ts';

type EvidenceDialogProps = { readonly opened: boolean; readonly onClose: () => void };

export function EvidenceDialog({ opened, onClose }: EvidenceDialogProps) {
  // How far it is stands beside the rows, and so does what stops it.
  const send = () => {
    void saveEvidence();
    return null;
  };
  return (
    <Dialog opened={opened} onClose={onClose} title="Evidence of this check">
      <DialogForm send={send} sendLabel="Save evidence" fields={[]} onClose={onClose}>
        {() => (
          <>
            <p>
              One archive (.zip) with every row of the list, what is known of each, and what the server answered about
              each person to the last byte, with its address, times and SHA-256. Anybody can check the sums with{' '}
              <code>sha256sum</code>; Rolodesk compares every byte with “Open evidence…”.
            </p>
            <p className={dialog.note}>
              {whatItShows} Answers hold private facts, such as birth dates: give it to nobody who may not read them.
            </p>
          </>
        )}
      </DialogForm>
    </Dialog>
  );
}
