/** The organisation: the tree of everybody by manager, and beside it the chart of the active person, or the map. One selection for all. */
import { useEffect, useRef } from 'react';
import type { Page } from '../../contract/shown-page.ts';
import { FailureNotice } from '../failure/failure-notice.tsx';
import { PageHead } from '../layout/page-head.tsx';
import type { Visit } from '../store/history.ts';
import { isTreeAway } from '../store/organisation.ts';
import { useStore } from '../store/use-store.ts';
import { NobodyKnown } from '../sync/nobody-known.tsx';
import { AsOfButton } from './as-of-button.tsx';
import { FindField } from './find-field.tsx';
import { FoldButton } from './fold-button.tsx';
import { FormChoice } from './form-choice.tsx';
import { MomentLine } from './moment-line.tsx';
import classes from './organisation.module.css';
import { PanelPlace } from './panel/panel-place.tsx';
import { PanelTools } from './panel/panel-tools.tsx';
import { SaveButton } from './save-button.tsx';
import { SpotlightBar } from './spotlight-bar.tsx';
import { totalsWords } from './totals-words.ts';
import { TreePane } from './tree-pane.tsx';
import { useKeptTree } from './use-kept-tree.ts';
import { useNoTextSelection } from './use-no-text-selection.ts';
import { useOrganisation } from './use-organisation.ts';
import type { SeenView } from './view/seen-view.ts';
import { ViewPlace } from './view-place.tsx';
import { walkedIn } from './walked-in.ts';
import { WhereYouAre } from './where-you-are.tsx';

type OrganisationPageProps = { readonly visit: Visit; readonly page: Extract<Page, { view: 'organisation' }> };

export function OrganisationPage({ visit, page }: OrganisationPageProps) {
  const totals = useOrganisation((state) => state.totals);
  const failure = useOrganisation((state) => state.failure);
  const isShown = useOrganisation((state) => state.shown !== null);
  const isFolded = useStore(isTreeAway);
  const scroller = useRef<HTMLDivElement>(null);
  const again = useKeptTree(visit, page, scroller);
  const body = useRef<HTMLDivElement>(null);
  const isNobodyThere = totals?.people === 0 && page.asOf === undefined;
  const view = useRef<SeenView | null>(null);
  useWalkedFocus(visit, page, body);
  useNoTextSelection();

  return (
    <div className={classes.page}>
      <header className={classes.head}>
        <PageHead title="Organisation" note={totals === null ? null : totalsWords(totals)} />
        <div className={classes.tools}>
          <FindField page={page} body={body} />
          <FormChoice page={page} />
          <PanelTools page={page} disabled={!isShown || isNobodyThere} />
          <AsOfButton page={page} disabled={!isShown || isNobodyThere} />
          <SaveButton page={page} view={view} disabled={!isShown || isNobodyThere} />
          <FoldButton isFolded={isFolded} form={page.form} />
        </div>
      </header>
      <MomentLine page={page} />
      {isNobodyThere ? (
        <div className={classes.alone}>
          <NobodyKnown />
        </div>
      ) : failure !== null && !isShown ? (
        <div className={classes.alone}>
          <FailureNotice failure={failure} onRetry={again} />
        </div>
      ) : (
        <>
          <WhereYouAre page={page} />
          <SpotlightBar body={body} />
          {failure !== null && <FailureNotice failure={failure} onRetry={again} />}
          <div ref={body} className={classes.body} data-folded={isFolded || undefined} data-panel={page.panel?.kind}>
            {!isFolded && <TreePane page={page} scroller={scroller} />}
            <ViewPlace page={page} visit={visit.key} view={view} />
            <PanelPlace page={page} body={body} />
          </div>
        </>
      )}
    </div>
  );
}

/** Who comes to see somebody can walk on from them at once. Who comes back has what had the focus. */
function useWalkedFocus(
  visit: Visit,
  page: OrganisationPageProps['page'],
  body: { readonly current: HTMLElement | null },
): void {
  const arrived = useRef({ isAsked: page.id !== null && !visit.focus, isLate: false });
  const isKnown = useOrganisation((state) => state.totals !== null && state.active !== null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the chart or the map is there once it is known who is in it
  useEffect(() => {
    const walked = walkedIn(body.current);
    const { isAsked, isLate } = arrived.current;
    arrived.current = { isAsked: isAsked && walked === undefined, isLate: true };
    // What was chosen until then keeps the focus.
    const isFree = !isLate || document.activeElement?.matches('body, h1');
    if (isAsked && isFree) walked?.focus({ preventScroll: true });
  }, [body, isKnown]);
}
