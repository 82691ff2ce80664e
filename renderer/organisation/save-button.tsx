/** Opens what saves or prints the organisation, or a part of it. */
import { IconDownload } from '@tabler/icons-react';
import { useEffect } from 'react';
import type { Page } from '../../contract/shown-page.ts';
import { laterOpened } from '../boundary/later.tsx';
import { useStore } from '../store/use-store.ts';
import { ToolButton } from './tool-button.tsx';
import type { SeenViewPlace } from './view/seen-view.ts';

const SaveDialog = laterOpened(async () => (await import('./save-dialog.tsx')).SaveDialog);

type SaveButtonProps = {
  readonly page: Extract<Page, { view: 'organisation' }>;
  readonly view: SeenViewPlace;
  /** There is nobody to be saved. */
  readonly disabled: boolean;
};

export function SaveButton({ page, view, disabled }: SaveButtonProps) {
  const leaving = useStore((state) => state.leaving);
  const showLeaving = useStore((state) => state.showLeaving);
  useEffect(() => () => showLeaving(null), [showLeaving]);
  return (
    <>
      <ToolButton words="Save…" Icon={IconDownload} disabled={disabled} onClick={() => showLeaving('save')} />
      <SaveDialog
        opened={leaving !== null && !disabled}
        leaving={leaving ?? 'save'}
        onClose={() => showLeaving(null)}
        page={page}
        view={view}
      />
    </>
  );
}
