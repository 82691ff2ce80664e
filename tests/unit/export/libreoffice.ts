/** What LibreOffice makes of a file of cells, where it is installed. */
import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { parse } from 'csv-parse/sync';
import { hasProgram } from '../../../scripts/system.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const run = promisify(execFile);
const program = ['soffice', 'libreoffice'].find((name) => hasProgram(name));

/** Why nothing can be said of what LibreOffice makes of a file; null where it is installed. */
export const whyNotRead =
  program === undefined ? 'NOT RUN: LibreOffice (`soffice`) is not installed on this computer' : null;

/** `isText` is false where LibreOffice made a number, a date or a truth value of it, or left it empty. */
export type ReadCell = { readonly text: string; readonly isText: boolean };

export type Reading = {
  readonly separator: ',' | '\t';
  /** Windows' number of the language whose numbers and dates are known; 0 for the computer's own. */
  readonly language: number;
  /** Whether "Detect special numbers" is ticked: dates, times, percentages, truth values. */
  readonly special: boolean;
};

/** All cells, row by row. Options of the filter: https://wiki.openoffice.org/wiki/Documentation/DevGuide/Spreadsheets/Filter_Options */
export async function readByLibreOffice(
  text: string,
  { separator, language, special }: Reading,
): Promise<ReadCell[][]> {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'cells.csv'), text);
  const from = [separator.charCodeAt(0), 34, 76, 1, '', language || '', false, special];
  // Text in quotation marks, whatever else without.
  const into = [44, 34, 76, 1, '', 0, true, true, false];
  await run(program ?? '', [
    `-env:UserInstallation=${pathToFileURL(join(folder, 'profile'))}`,
    '--headless',
    '--norestore',
    `--infilter=CSV:${from.join(',')}`,
    '--convert-to',
    `csv:Text - txt - csv (StarCalc):${into.join(',')}`,
    '--outdir',
    join(folder, 'out'),
    join(folder, 'cells.csv'),
  ]);
  return parse(readFileSync(join(folder, 'out', 'cells.csv'), 'utf8'), {
    bom: true,
    relax_column_count: true,
    cast: (cell: string, { quoting }: { quoting: boolean }): ReadCell => ({ text: cell, isText: quoting }),
  }) as unknown as ReadCell[][];
}
