/** What LibreOffice reads in a workbook, where it is installed. */
import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { parse } from 'csv-parse/sync';
import { hasProgram } from '../../../scripts/system.ts';
import type { ReadCell } from '../export/libreoffice.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const run = promisify(execFile);
const program = ['soffice', 'libreoffice'].find((name) => hasProgram(name));

/** Why nothing can be said of what it reads; null where it is installed. */
export const whyNoLibreOffice =
  program === undefined ? 'NOT RUN: LibreOffice (`soffice`) is not installed on this computer' : null;
if (whyNoLibreOffice !== null) console.warn(whyNoLibreOffice);

/** All cells, row by row. */
export async function readWorkbookByLibreOffice(bytes: Uint8Array): Promise<readonly (readonly ReadCell[])[]> {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'written.xlsx'), bytes);
  // Text in quotation marks, whatever else without.
  const into = [44, 34, 76, 1, '', 0, true, true, false];
  await run(program ?? '', [
    `-env:UserInstallation=${pathToFileURL(join(folder, 'profile'))}`,
    ...['--headless', '--norestore', '--convert-to', `csv:Text - txt - csv (StarCalc):${into.join(',')}`],
    ...['--outdir', join(folder, 'out'), join(folder, 'written.xlsx')],
  ]);
  return parse(readFileSync(join(folder, 'out', 'written.csv'), 'utf8'), {
    bom: true,
    relax_column_count: true,
    cast: (cell: string, { quoting }: { quoting: boolean }): ReadCell => ({ text: cell, isText: quoting }),
  }) as unknown as ReadCell[][];
}
