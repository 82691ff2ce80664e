/** Asks for a day as of which the organisation is shown: a few that are asked for most, or any since anything is known. */
import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { Outcome } from '../../contract/failures.ts';
import { call } from '../bridge/call.ts';
import dialog from '../dialog/dialog.module.css';
import { Dialog } from '../dialog/dialog.tsx';
import { FailureNotice } from '../failure/failure-notice.tsx';
import { useNow } from '../time/now.ts';
import { longDay } from '../time/relative-time.ts';
import classes from './as-of.module.css';
import { dayOf, endOf, type Known, quickDays, readDay } from './as-of-days.ts';

type Choosing = {
  /** The moment that is shown, in milliseconds since 1970-01-01T00:00Z; null: now. */
  readonly asOf: number | null;
  readonly onChoose: (asOf: number | null) => void;
  readonly onClose: () => void;
};

export function AsOfDialog({ opened, ...choosing }: Choosing & { readonly opened: boolean }) {
  return (
    <Dialog opened={opened} onClose={choosing.onClose} title="As of a day">
      <Choice {...choosing} />
    </Dialog>
  );
}

/** Asks since when anything is known each time it is opened. */
function Choice(choosing: Choosing) {
  const [answer, setAnswer] = useState<Outcome<{ readonly since: number | null }> | null>(null);
  const [tries, setTries] = useState(0);
  const now = useNow();
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again where that is wanted
  useEffect(() => {
    let isOver = false;
    void call('organisation.since', null).then((given) => !isOver && setAnswer(given));
    return () => {
      isOver = true;
    };
  }, [tries]);
  if (answer === null) return <p className={classes.waiting}>Looking since when Rolodesk knows…</p>;
  if (!answer.ok) return <FailureNotice failure={answer.failure} onRetry={() => setTries(tries + 1)} />;
  const { since } = answer.value;
  if (since === null) return <p>Nobody has listed anybody yet: there is no past to show.</p>;
  if (dayOf(since) >= dayOf(now))
    return <p>Rolodesk knows since today, {longDay(since)}: there is no earlier day to show.</p>;
  return <DayForm {...choosing} known={{ since, now }} />;
}

export function DayForm({ asOf, onChoose, onClose, known }: Choosing & { readonly known: Known }) {
  const field = useRef<HTMLInputElement>(null);
  const quick = quickDays(known);
  const [day, setDay] = useState(dayOf(asOf ?? quick[0]?.asOf ?? known.now));
  const [wrong, setWrong] = useState<string | null>(null);
  const shown = endOf(day);
  // The dialog has taken the focus before there was a field.
  useEffect(() => field.current?.focus(), []);
  const choose = (at: number | null) => {
    onClose();
    onChoose(at);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const read = readDay(day, known);
    if ('asOf' in read) choose(read.asOf);
    else setWrong(read.wrong);
  };
  return (
    <form className={dialog.form} onSubmit={submit} noValidate autoComplete="off">
      <p className={dialog.note}>
        The tree, the chart and the map show who was known at the end of that day, as they were, and people are found by
        what they were.
      </p>
      {quick.length > 0 && (
        <fieldset className={classes.quick} aria-label="Days to choose from">
          {quick.map((one) => (
            <Button key={one.name} variant="default" onClick={() => choose(one.asOf)}>
              {one.name}
            </Button>
          ))}
        </fieldset>
      )}
      <TextInput
        ref={field}
        type="date"
        label="Day"
        required
        withAsterisk={false}
        min={dayOf(known.since)}
        max={dayOf(known.now)}
        value={day}
        // In words as well: fields have days and months in the order of the system.
        description={`${shown === null ? '' : `${longDay(shown)}. `}Rolodesk knows since ${longDay(known.since)}.`}
        inputWrapperOrder={['label', 'input', 'error', 'description']}
        error={wrong}
        onChange={(event) => {
          setDay(event.currentTarget.value);
          setWrong(null);
        }}
      />
      <div className={dialog.buttons}>
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
        <Button type="submit">Show</Button>
      </div>
    </form>
  );
}
