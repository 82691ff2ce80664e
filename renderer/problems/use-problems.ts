/** The page's stores of problems, over the real bridge, and the hooks that read them. Loaded with the view. */
import { useStore as useZustand } from 'zustand';
import { call } from '../bridge/call.ts';
import { currentVisit } from '../store/history.ts';
import { store } from '../store/use-store.ts';
import { type ChangesStore, createChangesStore } from './changes-store.ts';
import { createLooked } from './looked.ts';
import { createOverviewStore, type OverviewStore } from './overview-store.ts';
import { createRowsStore, type RowsStore } from './rows-store.ts';

export const problems = createOverviewStore(call);
export const problemRows = createRowsStore(call);
export const looked = createLooked(call);

const readAgain = () => {
  problems.getState().readAgain();
  problemRows.getState().readAgain();
};
export const changes = createChangesStore(call, () => {
  problemRows.getState().selectNone();
  readAgain();
});

store.subscribe((now, before) => {
  if (now.problemsEra !== before.problemsEra) {
    looked.forget();
    changes.getState().forgetLast();
    problems.getState().forget();
    problemRows.getState().forgetRows();
    return;
  }
  const { page } = currentVisit(now.history);
  if (page !== currentVisit(before.history).page) looked.wentTo(page);
  if (now.problemsVersion !== before.problemsVersion) {
    problems.getState().follow(now.problemsVersion);
    problemRows.getState().follow(now.problemsVersion);
  }
  if (now.problemsNamed !== before.problemsNamed) readAgain();
});

export function useProblems<T>(pick: (state: OverviewStore) => T): T {
  return useZustand(problems, pick);
}

export function useProblemRows<T>(pick: (state: RowsStore) => T): T {
  return useZustand(problemRows, pick);
}

export function useChanges<T>(pick: (state: ChangesStore) => T): T {
  return useZustand(changes, pick);
}
