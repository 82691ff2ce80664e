/** What leaves a list of problems: rows as text on the clipboard, or as a file. Each says how many. */
import type { MeantProblems } from '../../contract/problems.ts';
import { call } from '../bridge/call.ts';
import type { RowsFormat } from '../dialog/format-form.tsx';
import { store } from '../store/use-store.ts';
import { count } from '../words/locale.ts';
import { problemRows } from './use-problems.ts';

export async function copyProblems(meant: MeantProblems): Promise<void> {
  const { shownList } = problemRows.getState();
  if (shownList === null) return;
  const answer = await call('problems.copy', { ...meant, sort: shownList.sort });
  const { say, tellFailure } = store.getState();
  if (answer.ok) say(`Copied ${problemCount(answer.value.copied)}`);
  else tellFailure(answer.failure);
}

/** Saves those that are selected, or else all that are shown, where the person chooses. */
export async function saveProblems(format: RowsFormat): Promise<void> {
  const { shownList } = problemRows.getState();
  const meant = selectedOrAll();
  if (shownList === null || meant === null) return;
  const { saveAlone, tellFailure } = store.getState();
  const saved = await saveAlone(() => call('problems.save', { ...meant, sort: shownList.sort, format }), problemCount);
  if (!saved.ok) tellFailure(saved.failure);
}

/** Null: nothing is shown yet. */
export function selectedOrAll(): MeantProblems | null {
  const { shownList, selected, meant } = problemRows.getState();
  if (shownList === null) return null;
  const isSome = selected !== 'all' && selected.size > 0;
  return isSome ? meant() : { kind: shownList.kind, of: shownList.filter };
}

export function problemCount(problems: number): string {
  return problems === 1 ? '1 problem' : `${count(problems)} problems`;
}
