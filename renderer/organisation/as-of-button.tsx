/** Opens the choice of a day as of which the organisation is shown. */
import { IconHistory } from '@tabler/icons-react';
import { useState } from 'react';
import type { Page } from '../../contract/shown-page.ts';
import { laterOpened } from '../boundary/later.tsx';
import { useStore } from '../store/use-store.ts';
import { pageAsOf } from './page-as-of.ts';
import { ToolButton } from './tool-button.tsx';

const AsOfDialog = laterOpened(async () => (await import('./as-of-dialog.tsx')).AsOfDialog);

type AsOfButtonProps = { readonly page: Extract<Page, { view: 'organisation' }>; readonly disabled: boolean };

export function AsOfButton({ page, disabled }: AsOfButtonProps) {
  const openPage = useStore((state) => state.openPage);
  const [opened, setOpened] = useState(false);
  return (
    <>
      <ToolButton words="As of…" Icon={IconHistory} disabled={disabled} onClick={() => setOpened(true)} />
      <AsOfDialog
        opened={opened}
        asOf={page.asOf ?? null}
        onChoose={(asOf) => openPage(pageAsOf(page, asOf))}
        onClose={() => setOpened(false)}
      />
    </>
  );
}
