/** What Python's openpyxl reads in a workbook, and what it writes, where it is installed. */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../temporary-folder.ts';

const python = (code: string, ...args: readonly string[]) =>
  spawnSync('python3', ['-c', code, ...args], { encoding: 'utf8' });

/** Why nothing can be said of what it reads; null where it is installed. */
export const whyNoOpenpyxl =
  python('import openpyxl').status === 0 ? null : 'NOT RUN: Python with openpyxl is not installed on this computer';
if (whyNoOpenpyxl !== null) console.warn(whyNoOpenpyxl);

/** `type`: `s` text, `n` number or nothing, `d` date, `f` formula, `b` truth value, `e` error. */
export type OpenpyxlCell = { readonly type: string; readonly value: string | null };

const code = `
import json, sys, openpyxl
sheet = openpyxl.load_workbook(sys.argv[1]).active
told = lambda cell: {'type': cell.data_type, 'value': cell.value.isoformat() if cell.is_date else cell.value}
print(json.dumps([[told(cell) for cell in row] for row in sheet.iter_rows()]))
`;

/** All cells, row by row. */
export async function readByOpenpyxl(bytes: Uint8Array): Promise<readonly (readonly OpenpyxlCell[])[]> {
  const file = join(temporaryFolder(), 'written.xlsx');
  writeFileSync(file, bytes);
  const { status, stdout, stderr } = python(code, file);
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
}

/** What it writes. `filling`: Python that fills `sheet`. */
export async function workbookByOpenpyxl(filling: string): Promise<Buffer> {
  const file = join(temporaryFolder(), 'made.xlsx');
  const begin = 'import sys, openpyxl\nbook = openpyxl.Workbook()\nsheet = book.active\n';
  const { status, stderr } = python(`${begin}${filling}\nbook.save(sys.argv[1])`, file);
  if (status !== 0) throw new Error(stderr);
  return readFileSync(file);
}
