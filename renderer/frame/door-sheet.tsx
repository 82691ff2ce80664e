/** The shortcut sheet while no directory is open: by its keys, over the doors to one. */
import { laterOpened } from '../boundary/later.tsx';
import { ViewBoundary } from '../boundary/view-boundary.tsx';
import { ViewFailed } from '../boundary/view-failed.tsx';
import { frameActions } from '../keyboard/frame-actions.ts';
import { useStore } from '../store/use-store.ts';
import { useFrameKeys } from './use-frame-keys.ts';

const Sheet = laterOpened(async () => (await import('./shortcuts-dialog.tsx')).ShortcutsDialog);

const sheetKeys = frameActions.filter(({ id }) => id === 'shortcuts');

export function DoorSheet() {
  const opened = useStore((state) => state.dialog === 'shortcuts');
  const showDialog = useStore((state) => state.showDialog);
  useFrameKeys(sheetKeys);
  const close = () => showDialog(null);
  return (
    <ViewBoundary
      resetOn={opened}
      fallback={(error) => (
        <ViewFailed part="messages" title="The dialog cannot be shown" error={error} onReload={close} />
      )}
    >
      <Sheet opened={opened} onClose={close} />
    </ViewBoundary>
  );
}
