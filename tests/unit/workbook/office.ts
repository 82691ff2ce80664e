/** What LibreOffice reads in a workbook, and what it writes, where it is installed. */
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
  await convert(folder, 'written.xlsx', ['--convert-to', `csv:Text - txt - csv (StarCalc):${into.join(',')}`]);
  return parse(readFileSync(join(folder, 'out', 'written.csv'), 'utf8'), {
    bom: true,
    relax_column_count: true,
    cast: (cell: string, { quoting }: { quoting: boolean }): ReadCell => ({ text: cell, isText: quoting }),
  }) as unknown as ReadCell[][];
}

/** What it makes of a CSV file in which quotation marks mean text, and formulas are calculated. */
export async function workbookByLibreOffice(csv: string): Promise<Buffer> {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'cells.csv'), csv);
  const from = [44, 34, 76, 1, '', 1033, true, true, false, false, false, 0, true];
  await convert(folder, 'cells.csv', [`--infilter=CSV:${from.join(',')}`, '--convert-to', 'xlsx']);
  return readFileSync(join(folder, 'out', 'cells.xlsx'));
}

async function convert(folder: string, file: string, how: readonly string[]): Promise<void> {
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile'))}`;
  const out = ['--outdir', join(folder, 'out'), join(folder, file)];
  await run(program ?? '', [profile, '--headless', '--norestore', ...how, ...out]);
}
