/** All problems of one kind: why it matters, and a list that can be narrowed, sorted, selected, copied, saved and set aside. */
import { useEffect, useRef } from 'react';
import { problemWords } from '../../contract/problem-words.ts';
import type { ProblemList } from '../../contract/shown-page.ts';
import { FailureNotice } from '../failure/failure-notice.tsx';
import { PageHead } from '../layout/page-head.tsx';
import { useKeptScroll } from '../layout/scroller.tsx';
import type { Visit } from '../store/history.ts';
import { store } from '../store/use-store.ts';
import { kindWords } from '../words/problem-sentences.ts';
import { KindDialogs } from './kind-dialogs.tsx';
import { KindFilter } from './kind-filter.tsx';
import classes from './kind-page.module.css';
import { KindStrip } from './kind-strip.tsx';
import { kindIn } from './overview-store.ts';
import { ProblemGrid } from './problem-grid.tsx';
import { changes, looked, problemRows, problems, useProblemRows, useProblems } from './use-problems.ts';

type KindPageProps = { readonly visit: Visit; readonly list: ProblemList };

export function KindPage({ visit, list }: KindPageProps) {
  const { kind } = list;
  const failure = useProblemRows((state) => state.failure);
  const isShown = useProblemRows((state) => state.shownList === list);
  const of = useProblems((state) => kindIn(state.newest, kind));
  const scroller = useRef<HTMLDivElement>(null);
  const wasShown = useRef(false);
  if (isShown) wasShown.current = true;
  useKeptScroll(visit, wasShown.current, scroller);
  useEffect(() => problemRows.getState().showRows(list), [list]);
  useEffect(() => {
    problems.getState().enter(store.getState().problemsVersion);
    looked.look({ list: kind });
    return () => {
      problems.getState().leave();
      problemRows.getState().leaveRows();
      changes.getState().forgetLast();
    };
  }, [kind]);
  // Other rows have another beginning.
  const last = useRef(list);
  useEffect(() => {
    if (last.current !== list && scroller.current !== null) scroller.current.scrollTop = 0;
    last.current = list;
  }, [list]);
  return (
    <div className={classes.page}>
      <PageHead title={problemWords[kind]} note={null} />
      <p className={classes.why}>{kindWords[kind].why}</p>
      {failure !== null && <FailureNotice failure={failure} onRetry={problemRows.getState().readAgain} />}
      <section aria-label="List of problems" className={classes.rows}>
        <KindFilter list={list} of={of} />
        <KindStrip list={list} />
        <ProblemGrid list={list} scroller={scroller} />
      </section>
      <KindDialogs />
    </div>
  );
}
