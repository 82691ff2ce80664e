/** Holds what fetches to store while there is little room on the disk, and says so. It goes on by itself. */
import type { DiskLow, DiskSpace } from '../disk/space.ts';
import type { SyncRun } from './walk.ts';

export type RoomNeeds = Pick<SyncRun, 'signal' | 'waiting'> & { readonly disk: DiskSpace };

/** Null where there is room; else a wait that ends when there is, or when the signal aborts. One is told for all who ask. */
export function createRoom({ disk, signal, waiting }: RoomNeeds): () => Promise<void> | null {
  let held: Promise<void> | null = null;
  const hold = async (why: DiskLow) => {
    waiting({ why, until: null });
    await disk.untilRoom(signal);
    held = null;
    waiting(null);
  };
  return () => {
    const low = held === null ? disk.known() : null;
    if (low !== null && !signal.aborted) held ??= hold(low);
    return held;
  };
}
