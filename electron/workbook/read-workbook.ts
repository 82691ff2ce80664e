/**
 * Reads a workbook (.xlsx, .xlsm) as rows of text: the first of its sheets in which something stands. Macros, formulas, images and
 * links are left where they are. docs/decisions/spreadsheets.md says why by these libraries, and how much is read at most.
 */
import { failed, type Outcome, succeeded } from '../../contract/failures.ts';
import { openParts, type PackedParts } from './packed-parts.ts';
import { PackedRow } from './packed-row.ts';
import { findParts, type SheetPart, type WorkbookParts } from './parts-of-workbook.ts';
import { readSharedStrings, type TextBounds } from './shared-strings.ts';
import { readSheet, type SheetRow } from './sheet.ts';
import { readStyles } from './styles.ts';
import { Unreadable } from './unreadable.ts';

export type WorkbookRead = {
  readonly sheet: string;
  /** Names of the others, in the order of their tabs. */
  readonly others: readonly string[];
  /** From the first row that holds something to the last; those between that hold nothing have no cells. */
  readonly rows: readonly SheetRow[];
  /** How many rows that would be; more than `rows` where there are more than `mostRows`, of which none are given then. */
  readonly count: number;
};

export type WorkbookNeeds = {
  readonly mostRows: number;
  /** UTF-16 units of all cells together. */
  readonly mostUnits: number;
  /** Bytes that were read, of about `total`. */
  readonly progress: (read: number, total: number) => void;
  readonly isGivenUp: () => boolean;
};

/** Cells of all rows, with the empty ones in front of others: some hundred bytes each. */
const mostCells = 4_000_000;

class GivenUp extends Error {}

/** What begins as a workbook does, or is called as one: it is not read as a text. */
export function isWorkbook(bytes: Uint8Array, name: string): boolean {
  return isZip(bytes) || isCompound(bytes) || /\.xl(?:sx|sm|tx|tm|sb)$/i.test(name);
}

/** Fails with `workbook`; with `cancelled` where it was given up. A workbook in which nothing stands has no rows. */
export async function readWorkbook(bytes: Uint8Array, needs: WorkbookNeeds): Promise<Outcome<WorkbookRead>> {
  try {
    if (isCompound(bytes)) throw new Unreadable(isEncrypted(bytes) ? 'encrypted' : 'old-format');
    if (!isZip(bytes)) throw new Unreadable('not-a-workbook');
    return succeeded(await readParts(await openParts(bytes), needs));
  } catch (error) {
    if (error instanceof GivenUp) return failed({ kind: 'cancelled' });
    if (error instanceof Unreadable) return failed({ kind: 'workbook', trouble: error.trouble });
    throw error;
  }
}

async function readParts(archive: PackedParts, needs: WorkbookNeeds): Promise<WorkbookRead> {
  const found = await findParts(archive);
  const most: TextBounds = { units: needs.mostUnits, count: mostCells };
  let read = 0;
  let total = (found.strings?.size ?? 0) + (found.sheets[0]?.part.size ?? 0);
  const unpacked = (some: number) => {
    read += some;
    needs.progress(read, Math.max(read, total));
    if (needs.isGivenUp()) throw new GivenUp();
  };
  const formats = found.styles === null ? [] : await readStyles(found.styles);
  const strings = found.strings === null ? [] : await readSharedStrings(found.strings, most, unpacked);
  const named = (sheet: string) => found.sheets.map(({ name }) => name).filter((name) => name !== sheet);
  for (const { name, part } of inTurn(found)) {
    const rows: SheetRow[] = [];
    let last = 0;
    let first = 0;
    const row = (one: SheetRow) => {
      if (first === 0) first = one.row;
      last = one.row;
      if (last - first + 1 > needs.mostRows) rows.length = 0;
      else {
        for (let blank = (rows.at(-1)?.row ?? one.row) + 1; blank < one.row; blank += 1)
          rows.push(new PackedRow(blank, []));
        rows.push(new PackedRow(one.row, one.cells));
      }
    };
    const epoch = found.is1904 ? 1904 : 1900;
    await readSheet(part, { strings, formats, epoch, most, row, unpacked });
    if (first > 0) return { sheet: name, others: named(name), rows, count: last - first + 1 };
    total += part.size;
  }
  const [sheet = ''] = named('');
  return { sheet, others: named(sheet), rows: [], count: 0 };
}

/** Those that are hidden come last: what was hidden is not what somebody means to have checked. */
function inTurn({ sheets }: WorkbookParts): readonly SheetPart[] {
  return [...sheets.filter(({ isHidden }) => !isHidden), ...sheets.filter(({ isHidden }) => isHidden)];
}

function isZip(bytes: Uint8Array): boolean {
  return beginsWith(bytes, [0x50, 0x4b, 0x03, 0x04]) || beginsWith(bytes, [0x50, 0x4b, 0x05, 0x06]);
}

/** A compound file: a workbook as before 2007, or one with a password around it (MS-CFB, 2.2). */
function isCompound(bytes: Uint8Array): boolean {
  return beginsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
}

function beginsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, nth) => bytes[nth] === byte);
}

/** Names in a compound file are UTF-16. */
function isEncrypted(bytes: Uint8Array): boolean {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return whole.includes(Buffer.from('EncryptedPackage', 'utf16le'));
}
