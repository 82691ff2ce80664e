/** Rows of a list as they are written: what came in, and what is known of each. */
import { mostCandidates } from '../../contract/bounds.ts';
import type { CheckId, CheckRow } from '../../contract/check.ts';
import type { CheckedRow } from '../export/check-lines.ts';
import type { ChecksTable, ListRow, StoredCheck } from '../storage/checks-table.ts';
import { type Left, partOf } from './filtered.ts';
import type { HeldAnswers } from './held-answers.ts';
import type { TellRows } from './tell-rows.ts';

export type RowsWritten = {
  readonly check: StoredCheck;
  readonly held: HeldAnswers;
  /** What is written of it. */
  readonly left: Left;
  /** When, in milliseconds since 1970-01-01T00:00Z. */
  readonly now: number;
};

/** Rows in one part: about as long as a frame takes. */
export const rowsWrittenAtOnce = 500;

/** The next rows behind the first `from`. */
export type CheckedRows = (asked: RowsWritten, from: number) => readonly CheckedRow[];

export function createCheckedRows(checks: Pick<ChecksTable, 'part'>, tell: TellRows): CheckedRows {
  let kept: { readonly id: CheckId; readonly nth: number; readonly rows: readonly ListRow[] } | null = null;
  const storedPart = (id: CheckId, nth: number): readonly ListRow[] => {
    if (kept?.id !== id || kept.nth !== nth) kept = { id, nth, rows: checks.part(id, nth) ?? [] };
    return kept.rows;
  };
  const cameIn = (id: CheckId, { list: { partBegins } }: HeldAnswers, place: number): ListRow[2] => {
    const nth = partBegins.findLastIndex((begins) => begins <= place);
    return storedPart(id, nth)[place - (partBegins[nth] ?? 0)]?.[2] ?? '';
  };
  return ({ check, held, left, now }, from) => {
    const part = partOf(left, from, from + rowsWrittenAtOnce);
    const namedIn = (row: CheckRow) => {
      if (row.person !== null) return [row.person];
      const found = held.at(row.place);
      if (found?.id != null) return tell.candidates({ keys: [], ids: [found.id] }, 1);
      return row.answer !== 'ambiguous' || found?.several == null ? [] : tell.candidates(found.several, mostCandidates);
    };
    return tell.rows(held, part).map((row) => {
      if (row.line === null) return { row, cells: null, given: '', named: namedIn(row), now };
      const came = cameIn(check.id, held, row.place);
      const given = typeof came === 'string' ? came : row.given;
      const cells = typeof came === 'string' ? null : came;
      return { row, cells, given, named: namedIn(row), now };
    });
  };
}
