/** Saves the organisation, a branch of it or the chart: what, in which form, how far it is, and why it could not be. */
import { Button } from '@mantine/core';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { Failure } from '../../contract/failures.ts';
import type { OrganisationSaveAsked, SavedFormat } from '../../contract/organisation-save.ts';
import type { Page } from '../../contract/shown-page.ts';
import dialog from '../dialog/dialog.module.css';
import { Dialog } from '../dialog/dialog.tsx';
import { SendButton } from '../dialog/send-button.tsx';
import { FailureNotice } from '../failure/failure-notice.tsx';
import { useStore } from '../store/use-store.ts';
import { count } from '../words/locale.ts';
import { memberName } from './row-words.ts';
import classes from './save.module.css';
import { formatChoices, type SaveWhat, whatChoices } from './save-choices.ts';
import { personOf } from './tree-state.ts';
import { useOrganisation } from './use-organisation.ts';
import type { SeenViewPlace } from './view/seen-view.ts';

type SaveDialogProps = {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly page: Extract<Page, { view: 'organisation' }>;
  readonly view: SeenViewPlace;
};

export function SaveDialog({ opened, onClose, page, view }: SaveDialogProps) {
  return (
    <Dialog opened={opened} onClose={onClose} title="Save the organisation">
      {opened && <SaveForm onClose={onClose} page={page} view={view} />}
    </Dialog>
  );
}

function SaveForm({ onClose, page, view }: Omit<SaveDialogProps, 'opened'>) {
  const totals = useOrganisation((state) => state.totals);
  const row = useOrganisation((state) => state.active?.data);
  const colour = useOrganisation((state) => state.mapColour);
  const saveOrganisation = useStore((state) => state.saveOrganisation);
  const tellFailure = useStore((state) => state.tellFailure);
  const [chart] = useState(() => view.current?.chart() ?? null);
  const id = personOf(row);
  const active = row?.kind === 'member' ? { name: memberName(row.member), people: row.member.below + 1 } : null;
  const people = totals === null ? 0 : totals.people + totals.notFetched + totals.notFound;
  const choices = whatChoices({ people, active, hasChart: page.form === 'chart' && chart !== null });
  const [what, setWhat] = useState<SaveWhat>(choices[0]?.what ?? 'everybody');
  const [wanted, setFormat] = useState<SavedFormat>('svg');
  const formats = formatChoices(what);
  const format = formats.find((one) => one.format === wanted)?.format ?? 'svg';
  const [failure, setFailure] = useState<Failure | null>(null);
  const [busy, setBusy] = useState(false);
  const isThere = useRef(true);
  useEffect(() => {
    isThere.current = true;
    return () => {
      isThere.current = false;
    };
  }, []);

  const asked = (): OrganisationSaveAsked | null => {
    if (what === 'everybody') return { what: { kind: 'everybody' }, format, colour };
    if (what === 'branch') return id === null ? null : { what: { kind: 'branch', id }, format, colour };
    return chart === null ? null : { what: { kind: 'chart', ...chart }, format, colour };
  };
  const save = async (event: FormEvent) => {
    event.preventDefault();
    const wantedNow = asked();
    if (busy || wantedNow === null) return;
    setBusy(true);
    setFailure(null);
    const answer = await saveOrganisation(wantedNow);
    if (!isThere.current) {
      if (!answer.ok) tellFailure(answer.failure);
      return;
    }
    setBusy(false);
    if (!answer.ok) setFailure(answer.failure);
    else if (answer.value.saved !== null) onClose();
  };

  return (
    <form onSubmit={save} className={dialog.form} noValidate>
      <Choices
        legend="What"
        name="what"
        choices={choices.map(({ what: one, ...words }) => ({ value: one, ...words }))}
        chosen={what}
        onChoose={setWhat}
        isFirst
      />
      <Choices
        legend="Form"
        name="format"
        choices={formats.map(({ format: one, ...words }) => ({ value: one, ...words }))}
        chosen={format}
        onChoose={setFormat}
      />
      <Progress />
      {failure !== null && <FailureNotice failure={failure} />}
      <div className={dialog.buttons}>
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
        <SendButton type="submit" busy={busy}>
          Save…
        </SendButton>
      </div>
    </form>
  );
}

type ChoicesProps<V extends string> = {
  readonly legend: string;
  readonly name: string;
  readonly choices: readonly { readonly value: V; readonly words: string; readonly note: string }[];
  readonly chosen: V;
  readonly onChoose: (value: V) => void;
  readonly isFirst?: boolean;
};

function Choices<V extends string>({ legend, name, choices, chosen, onChoose, isFirst = false }: ChoicesProps<V>) {
  return (
    <fieldset className={classes.choices}>
      <legend>{legend}</legend>
      {choices.map(({ value, words, note }) => (
        <label key={value} className={classes.choice}>
          <input
            type="radio"
            name={name}
            checked={chosen === value}
            data-autofocus={(isFirst && chosen === value) || undefined}
            onChange={() => onChoose(value)}
          />
          <span className={classes.words}>
            <bdi>{words}</bdi>
            {note !== '' && <span className={classes.note}>{note}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

/** Of what takes longer than a moment. */
function Progress() {
  const exporting = useStore((state) => state.exporting);
  const stopExport = useStore((state) => state.stopExport);
  if (exporting === null) return null;
  return (
    <div className={classes.progress}>
      <progress aria-label="Saving" value={exporting.done} max={exporting.total} />
      <span>
        Saving {count(exporting.done)} of {count(exporting.total)}
      </span>
      <Button variant="subtle" onClick={stopExport}>
        Stop
      </Button>
    </div>
  );
}
