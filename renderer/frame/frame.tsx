/** The frame around every page: rail, top bar, and the page itself, which alone scrolls. */
import { useEffect, useState } from 'react';
import type { OpenConnection } from '../../contract/account.ts';
import { later, whenIdle } from '../boundary/later.tsx';
import { ViewBoundary } from '../boundary/view-boundary.tsx';
import { ViewFailed } from '../boundary/view-failed.tsx';
import { ScrollerProvider } from '../layout/scroller.tsx';
import { currentVisit } from '../store/history.ts';
import { useStore } from '../store/use-store.ts';
import { keyedActions } from './actions.ts';
import classes from './frame.module.css';
import { FrameDialogs } from './frame-dialogs.tsx';
import { Rail } from './rail.tsx';
import { TopBar } from './top-bar.tsx';
import { useFrameKeys } from './use-frame-keys.ts';
import { type View, views } from './views.tsx';

const FrameMessages = later(async () => (await import('./frame-messages.tsx')).FrameMessages);

const Announcers = later(async () => (await import('./announcers.tsx')).Announcers);

const withKeys = keyedActions(views);

/** So that nobody who opens a view waits for its code. One that fails is loaded again when it is shown, and told then. */
function prefetchViews(): void {
  for (const { prefetch } of Object.values(views)) void prefetch?.();
}

export function Frame({ open }: { readonly open: OpenConnection }) {
  const visit = useStore((state) => currentVisit(state.history));
  const searching = useStore((state) => state.searching);
  const redrawPage = useStore((state) => state.redrawPage);
  const [tries, setTries] = useState(0);
  const view: View = views[visit.page.view];
  useFrameKeys(withKeys);
  useEffect(() => whenIdle(prefetchViews), []);
  return (
    <div className={classes.frame}>
      {/* A button, not a link to a fragment: the page's address has to stay what the main process expects. */}
      <button type="button" className={classes.skip} onClick={() => document.getElementById('content')?.focus()}>
        Skip to the content
      </button>
      <Rail open={open} inert={searching} />
      <TopBar />
      <ScrollerProvider className={classes.main} inert={searching} visitKey={visit.key}>
        <ViewBoundary
          resetOn={visit.key}
          fallback={(error) => (
            <ViewFailed part={visit.page.view} title={view.failed} error={error} onReload={redrawPage} />
          )}
        >
          {view.draw(visit, visit.page)}
        </ViewBoundary>
      </ScrollerProvider>
      {/* Below the page: whatever comes here shortens it, and moves nothing of it. */}
      <div className={classes.foot} inert={searching}>
        <ViewBoundary
          resetOn={`${visit.key} ${tries}`}
          fallback={(error) => (
            <ViewFailed
              part="messages"
              title="Messages cannot be shown"
              error={error}
              onReload={() => setTries(tries + 1)}
            />
          )}
        >
          <FrameMessages open={open} />
          <Announcers open={open} />
        </ViewBoundary>
        <FrameDialogs open={open} />
      </div>
    </div>
  );
}
