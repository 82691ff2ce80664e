/** How many requests a day may go into keeping people fresh, what that comes to, and how many there were today. */
import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { mostRefreshesPerDay } from '../../contract/bounds.ts';
import type { SyncState } from '../../contract/sync.ts';
import dialog from '../dialog/dialog.module.css';
import { Dialog } from '../dialog/dialog.tsx';
import { DialogForm } from '../dialog/dialog-form.tsx';
import { badInput, fieldFailure } from '../failure/field-failure.ts';
import { useStore } from '../store/use-store.ts';
import { count } from '../words/locale.ts';
import classes from './budget.module.css';
import { roundWords } from './round-words.ts';

type BudgetDialogProps = { readonly opened: boolean; readonly onClose: () => void };

const usual = [0, 500, 2000, 10_000, 50_000] as const;

export function BudgetDialog({ opened, onClose }: BudgetDialogProps) {
  const sync = useStore((state) => state.sync);
  return (
    <Dialog opened={opened} onClose={onClose} title="Keep people fresh">
      {sync !== null && <BudgetForm sync={sync} onClose={onClose} />}
    </Dialog>
  );
}

function BudgetForm({ sync, onClose }: { readonly sync: SyncState; readonly onClose: () => void }) {
  const setBudget = useStore((state) => state.setBudget);
  const { perDay, usedToday } = sync.refresh;
  const [chosen, setChosen] = useState<number | 'other'>(usual.find((one) => one === perDay) ?? 'other');
  const [typed, setTyped] = useState(chosen === 'other' ? String(perDay) : '');
  const wanted = chosen === 'other' ? readNumber(typed) : chosen;
  return (
    <DialogForm
      send={() => (wanted === null ? badInput('perDay', 'malformed') : setBudget(wanted))}
      sendLabel="Save"
      fields={['perDay']}
      onClose={onClose}
    >
      {(failure) => (
        <>
          <p className={dialog.note}>
            Each request fetches one person again: those on screen first, then the oldest. People who are opened are
            fetched in any case.
          </p>
          <fieldset className={classes.choices}>
            <legend className={classes.legend}>Requests a day</legend>
            {[...usual, 'other' as const].map((one) => (
              <label key={one} className={classes.choice}>
                <input
                  type="radio"
                  name="perDay"
                  checked={chosen === one}
                  data-autofocus={chosen === one || undefined}
                  onChange={() => setChosen(one)}
                />
                <span>{one === 'other' ? 'Another number' : one === 0 ? 'Off' : count(one)}</span>
                <span className={classes.round}>{one !== 'other' && roundWords(sync.found, one)}</span>
              </label>
            ))}
            {chosen === 'other' && (
              <TextInput
                aria-label="Requests a day"
                inputMode="numeric"
                autoComplete="off"
                className={classes.number}
                value={typed}
                onChange={(event) => setTyped(event.currentTarget.value)}
                error={fieldFailure(failure, 'perDay')}
              />
            )}
          </fieldset>
          <p className={dialog.note}>{count(usedToday)} used today.</p>
        </>
      )}
    </DialogForm>
  );
}

/** Null for what is no number of requests. People write thousands with a comma, a point, an apostrophe or a space. */
function readNumber(typed: string): number | null {
  const digits = typed.replace(/[\s,.'’]/g, '');
  const number = Number(digits);
  return /^\d{1,9}$/.test(digits) && number <= mostRefreshesPerDay ? number : null;
}
