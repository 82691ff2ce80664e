/** Which screen: nothing yet, the two doors, or the frame around a directory. */
import { CopiedNotice } from './copy/copied-notice.tsx';
import { FailureNotice } from './failure/failure-notice.tsx';
import { FirstRun } from './first-run/first-run.tsx';
import { Frame } from './frame/frame.tsx';
import { useStore } from './store/use-store.ts';

export function App() {
  const overview = useStore((state) => state.overview);
  const startFailure = useStore((state) => state.startFailure);
  const adding = useStore((state) => state.adding);
  const start = useStore((state) => state.start);

  if (overview === null) {
    return startFailure === null ? null : <FailureNotice failure={startFailure} onRetry={() => void start()} />;
  }
  return (
    <>
      {overview.open === null || adding ? <FirstRun overview={overview} /> : <Frame open={overview.open} />}
      <CopiedNotice />
    </>
  );
}
