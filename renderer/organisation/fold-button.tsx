/** Folds the tree away beside the view. Where the two have no room beside each other, it shows one in place of the other. */
import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { IconLayoutSidebarLeftCollapse, IconLayoutSidebarLeftExpand } from '@tabler/icons-react';
import { useEffect, useLayoutEffect, useRef } from 'react';
import type { OrganisationForm } from '../../contract/organisation.ts';
import { useStore } from '../store/use-store.ts';
import classes from './organisation.module.css';

type FoldButtonProps = { readonly isFolded: boolean; readonly form: OrganisationForm };

export function FoldButton({ isFolded, form }: FoldButtonProps) {
  const foldTree = useStore((state) => state.foldTree);
  const setNarrow = useStore((state) => state.setNarrow);
  const Icon = isFolded ? IconLayoutSidebarLeftExpand : IconLayoutSidebarLeftCollapse;
  const words = isFolded ? 'Show the tree' : 'Hide the tree';
  const place = useRef<HTMLDivElement>(null);
  const switching = useRef<HTMLButtonElement>(null);
  const wasFolded = useRef(isFolded);
  // The stylesheet knows how much room there is, and the button for it is as large as its words.
  useLayoutEffect(() => {
    const look = () => setNarrow(switching.current?.checkVisibility() ?? false);
    look();
    const watch = new ResizeObserver(look);
    if (place.current !== null) watch.observe(place.current);
    return () => watch.disconnect();
  }, [setNarrow]);
  // What had the focus may have gone with the tree, or with the view.
  useEffect(() => {
    const isChanged = wasFolded.current !== isFolded;
    wasFolded.current = isFolded;
    const { activeElement, body } = document;
    if (!isChanged || (activeElement !== body && activeElement?.checkVisibility())) return;
    const buttons = [...(place.current?.children ?? [])].filter((one) => one instanceof HTMLElement);
    buttons.find((one) => one.checkVisibility())?.focus();
  }, [isFolded]);
  return (
    <div ref={place}>
      <Tooltip label={words}>
        <ActionIcon aria-label={words} className={classes.fold ?? ''} onClick={foldTree}>
          <Icon size={19} stroke={1.7} aria-hidden="true" />
        </ActionIcon>
      </Tooltip>
      <Button ref={switching} variant="default" className={classes.switch ?? ''} onClick={foldTree}>
        {isFolded ? 'Show the tree' : `Show the ${form}`}
      </Button>
    </div>
  );
}
