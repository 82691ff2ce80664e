/** Opens what saves the organisation, or a part of it, as a file. */
import { IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import type { Page } from '../../contract/shown-page.ts';
import { laterOpened } from '../boundary/later.tsx';
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
  const [opened, setOpened] = useState(false);
  return (
    <>
      <ToolButton words="Save…" Icon={IconDownload} disabled={disabled} onClick={() => setOpened(true)} />
      <SaveDialog opened={opened} onClose={() => setOpened(false)} page={page} view={view} />
    </>
  );
}
