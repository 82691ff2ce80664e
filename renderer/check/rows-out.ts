/** What leaves a check: its rows as text on the clipboard, or as a file. Each says how many. */
import { anyRow } from '../../contract/check-filter.ts';
import { call } from '../bridge/call.ts';
import type { RowsFormat } from '../dialog/format-form.tsx';
import { store } from '../store/use-store.ts';
import { rowCount } from './check-words.ts';
import type { RowRange } from './rows-store.ts';
import { checkRows, checks } from './use-check.ts';

/** `rows`: null: all that are shown. */
export async function copyRows(rows: RowRange | null): Promise<void> {
  const { check } = checks.getState();
  if (check === null) return;
  const answer = await call('check.copy', { id: check.id, filter: shownFilter(), rows });
  const { say, tellFailure } = store.getState();
  if (answer.ok) say(`Copied ${rowCount(answer.value.copied)}`);
  else tellFailure(answer.failure);
}

/** Saves all that are shown where the person chooses. */
export async function saveRows(format: RowsFormat): Promise<void> {
  const { check } = checks.getState();
  if (check === null) return;
  const { saveAlone, tellFailure } = store.getState();
  const asked = { id: check.id, filter: shownFilter(), format };
  const saved = await saveAlone(() => call('check.save', asked), rowCount);
  if (!saved.ok) tellFailure(saved.failure);
}

/** Saves all of the check with what the server answered, where the person chooses. */
export async function saveEvidence(): Promise<void> {
  const { check } = checks.getState();
  if (check === null) return;
  const { saveAlone, tellFailure } = store.getState();
  const evidenceWords = (rows: number) => `the evidence of ${rowCount(rows)}`;
  const saved = await saveAlone(() => call('check.evidence', { id: check.id }), evidenceWords);
  if (!saved.ok) tellFailure(saved.failure);
}

const shownFilter = () => checkRows.getState().shownFilter ?? anyRow;
