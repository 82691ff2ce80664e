/** What of a check is being saved or copied: one at a time, a part at a time. */
import type { CheckFilter, CheckId } from '../../contract/check.ts';
import { failed, type Outcome, succeeded } from '../../contract/failures.ts';
import { writeEvidence } from '../evidence/write-evidence.ts';
import {
  type CheckColumns,
  type CheckTextFormat,
  checkCells,
  checkHead,
  checkHeadCells,
  checkLine,
} from '../export/check-lines.ts';
import { workbookCell } from '../export/workbook-cells.ts';
import type { Look } from '../storage/guarded-work.ts';
import { mostColumns } from '../workbook/sheet.ts';
import { createWorkbookWriter } from '../workbook/write-workbook.ts';
import type { EvidenceOf } from './evidence-of.ts';
import { type Filtered, partOf } from './filtered.ts';
import type { Held } from './tell-overview.ts';
import type { CheckedRows, RowsWritten } from './written-rows.ts';

/**
 * `rows`: `[from, to)` of those that the filter leaves; null: all. `now`: in milliseconds since 1970-01-01T00:00Z. `app`: the version
 * of Rolodesk, which evidence says.
 */
export type WriteAsked = {
  readonly id: CheckId;
  readonly filter: CheckFilter;
  readonly rows: { readonly from: number; readonly to: number } | null;
  readonly format: CheckTextFormat | 'xlsx' | 'evidence';
  readonly now: number;
  readonly app: string;
};

/** `total`: rows. */
export type WritingBegun = { readonly writing: number; readonly total: number };
/** `done`: rows that were written with this part. `isLast`: nothing comes after it. */
export type WrittenPart = { readonly text: string | Uint8Array; readonly done: number; readonly isLast: boolean };

export type WritingsNeeds = {
  readonly look: Look;
  /** Null: that check is not held. */
  readonly whole: (id: CheckId) => Held | null;
  readonly filtered: Filtered;
  readonly rows: CheckedRows;
  readonly evidence: EvidenceOf;
};

/** About so many bytes of evidence in one part. */
const evidenceAtOnce = 256 * 1024;

const columnsOf = ({ check, left }: RowsWritten): CheckColumns =>
  left.kind === 'people' ? 'people' : (check.shape.table?.columns ?? 'lines');

export function createWritings({ look, whole, filtered, rows, evidence }: WritingsNeeds) {
  let writing: { readonly number: number; readonly next: () => WrittenPart } | null = null;
  let last = 0;

  const asText = (of: RowsWritten, format: CheckTextFormat): (() => WrittenPart) => {
    const columns = columnsOf(of);
    return inParts(of, (part, isFirst) => {
      const lines = part.map((row) => checkLine(row, columns, format));
      return (isFirst ? checkHead(columns, format) : '') + lines.join('');
    });
  };
  const asWorkbook = (of: RowsWritten): (() => WrittenPart) => {
    const columns = columnsOf(of);
    const writer = createWorkbookWriter(of.check.name ?? 'Status check', { hasHeadings: true });
    return inParts(of, (part, isFirst, isLast) => {
      const cells = [...(isFirst ? [checkHeadCells(columns)] : []), ...part.map((row) => checkCells(row, columns))];
      const written = writer.rows(cells.map((line) => line.map(workbookCell)));
      return isLast ? Buffer.concat([written, writer.end()]) : written;
    });
  };
  function inParts(
    of: RowsWritten,
    write: (part: ReturnType<CheckedRows>, isFirst: boolean, isLast: boolean) => string | Uint8Array,
  ): () => WrittenPart {
    let from = 0;
    return () => {
      const part = rows(of, from);
      const done = from + part.length;
      const isLast = done >= of.left.of.length;
      const text = write(part, from === 0, isLast);
      from = done;
      return { text, done, isLast };
    };
  }
  const asEvidence = (of: RowsWritten, app: string): (() => WrittenPart) => {
    const parts = writeEvidence(evidence(of, app));
    let done = 0;
    return () => {
      const written: Uint8Array[] = [];
      for (let length = 0; length < evidenceAtOnce; ) {
        const part = parts.next();
        if (part.done === true) return { text: Buffer.concat(written), done, isLast: true };
        written.push(part.value.bytes);
        length += part.value.bytes.length;
        done = part.value.done;
      }
      return { text: Buffer.concat(written), done, isLast: false };
    };
  };

  return {
    /** Begins to write rows, in place of others. Null: that check is not held. Fails with `workbook` where it has more columns than one can. */
    beginWriting: ({ id, filter, rows: some, format, now, app }: WriteAsked): Outcome<WritingBegun | null> => {
      const begun = look('check.beginWriting', () => {
        const held = whole(id);
        if (held === null) return null;
        const all = filtered(held, filter);
        const left = some === null ? all : partOf(all, some.from, some.to);
        const of: RowsWritten = { check: held.check, held: held.answers, left, now };
        if (format === 'xlsx' && checkHeadCells(columnsOf(of)).length > mostColumns) return 'too-many-columns';
        const next =
          format === 'evidence' ? asEvidence(of, app) : format === 'xlsx' ? asWorkbook(of) : asText(of, format);
        last += 1;
        writing = { number: last, next };
        return { writing: last, total: left.of.length };
      });
      if (!begun.ok) return begun;
      return begun.value === 'too-many-columns'
        ? failed({ kind: 'workbook', trouble: begun.value })
        : succeeded(begun.value);
    },
    /** The part after the last one. Null: others are written since. */
    writePart: (nth: number): Outcome<WrittenPart | null> =>
      look('check.writePart', () => (writing?.number === nth ? writing.next() : null)),
    endWriting: (nth: number): Outcome<null> => {
      if (writing?.number === nth) writing = null;
      return succeeded(null);
    },
  };
}
