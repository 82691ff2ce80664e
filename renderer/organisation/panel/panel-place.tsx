/** What stands beside the tree and the view. Its own part of the page: the focus goes in as it opens, and back as it closes. */
import { CloseButton } from '@mantine/core';
import { type KeyboardEvent, type RefObject, useCallback, useEffect, useId, useRef } from 'react';
import type { OrganisationPanel, Page } from '../../../contract/shown-page.ts';
import { later, whenIdle } from '../../boundary/later.tsx';
import { handleKeys } from '../../keyboard/handle-keys.ts';
import { PartScroller } from '../../layout/scroller.tsx';
import { useGivenFocus } from '../../layout/use-given-focus.ts';
import { useStore } from '../../store/use-store.ts';
import { walkedIn } from '../walked-in.ts';
import classes from './panel.module.css';

type PanelPlaceProps = {
  readonly page: Extract<Page, { view: 'organisation' }>;
  /** Where the tree and the view stand. */
  readonly body: RefObject<HTMLElement | null>;
};

export const panelTitles: { readonly [K in OrganisationPanel['kind']]: string } = {
  relation: 'Relation of two',
  spans: 'Spans and layers',
};

const waiting = <p className={classes.hint}>&nbsp;</p>;
const RelationPanel = later(async () => (await import('./relation-panel.tsx')).RelationPanel, waiting);
const SpansPanel = later(async () => (await import('./spans-panel.tsx')).SpansPanel, waiting);

export function PanelPlace({ page, body }: PanelPlaceProps) {
  const { panel } = page;
  const showPanel = useStore((state) => state.showPanel);
  const place = useRef<HTMLElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  /** What had the focus before it opened. */
  const before = useRef<HTMLElement | null>(null);
  const isClosing = useRef(false);
  const id = useId();
  useEffect(
    () =>
      whenIdle(() => {
        void RelationPanel.prefetch();
        void SpansPanel.prefetch();
      }),
    [],
  );
  const take = useCallback(() => {
    const at = document.activeElement;
    if (at instanceof HTMLElement && !place.current?.contains(at)) before.current = at;
    return content.current?.querySelector<HTMLElement>('[data-wanted]') ?? heading.current;
  }, []);
  useGivenFocus('panel', take);
  useEffect(() => {
    if (panel !== undefined || !isClosing.current) return;
    isClosing.current = false;
    const back = before.current?.checkVisibility() ? before.current : walkedIn(body.current);
    before.current = null;
    back?.focus({ preventScroll: true });
  }, [panel, body]);

  if (panel === undefined) return null;
  const close = () => {
    isClosing.current = true;
    showPanel(null);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // In a field whose list of matches is open, the key closes the list first.
    if (!event.defaultPrevented) handleKeys('panel', event, { close });
  };
  return (
    <aside ref={place} className={classes.panel} aria-labelledby={id} onKeyDown={onKeyDown}>
      <header className={classes.head}>
        <h2 ref={heading} id={id} tabIndex={-1} data-panel-heading="">
          {panelTitles[panel.kind]}
        </h2>
        <CloseButton aria-label="Close the panel" onClick={close} />
      </header>
      <div ref={content} className={classes.content}>
        <PartScroller element={content}>
          {panel.kind === 'relation' ? (
            <RelationPanel page={page} panel={panel} />
          ) : (
            <SpansPanel page={page} panel={panel} />
          )}
        </PartScroller>
      </div>
    </aside>
  );
}
