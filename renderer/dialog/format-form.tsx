/** Asks for the format in which rows are saved: as CSV, or as a workbook. */
import { useState } from 'react';
import { DialogForm } from './dialog-form.tsx';
import classes from './format-form.module.css';

export type RowsFormat = 'csv' | 'xlsx';

type FormatFormProps = {
  /** Begins to save. How far it is stands beside the rows, and so does what stops it. */
  readonly save: (format: RowsFormat) => void;
  readonly onClose: () => void;
};

const formats: readonly (readonly [RowsFormat, words: string, note: string])[] = [
  [
    'csv',
    'CSV',
    'Opens in every program. What a spreadsheet could take for a number or a formula has an apostrophe before it.',
  ],
  ['xlsx', 'Workbook (.xlsx)', 'For spreadsheets: texts stay as they are, and dates can be calculated with.'],
];

export function FormatForm({ save, onClose }: FormatFormProps) {
  const [format, setFormat] = useState<RowsFormat>('csv');
  const send = () => {
    save(format);
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
