/** Saves the rows that are shown: as CSV, or as a workbook. */
import { useState } from 'react';
import { Dialog } from '../dialog/dialog.tsx';
import { DialogForm } from '../dialog/dialog-form.tsx';
import { type RowsFormat, saveRows } from './rows-out.ts';
import classes from './save-dialog.module.css';

type SaveDialogProps = { readonly opened: boolean; readonly onClose: () => void };

const formats: readonly (readonly [RowsFormat, words: string, note: string])[] = [
  [
    'csv',
    'CSV',
    'Opens in every program. What a spreadsheet could take for a number or a formula has an apostrophe before it.',
  ],
  ['xlsx', 'Workbook (.xlsx)', 'For spreadsheets: texts stay as they are, and dates can be calculated with.'],
];

export function SaveDialog({ opened, onClose }: SaveDialogProps) {
  return (
    <Dialog opened={opened} onClose={onClose} title="Save the rows that are shown">
      {opened && <SaveForm onClose={onClose} />}
    </Dialog>
  );
}

function SaveForm({ onClose }: Pick<SaveDialogProps, 'onClose'>) {
  const [format, setFormat] = useState<RowsFormat>('csv');
  // How far it is stands beside the rows, and so does what stops it.
  const send = () => {
    void saveRows(format);
    return null;
  };
  return (
    <DialogForm send={send} sendLabel="Save" fields={[]} onClose={onClose}>
      {() => (
        <fieldset className={classes.formats}>
          <legend>Format</legend>
          {formats.map(([value, words, note]) => (
            <label key={value} className={classes.format}>
              <input
                type="radio"
                name="format"
                data-autofocus={value === format || undefined}
                checked={value === format}
                onChange={() => setFormat(value)}
              />
              <span>
                {words}
                <span className={classes.note}>{note}</span>
              </span>
            </label>
          ))}
        </fieldset>
      )}
    </DialogForm>
  );
}
