/** The one message of a sync that a failure paused, or that waits for room on the disk: why, what is kept, and what to do. */

import { pausedWords } from '../../contract/sync-words.ts';
import { FailureNotice } from '../failure/failure-notice.tsx';
import { useStore } from '../store/use-store.ts';
import { reached } from './sync-lines.ts';

export function PausedBanner() {
  const sync = useStore((state) => state.sync);
  const beginSync = useStore((state) => state.beginSync);
  if (sync?.why?.kind === 'disk-low') return <FailureNotice failure={sync.why} />;
  if (sync?.status !== 'paused' || sync.why === null) return null;
  return (
    <FailureNotice
      failure={sync.why}
      words={(failure) => pausedWords(failure, reached(sync))}
      onRetry={() => void beginSync()}
    />
  );
}
