/** The page's store, over the real bridge, and the hook that reads it. */
import { useStore as useZustand } from 'zustand';
import { call } from '../bridge/call.ts';
import { createDirectoryStore, type Store } from './store.ts';

export const store = createDirectoryStore(call);

export function useStore<T>(pick: (state: Store) => T): T {
  return useZustand(store, pick);
}
