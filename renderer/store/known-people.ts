/** How many people are known, as every place on screen says it. */
import type { Store } from './store.ts';

/** Beside the table as many as it shows, or are left out of it: figures that stand side by side are of one moment. */
export function knownPeople({ table, overview }: Store): number {
  return table.isFollowed && table.shown !== null ? table.shown.known : (overview?.open?.peopleCount ?? 0);
}
