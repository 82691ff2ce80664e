/** What is wrong with the data: every kind in its group, those of people who were left behind first. */
import { Button } from '@mantine/core';
import { useEffect, useId } from 'react';
import { type ProblemGroup, problemGroups } from '../../contract/problem-kinds.ts';
import { problemWords } from '../../contract/problem-words.ts';
import type { ProblemsOverview } from '../../contract/problems.ts';
import { FailureNotice } from '../failure/failure-notice.tsx';
import { Empty } from '../layout/empty.tsx';
import { PageHead } from '../layout/page-head.tsx';
import { useKeptScroll } from '../layout/scroller.tsx';
import type { Visit } from '../store/history.ts';
import { store, useStore } from '../store/use-store.ts';
import { count } from '../words/locale.ts';
import { groupWords, nothingWords, problemsWords } from '../words/problem-sentences.ts';
import { KindRegion } from './kind-region.tsx';
import classes from './kinds.module.css';
import { OverviewLine } from './overview-line.tsx';
import { kindIn } from './overview-store.ts';
import { OverviewWaiting } from './overview-waiting.tsx';
import { looked, problems, useProblems } from './use-problems.ts';

const groups = Object.keys(problemGroups) as ProblemGroup[];

export function OverviewPage({ visit }: { readonly visit: Visit }) {
  const drawn = useProblems((state) => state.drawn);
  const newest = useProblems((state) => state.newest);
  const failure = useProblems((state) => state.failure);
  useKeptScroll(visit, drawn !== null);
  useLook();
  return (
    <div className={classes.page}>
      <PageHead title="Problems" note={drawn === null ? null : noteOf(newest ?? drawn)} />
      <OverviewLine />
      {failure !== null && <FailureNotice failure={failure} onRetry={problems.getState().readAgain} />}
      {drawn?.kinds.every(({ first }) => first.length === 0) && <NoProblems />}
      {drawn !== null
        ? groups.map((group) => <Group key={group} group={group} drawn={drawn} newest={newest ?? drawn} />)
        : failure === null && <OverviewWaiting />}
    </div>
  );
}

/** Opens the page, and notes what was seen of it whole when it is left. */
function useLook(): void {
  useEffect(() => {
    // Only when it is opened: what is told later is followed by the store.
    problems.getState().enter(store.getState().problemsVersion);
    return () => {
      const { drawn, newest } = problems.getState();
      const isSeen = ({ first, fresh }: ProblemsOverview['kinds'][number]) =>
        fresh > 0 && first.filter(({ isNew }) => isNew).length === fresh;
      if (drawn !== null && newest === drawn)
        looked.look({ inShort: newest.kinds.filter(isSeen).map(({ kind }) => kind) });
      problems.getState().leave();
    };
  }, []);
}

function NoProblems() {
  const isDone = useStore((state) => state.sync?.status === 'done');
  return (
    <Empty title={isDone ? 'No problems' : 'No problems so far'}>
      {isDone
        ? 'Everybody who is named was fetched, and nothing contradicts itself.'
        : 'People who were left behind, contradictions, and people who cannot be fetched would stand here.'}
    </Empty>
  );
}

type GroupProps = {
  readonly group: ProblemGroup;
  readonly drawn: ProblemsOverview;
  readonly newest: ProblemsOverview;
};

function Group({ group, drawn, newest }: GroupProps) {
  const openProblems = useStore((state) => state.openProblems);
  const id = useId();
  const kinds = problemGroups[group].map((kind) => kindIn(drawn, kind)).filter((one) => one !== undefined);
  const found = kinds.filter(({ first }) => first.length > 0);
  const without = kinds.filter(({ first }) => first.length === 0).map(({ kind }) => kind);
  const aside = kinds.filter((one) => one.aside > 0);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for what can be filled in
    <div role="group" aria-labelledby={id} className={classes.group}>
      <p id={id} className={classes.name}>
        {groupWords[group]}
      </p>
      {found.map(({ kind, first }) => (
        <KindRegion
          key={kind}
          of={kindIn(newest, kind) ?? { kind, count: 0, fresh: 0, aside: 0, first: [] }}
          rows={first.length}
        />
      ))}
      {without.length > 0 && <p className={classes.nothing}>{nothingWords(without)}</p>}
      {aside.length > 0 && (
        <p className={classes.nothing}>
          Set aside:{' '}
          {aside.map((one) => (
            <Button
              key={one.kind}
              variant="subtle"
              className={classes.aside ?? ''}
              onClick={() => openProblems(one.kind, { which: 'aside' })}
            >
              {problemWords[one.kind]} {count(kindIn(newest, one.kind)?.aside ?? 0)}
            </Button>
          ))}
        </p>
      )}
    </div>
  );
}

function noteOf({ kinds, fresh }: ProblemsOverview): string {
  return problemsWords(
    kinds.reduce((sum, one) => sum + one.count, 0),
    fresh,
  );
}
