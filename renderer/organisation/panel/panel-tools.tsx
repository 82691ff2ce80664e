/** The buttons that open a panel beside the tree and the view, and close it again. */
import { IconBinaryTree2, IconChartBar } from '@tabler/icons-react';
import type { OrganisationPanel, Page } from '../../../contract/shown-page.ts';
import { useStore } from '../../store/use-store.ts';
import { ToolButton } from '../tool-button.tsx';

type PanelToolsProps = { readonly page: Extract<Page, { view: 'organisation' }>; readonly disabled: boolean };

export function PanelTools({ page, disabled }: PanelToolsProps) {
  const showPanel = useStore((state) => state.showPanel);
  const toggle = (panel: OrganisationPanel) => ({
    disabled,
    isOpen: page.panel?.kind === panel.kind,
    onClick: () => showPanel(page.panel?.kind === panel.kind ? null : panel),
  });
  return (
    <>
      <ToolButton words="Relation…" Icon={IconBinaryTree2} {...toggle({ kind: 'relation', a: null, b: null })} />
      <ToolButton words="Spans and layers" Icon={IconChartBar} {...toggle({ kind: 'spans', isWhole: false })} />
    </>
  );
}
