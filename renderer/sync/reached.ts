/** How far a sync is: in words, and as a part. Pure. */
import type { SyncState } from '../../contract/sync.ts';
import { count } from '../words/locale.ts';

/** "812 of 1,200". */
export function reached({ fetched, found }: SyncState): string {
  return `${count(fetched)} of ${count(found)}`;
}

/** 0 to 1, with those who could not be fetched. */
export function partOf({ found, fetched, failed, notFound }: SyncState): number {
  return found === 0 ? 0 : Math.min(1, (fetched + failed + notFound) / found);
}
