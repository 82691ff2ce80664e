/** The dialogs that open over the frame, whatever page it shows. What keeps one from opening is said below the page. */
import type { OpenConnection } from '../../contract/account.ts';
import { laterOpened } from '../boundary/later.tsx';
import { ViewBoundary } from '../boundary/view-boundary.tsx';
import { ViewFailed } from '../boundary/view-failed.tsx';
import { useStore } from '../store/use-store.ts';

const Dialogs = laterOpened(async () => (await import('./all-dialogs.tsx')).AllDialogs);

export function FrameDialogs({ open }: { readonly open: OpenConnection }) {
  const opened = useStore(
    (state) => state.dialog !== null || state.askingForToken || state.addingIds || state.dropped !== null,
  );
  const closeDialogs = useStore((state) => state.closeDialogs);
  return (
    <ViewBoundary
      resetOn={opened}
      fallback={(error) => (
        <ViewFailed part="messages" title="The dialog cannot be shown" error={error} onReload={closeDialogs} />
      )}
    >
      <Dialogs open={open} opened={opened} />
    </ViewBoundary>
  );
}
