/** Every time that a check was run: when, and what it found. A run can be removed, once that is confirmed; the newest stays, for it is what the check says. */
import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { CallOutput } from '../../contract/calls.ts';
import type { CheckOverview } from '../../contract/check-overview.ts';
import type { Failure, Outcome } from '../../contract/failures.ts';
import { call } from '../bridge/call.ts';
import dialog from '../dialog/dialog.module.css';
import { Dialog } from '../dialog/dialog.tsx';
import { FailureNotice } from '../failure/failure-notice.tsx';
import { momentWords } from '../time/relative-time.ts';
import { countsWords } from './check-words.ts';
import classes from './runs-dialog.module.css';

type RunsDialogProps = { readonly check: CheckOverview; readonly opened: boolean; readonly onClose: () => void };
type Runs = CallOutput<'check.runs'>;

export function RunsDialog({ check, opened, onClose }: RunsDialogProps) {
  return (
    <Dialog opened={opened} onClose={onClose} title="Runs of this check" size="wide">
      {opened && <RunList check={check} onClose={onClose} />}
    </Dialog>
  );
}

function RunList({ check, onClose }: Omit<RunsDialogProps, 'opened'>) {
  const [runs, setRuns] = useState<Runs['runs'] | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  /** The run that is asked about. */
  const [asked, setAsked] = useState<number | null>(null);
  const take = (answer: Outcome<Runs>) => {
    setFailure(answer.ok ? null : answer.failure);
    if (answer.ok) setRuns(answer.value.runs);
  };
  const { id, version } = check;
  // biome-ignore lint/correctness/useExhaustiveDependencies: read again where the check was run
  useEffect(() => {
    let isWanted = true;
    void call('check.runs', { id }).then((answer) => isWanted && take(answer));
    return () => {
      isWanted = false;
    };
  }, [id, version]);
  const remove = async (number: number) => {
    setAsked(null);
    take(await call('check.removeRun', { id, number }));
  };
  return (
    <div className={dialog.form}>
      {failure !== null && <FailureNotice failure={failure} />}
      <ul className={classes.runs} aria-label="Runs" aria-busy={runs === null}>
        {runs?.map(({ number, at, counts }, nth) => (
          <li key={number} className={classes.run}>
            <span className={classes.when}>{momentWords(at)}</span>
            <span className={classes.counts}>{countsWords(counts)}</span>
            {nth === 0 ? (
              // The newest comes first, and the main process keeps it.
              <span className={classes.stays}>The newest run stays</span>
            ) : asked === number ? (
              <>
                <Button data-danger data-autofocus onClick={() => void remove(number)}>
                  Remove
                </Button>
                <Button variant="default" onClick={() => setAsked(null)}>
                  Keep
                </Button>
              </>
            ) : (
              <Button
                variant="subtle"
                aria-label={`Remove the run of ${momentWords(at)}`}
                onClick={() => setAsked(number)}
              >
                Remove…
              </Button>
            )}
          </li>
        ))}
      </ul>
      <div className={dialog.buttons}>
        <Button data-autofocus onClick={onClose}>
          Close
        </Button>
      </div>
    </div>
  );
}
