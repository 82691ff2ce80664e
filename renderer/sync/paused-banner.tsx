/** The one message of a sync that a failure paused, or that waits for room on the disk: why, what is kept, and what to do. */

import { FailureNotice } from '../failure/failure-notice.tsx';
import { useStore } from '../store/use-store.ts';
import { pausedWords } from '../words/sync-words.ts';
import { pausedBy } from './paused-by.ts';
import { reached } from './reached.ts';

export function PausedBanner() {
  const sync = useStore((state) => state.sync);
  const beginSync = useStore((state) => state.beginSync);
  const why = pausedBy(sync);
  if (sync === null || why === null) return null;
  // It goes on by itself.
  if (sync.status !== 'paused') return <FailureNotice failure={why} />;
  return (
    <FailureNotice
      failure={why}
      words={(failure) => pausedWords(failure, reached(sync))}
      onRetry={() => void beginSync()}
    />
  );
}
