/** The outermost: where the frame itself fails, the window says so instead of being empty. */
import type { ReactNode } from 'react';
import { ViewBoundary } from '../boundary/view-boundary.tsx';
import { ViewFailed } from '../boundary/view-failed.tsx';
import { useStore } from '../store/use-store.ts';

export function FrameBoundary({ children }: { readonly children: ReactNode }) {
  const resetPages = useStore((state) => state.resetPages);
  const startAgain = () => {
    // What is shown may be what the frame fails over.
    resetPages();
    location.reload();
  };
  return (
    <ViewBoundary
      resetOn={null}
      fallback={(error) => (
        <main>
          <ViewFailed part="frame" title="Rolodesk cannot be shown" error={error} onReload={startAgain} />
        </main>
      )}
    >
      {children}
    </ViewBoundary>
  );
}
