/** The list as it is saved or copied, a part at a time: what came in, and what is known of each row. */
import { mostCandidates } from '../../contract/bounds.ts';
import type { CheckId, CheckRow } from '../../contract/check.ts';
import { type CheckFormat, checkHead, checkLine } from '../export/check-lines.ts';
import type { ChecksTable, ListRow, StoredCheck } from '../storage/checks-table.ts';
import type { HeldAnswers } from './held-answers.ts';
import type { TellRows } from './tell-rows.ts';

export type RowsWritten = {
  readonly check: StoredCheck;
  readonly held: HeldAnswers;
  /** Which rows are written. */
  readonly places: Int32Array;
  readonly format: CheckFormat;
  /** When, in milliseconds since 1970-01-01T00:00Z. */
  readonly now: number;
};

/** Rows in one part: about as long as a frame takes. */
const aPart = 500;

/** `from`: rows written before. `done`: how many are with this part. */
export type WriteRows = (asked: RowsWritten, from: number) => { readonly text: string; readonly done: number };

export function createWriteRows(checks: Pick<ChecksTable, 'part'>, tell: TellRows): WriteRows {
  let kept: { readonly id: CheckId; readonly nth: number; readonly rows: readonly ListRow[] } | null = null;
  const partOf = (id: CheckId, nth: number): readonly ListRow[] => {
    if (kept?.id !== id || kept.nth !== nth) kept = { id, nth, rows: checks.part(id, nth) ?? [] };
    return kept.rows;
  };
  const cameIn = (id: CheckId, { list: { partBegins } }: HeldAnswers, place: number): ListRow[2] => {
    const nth = partBegins.findLastIndex((begins) => begins <= place);
    return partOf(id, nth)[place - (partBegins[nth] ?? 0)]?.[2] ?? '';
  };
  return ({ check, held, places, format, now }, from) => {
    const columns = check.shape.table?.columns ?? null;
    const part = Array.from(places.subarray(from, from + aPart));
    const namedIn = (row: CheckRow) => {
      if (row.person !== null) return [row.person];
      const found = held.at(row.place);
      if (found?.id != null) return tell.candidates({ keys: [], ids: [found.id] }, 1);
      return row.answer !== 'ambiguous' || found?.several == null ? [] : tell.candidates(found.several, mostCandidates);
    };
    const lines = tell.rows(held, part).map((row) => {
      const came = cameIn(check.id, held, row.place);
      const given = typeof came === 'string' ? came : row.given;
      const cells = typeof came === 'string' ? null : came;
      return checkLine({ row, cells, given, named: namedIn(row), now }, columns?.length ?? 0, format);
    });
    return { text: (from === 0 ? checkHead(columns, format) : '') + lines.join(''), done: from + part.length };
  };
}
