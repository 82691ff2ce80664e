/** Home: everybody known so far as a table. */
import { useEffect, useRef } from 'react';
import type { PeopleView } from '../../contract/table.ts';
import { later } from '../boundary/later.tsx';
import { FailureNotice } from '../failure/failure-notice.tsx';
import grid from '../grid/grid.module.css';
import { PageHead } from '../layout/page-head.tsx';
import { useKeptScroll } from '../layout/scroller.tsx';
import type { Visit } from '../store/history.ts';
import { knownPeople } from '../store/known-people.ts';
import { useStore } from '../store/use-store.ts';
import classes from './people.module.css';
import { PeopleTable } from './people-table.tsx';
import { knownWords } from './shown-words.ts';
import { TableFilters } from './table-filters.tsx';
import { TableStrip } from './table-strip.tsx';

const NobodyFits = later(async () => (await import('./nobody-fits.tsx')).NobodyFits);
const NobodyKnown = later(async () => (await import('../sync/nobody-known.tsx')).NobodyKnown);

type PeoplePageProps = { readonly visit: Visit; readonly view: PeopleView };

export function PeoplePage({ visit, view }: PeoplePageProps) {
  const table = useStore((state) => state.table);
  const showView = useStore((state) => state.showView);
  const leaveTable = useStore((state) => state.leaveTable);
  const refreshTable = useStore((state) => state.refreshTable);
  const scroller = useRef<HTMLDivElement>(null);
  const { shown, failure } = table;
  const known = useStore(knownPeople);
  const isWhole = useStore(({ sync }) => sync?.status === 'done' || sync?.task === 'refreshing');
  const isShown = shown !== null && table.view === view;
  // Rows of another view may be too few to be scrolled so far down, and while nobody is known there is no table. Once they were there, a further filter begins at its top.
  const wasShown = useRef(false);
  if (isShown && table.shownView === view && shown.known > 0) wasShown.current = true;
  useKeptScroll(visit, wasShown.current, scroller);

  useEffect(() => showView(view), [view, showView]);
  useEffect(() => leaveTable, [leaveTable]);
  // Another order has another beginning.
  const lastView = useRef(view);
  useEffect(() => {
    if (lastView.current !== view && scroller.current !== null) scroller.current.scrollTop = 0;
    lastView.current = view;
  }, [view]);

  return (
    <div className={classes.page}>
      <PageHead title="People" note={shown === null ? null : knownWords(known, isWhole)} />
      {shown?.known === 0 ? (
        <NobodyKnown />
      ) : shown === null && failure !== null ? (
        <FailureNotice failure={failure} onRetry={refreshTable} />
      ) : (
        <section aria-label="Everybody known so far" className={classes.everybody}>
          <TableFilters filter={view.filter} />
          <TableStrip filter={view.filter} />
          <div className={grid.place}>
            <PeopleTable view={view} scroller={scroller} />
            {isShown && shown.total === 0 && <NobodyFits filter={view.filter} counts={shown.counts} />}
          </div>
        </section>
      )}
    </div>
  );
}
