/** Whether the frame says of a failure already what there is to say. */
import type { Failure } from '../../contract/failures.ts';
import { useStore } from '../store/use-store.ts';
import { pausedBy } from '../sync/paused-by.ts';
import { isSaidByFrame } from './said-by-frame.ts';

export function useSaidByFrame(failure: Failure | null): boolean {
  const open = useStore((state) => state.overview?.open ?? null);
  const held = useStore((state) => pausedBy(state.sync));
  return failure !== null && open !== null && isSaidByFrame(failure, open, held);
}
