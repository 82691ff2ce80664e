/** What is wrong with the data: every problem in one row, worst first, with its evidence and the people it is about. */
import type { ReactNode } from 'react';
import { useCallback, useEffect, useState } from 'react';
import type { Problem } from '../../contract/sync.ts';
import { RowSkeleton } from '../card/person-row.tsx';
import { FailureNotice } from '../failure/failure-notice.tsx';
import { Empty } from '../layout/empty.tsx';
import { PageHead } from '../layout/page-head.tsx';
import { useKeptScroll } from '../layout/scroller.tsx';
import { VirtualRows } from '../layout/virtual-rows.tsx';
import type { Visit } from '../store/history.ts';
import { problemsWindow } from '../store/sync.ts';
import { useStore } from '../store/use-store.ts';
import { count } from '../words/locale.ts';
import { ProblemRow } from './problem-row.tsx';
import classes from './problems.module.css';
import { useRowHeight } from './row-height.ts';

const skeletons = 6;

export function ProblemsPage({ visit }: { readonly visit: Visit }) {
  const total = useStore((state) => state.problems.total);
  const counted = useStore((state) => state.problems.counted);
  const failure = useStore((state) => state.problems.failure);
  const problemsChanged = useStore((state) => state.problemsChanged);
  useKeptScroll(visit, total !== null);
  useEffect(() => problemsChanged(), [problemsChanged]);

  return (
    <div className={classes.page}>
      <PageHead title="Problems" note={counted === null || counted === 0 ? null : countWords(counted)} />
      {failure !== null && <FailureNotice failure={failure} onRetry={problemsChanged} />}
      {total === 0 ? <NoProblems /> : (total !== null || failure === null) && <ProblemList total={total} />}
    </div>
  );
}

function ProblemList({ total }: { readonly total: number | null }) {
  const windows = useStore((state) => state.problems.windows);
  const version = useStore((state) => state.problemsVersion);
  const readProblems = useStore((state) => state.readProblems);
  const [inView, setInView] = useState<readonly [number, number]>([0, 0]);
  const [firstWindow, lastWindow] = inView;
  const rowHeight = useRowHeight();

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new version asks again for what is in view
  useEffect(() => {
    // The first window is asked for by itself with each version.
    for (let window = Math.max(1, firstWindow); window <= lastWindow; window += 1) void readProblems(window);
  }, [firstWindow, lastWindow, version, readProblems]);

  const onView = useCallback((first: number, last: number) => {
    const next = [Math.floor(first / problemsWindow), Math.floor(last / problemsWindow)] as const;
    setInView((before) => (before[0] === next[0] && before[1] === next[1] ? before : next));
  }, []);

  const problemAt = (index: number) => windows.get(Math.floor(index / problemsWindow))?.[index % problemsWindow];
  // biome-ignore lint/correctness/useExhaustiveDependencies: of the windows alone
  const keyAt = useCallback((index: number) => problemKey(problemAt(index)) ?? `${index}`, [windows]);
  return (
    <div className={classes.list} aria-busy={total === null}>
      <VirtualRows
        label="Problems"
        count={total ?? skeletons}
        rowHeight={rowHeight}
        onView={onView}
        keyAt={keyAt}
        nameAt={(index) => problemName(problemAt(index))}
        row={(index): ReactNode => {
          const problem = problemAt(index);
          return problem === undefined ? <RowSkeleton /> : <ProblemRow problem={problem} />;
        }}
      />
    </div>
  );
}

function NoProblems() {
  const isDone = useStore((state) => state.sync?.status === 'done');
  return (
    <Empty title={isDone ? 'No problems' : 'No problems so far'}>
      {isDone
        ? 'Everybody who is named was fetched, and nothing in the reporting lines contradicts itself.'
        : 'Circles among managers, people listed twice, ids that are none and people who cannot be fetched would stand here.'}
    </Empty>
  );
}

function countWords(total: number): string {
  return `${total === 1 ? '1 thing' : `${count(total)} things`} that cannot be right, or could not be fetched`;
}

/** A kind is told once of each person, entry or list; null: it is on its way. */
function problemKey(problem: Problem | undefined): string | null {
  if (problem === undefined) return null;
  const about = () => {
    if (problem.kind === 'cycle') return problem.people[0]?.id;
    if (problem.kind === 'bad-entry') return problem.entry;
    if ('id' in problem) return problem.id;
    return 'person' in problem ? problem.person?.id : undefined;
  };
  return `${problem.kind} ${about() ?? ''}`;
}

/** The name of the first person it is about; null: nobody who is known. */
function problemName(problem: Problem | undefined): string | null {
  if (problem === undefined) return null;
  if (problem.kind === 'cycle') return problem.people[0]?.name ?? null;
  return 'person' in problem ? (problem.person?.name ?? null) : null;
}
