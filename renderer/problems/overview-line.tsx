/** Below the head, in a place that is always kept: how far everybody is read once more, that others were found, what is new. */
import { Button } from '@mantine/core';
import type { ProblemKind } from '../../contract/problems.ts';
import { call } from '../bridge/call.ts';
import { useStore } from '../store/use-store.ts';
import { rereadingWords } from '../words/problem-sentences.ts';
import classes from './kinds.module.css';
import { problems, useProblems } from './use-problems.ts';

export function OverviewLine() {
  const drawn = useProblems((state) => state.drawn);
  const newest = useProblems((state) => state.newest);
  const tellFailure = useStore((state) => state.tellFailure);
  const rereading = newest?.rereading ?? null;
  const fresh = newest?.kinds.filter((one) => one.fresh > 0).map(({ kind }) => kind) ?? [];
  const seeAll = async (kinds: ProblemKind[]) => {
    const answer = await call('problems.looked', { kinds });
    if (answer.ok) problems.getState().readAgain();
    else tellFailure(answer.failure);
  };
  return (
    <div className={classes.line}>
      <div role="status" className={classes.told}>
        {drawn !== newest && drawn !== null ? (
          <>
            Other kinds of problems were found since.
            <Button variant="subtle" onClick={problems.getState().drawNewest}>
              Show them
            </Button>
          </>
        ) : (
          rereading !== null && (
            <>
              <progress aria-label="Reading everybody once more" value={rereading.done} max={rereading.total} />
              {rereadingWords(rereading)}
            </>
          )
        )}
      </div>
      {fresh.length > 0 && (
        <Button variant="subtle" className={classes.seen ?? ''} onClick={() => void seeAll(fresh)}>
          Mark all as looked at
        </Button>
      )}
    </div>
  );
}
