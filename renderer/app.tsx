/** Which screen: nothing yet, the two doors, or the frame around a directory. */
import { useEffect } from 'react';
import { later } from './boundary/later.tsx';
import { CopiedNotice } from './copy/copied-notice.tsx';
import { FailureNotice } from './failure/failure-notice.tsx';
import { Frame } from './frame/frame.tsx';
import { useStore } from './store/use-store.ts';

const DoorSheet = later(async () => (await import('./frame/door-sheet.tsx')).DoorSheet);
const FirstRun = later(async () => (await import('./first-run/first-run.tsx')).FirstRun);

export function App() {
  const overview = useStore((state) => state.overview);
  const startFailure = useStore((state) => state.startFailure);
  const adding = useStore((state) => state.adding);
  const start = useStore((state) => state.start);

  // At once: whether it is what has to be shown is known a moment later.
  useEffect(() => void FirstRun.prefetch(), []);

  if (overview === null) {
    return startFailure === null ? null : <FailureNotice failure={startFailure} onRetry={() => void start()} />;
  }
  return (
    <>
      {overview.open === null || adding ? (
        <>
          <FirstRun overview={overview} />
          <DoorSheet />
        </>
      ) : (
        <Frame open={overview.open} />
      )}
      <CopiedNotice />
    </>
  );
}
