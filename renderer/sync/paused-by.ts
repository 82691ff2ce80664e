/** What holds a sync up that a person should know of: a failure that paused it, or a disk without room, which it waits for. Pure. */
import type { Failure } from '../../contract/failures.ts';
import type { SyncState } from '../../contract/sync.ts';

export function pausedBy(sync: SyncState | null): Failure | null {
  return sync?.status === 'paused' || sync?.why?.kind === 'disk-low' ? sync.why : null;
}
