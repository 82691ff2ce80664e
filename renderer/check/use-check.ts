/** The page's stores of checks, over the real bridge, and the hooks that read them. Loaded with the view. */
import { useStore as useZustand } from 'zustand';
import { call } from '../bridge/call.ts';
import { store } from '../store/use-store.ts';
import { type CheckStore, createCheckStore } from './check-store.ts';
import { createRowsStore, type RowsStore } from './rows-store.ts';

export const checks = createCheckStore(call);
export const checkRows = createRowsStore(call);

store.subscribe((now, before) => {
  if (now.checkTold !== before.checkTold && now.checkTold !== null) checks.getState().told(now.checkTold);
  if (now.checkEra === before.checkEra) return;
  checks.getState().forget();
  checkRows.getState().forgetRows();
});

export function useChecks<T>(pick: (state: CheckStore) => T): T {
  return useZustand(checks, pick);
}

export function useCheckRows<T>(pick: (state: RowsStore) => T): T {
  return useZustand(checkRows, pick);
}
