/** Asks the server about the people of a check: how old an answer may be, and how many requests that takes, said before. */
import { useEffect, useState } from 'react';
import type { CheckOverview } from '../../contract/check-overview.ts';
import { dayMs } from '../../contract/day.ts';
import { call } from '../bridge/call.ts';
import dialog from '../dialog/dialog.module.css';
import { Dialog } from '../dialog/dialog.tsx';
import { DialogForm } from '../dialog/dialog-form.tsx';
import { useStore } from '../store/use-store.ts';
import { count } from '../words/locale.ts';
import classes from './ask-dialog.module.css';
import { checks } from './use-check.ts';

type AskDialogProps = { readonly check: CheckOverview; readonly opened: boolean; readonly onClose: () => void };

const ages = [
  [60 * 60 * 1000, 'Whose answer is older than an hour'],
  [dayMs, 'Whose answer is older than a day'],
  [0, 'Everybody, however new the answer is'],
] as const;

export function AskDialog({ check, opened, onClose }: AskDialogProps) {
  return (
    <Dialog opened={opened} onClose={onClose} title="Ask the server">
      {opened && <AskForm check={check} onClose={onClose} />}
    </Dialog>
  );
}

function AskForm({ check, onClose }: Omit<AskDialogProps, 'opened'>) {
  const [olderThan, setOlderThan] = useState<number>(ages[0][0]);
  const requests = useRequests(check, olderThan);
  const isOffline = useStore(({ overview }) => overview?.open?.reachability.state === 'offline');
  return (
    <DialogForm send={() => checks.getState().ask(olderThan)} sendLabel="Ask" fields={[]} onClose={onClose}>
      {() => (
        <>
          <fieldset className={classes.ages}>
            <legend>Who is asked about</legend>
            {ages.map(([age, words]) => (
              <label key={age} className={classes.age}>
                <input
                  type="radio"
                  name="age"
                  data-autofocus={age === olderThan || undefined}
                  checked={age === olderThan}
                  onChange={() => setOlderThan(age)}
                />
                {words}
              </label>
            ))}
          </fieldset>
          <p role="status" className={classes.requests}>
            {requests === null ? '\u00a0' : requestWords(requests)}
          </p>
          <p className={dialog.note}>
            {isOffline && 'The server cannot be reached just now: they are asked as soon as it can be. '}A person that
            is opened goes first, and the day’s requests for keeping people fresh stay as they are. The server can be
            asked about ids, and about no address, number or name.
          </p>
        </>
      )}
    </DialogForm>
  );
}

/** Null: not known yet. */
function useRequests({ id, version }: CheckOverview, olderThan: number): number | null {
  const [counted, setCounted] = useState<{ readonly olderThan: number; readonly requests: number } | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: other answers are other ages
  useEffect(() => {
    let isWanted = true;
    void call('check.countToAsk', { id, olderThan }).then((answer) => {
      if (isWanted && answer.ok) setCounted({ olderThan, requests: answer.value.requests });
    });
    return () => {
      isWanted = false;
    };
  }, [id, version, olderThan]);
  return counted?.olderThan === olderThan ? counted.requests : null;
}

function requestWords(requests: number): string {
  if (requests === 0) return 'Nobody is left to ask about.';
  return requests === 1 ? 'This takes 1 request.' : `This takes ${count(requests)} requests.`;
}
