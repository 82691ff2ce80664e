/** Tells the main process which page is shown, so that it is shown again after the page's process was lost. */
import type { StoreApi } from 'zustand/vanilla';
import type { Call } from '../../contract/calls.ts';
import { currentVisit, type Visit } from './history.ts';
import type { Store } from './store.ts';

export function tellShown(store: StoreApi<Store>, call: Call): void {
  let told: Visit | null = null;
  store.subscribe(({ history, overview }) => {
    const visit = currentVisit(history);
    const connection = overview?.open?.connection.id;
    if (visit === told || connection === undefined) return;
    told = visit;
    const { page, scrollTop } = visit;
    void call('page.shown', { connection, page, scrollTop: Math.max(0, scrollTop) });
  });
}
