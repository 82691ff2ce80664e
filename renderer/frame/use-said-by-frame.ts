/** Whether the frame says of a failure already what there is to say. */
import type { Failure } from '../../contract/failures.ts';
import { useStore } from '../store/use-store.ts';
import { isSaidByFrame } from './said-by-frame.ts';

export function useSaidByFrame(failure: Failure | null): boolean {
  const open = useStore((state) => state.overview?.open ?? null);
  const pausedBy = useStore((state) => (state.sync?.status === 'paused' ? state.sync.why : null));
  return failure !== null && open !== null && isSaidByFrame(failure, open, pausedBy);
}
