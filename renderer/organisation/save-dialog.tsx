/** Saves or prints the organisation, a branch of it or the chart: what, in which form, how far it is, and why it could not be. */
import { Button } from '@mantine/core';
import { type FormEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import { organisationLink } from '../../contract/app-link.ts';
import { firstUnits } from '../../contract/bounded-text.ts';
import { longestWord } from '../../contract/bounds.ts';
import { type Failure, failed, type Outcome, succeeded } from '../../contract/failures.ts';
import type { UserId } from '../../contract/ids.ts';
import type { ChartAsked } from '../../contract/organisation.ts';
import type { MapRegion } from '../../contract/organisation-map.ts';
import type { SavedFormat, SavedWhat } from '../../contract/organisation-save.ts';
import type { PeopleCount } from '../../contract/people-count.ts';
import type { Page } from '../../contract/shown-page.ts';
import { call } from '../bridge/call.ts';
import dialog from '../dialog/dialog.module.css';
import { Dialog } from '../dialog/dialog.tsx';
import { SendButton } from '../dialog/send-button.tsx';
import { FailureNotice } from '../failure/failure-notice.tsx';
import { ExportProgress } from '../layout/export-progress.tsx';
import type { Leaving } from '../store/organisation.ts';
import { store, useStore } from '../store/use-store.ts';
import { memberName } from './row-words.ts';
import classes from './save.module.css';
import { SaveChoiceList } from './save-choice-list.tsx';
import { formatChoices, type SaveFormat, type SaveWhat, whatChoices, whyUnprinted } from './save-choices.ts';
import { drawAndSend } from './save-image.ts';
import { printOrganisation, saveOrganisation } from './save-organisation.ts';
import { branchCount, everybodyCount } from './totals-words.ts';
import { personOf, type Shining, spotlightOf } from './tree-state.ts';
import { useImagePlan } from './use-image-plan.ts';
import { useOrganisation } from './use-organisation.ts';
import { chartImage, mapImage, screenImage } from './view/draw-image.ts';
import type { SeenViewPlace } from './view/seen-view.ts';
import type { Going } from './view/strips.ts';

type SaveDialogProps = {
  readonly opened: boolean;
  /** What the person came for, which has the focus. */
  readonly leaving: Leaving;
  readonly onClose: () => void;
  readonly page: Extract<Page, { view: 'organisation' }>;
  readonly view: SeenViewPlace;
};

const nobody: PeopleCount = { people: 0, onlyListed: 0 };

export function SaveDialog({ opened, leaving, onClose, page, view }: SaveDialogProps) {
  return (
    <Dialog opened={opened} onClose={onClose} title="Save or print the organisation" size="wide">
      {opened && <SaveForm leaving={leaving} onClose={onClose} page={page} view={view} />}
    </Dialog>
  );
}

function SaveForm({ leaving, onClose, page, view }: Omit<SaveDialogProps, 'opened'>) {
  const totals = useOrganisation((state) => state.totals);
  const row = useOrganisation((state) => state.active?.data);
  const colour = useOrganisation((state) => state.mapColour);
  const lit = useOrganisation((state) => state.spotlight);
  const look = useMemo(() => ({ colour, spotlight: spotlightOf(lit).spotlight }), [colour, lit]);
  const copy = useStore((state) => state.copy);
  const say = useStore((state) => state.say);
  const tellFailure = useStore((state) => state.tellFailure);
  const [seen] = useState(() => view.current);
  const [chart] = useState(() => seen?.chart() ?? null);
  const [region] = useState(() => seen?.region() ?? null);
  const id = personOf(row);
  const active = row?.kind === 'member' ? { name: memberName(row.member), branch: branchCount(row.member) } : null;
  const everybody = totals === null ? nobody : everybodyCount(totals);
  const choices = whatChoices({
    everybody,
    active,
    hasChart: page.form === 'chart' && chart !== null,
    view: region !== null ? 'view' : seen !== null ? 'screen' : null,
  });
  const [what, setWhat] = useState<SaveWhat>(choices[0]?.what ?? 'everybody');
  const [wanted, setFormat] = useState<SaveFormat>('svg');
  const plan = useImagePlan(what, id, look);
  const { people, onlyListed } = what === 'branch' ? (active?.branch ?? nobody) : everybody;
  const formats = formatChoices(what, people + onlyListed, plan && { ...plan.size, names: plan.names });
  const offered = formats.filter(({ isOff }) => !isOff);
  const format = offered.find((one) => one.format === wanted)?.format ?? offered[0]?.format ?? 'svg';
  const unprinted = whyUnprinted(what, people + onlyListed);
  const isPrintable = unprinted === null;
  const reason = useId();
  const [failure, setFailure] = useState<Failure | null>(null);
  const [busy, setBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    // Keys that are pressed with Ctrl do not count for the browser: it would show no ring where the mouse was used before.
    if (leaving === 'print') showFocus(form.current);
  }, [leaving]);
  const isThere = useRef(true);
  useEffect(() => {
    isThere.current = true;
    return () => {
      isThere.current = false;
    };
  }, []);

  const image = async (going: Going): Promise<Outcome<Blob>> => {
    if (seen === null) return failed({ kind: 'cancelled' });
    if (what === 'screen' || what === 'view') return screenImage(seen, going);
    if (what === 'chart') return chart === null ? failed({ kind: 'cancelled' }) : chartImage(seen, call, chart, going);
    if (plan === null) return failed({ kind: 'cancelled' });
    return mapImage(seen, call, { plan, look, everybody, people: people + onlyListed }, going);
  };
  /** Whether it was done. */
  const saveImage = async (): Promise<Outcome<boolean>> => {
    const sent = await drawAndSend(store.getState(), call, image);
    if (!sent.ok) return sent;
    if (sent.value === null) return succeeded(false);
    const name = what === 'branch' || what === 'chart' ? (active?.name ?? '') : '';
    const saved = await call('image.save', { sent: sent.value, name });
    if (saved.ok && saved.value.saved) say('Saved the image');
    return saved.ok ? succeeded(saved.value.saved) : saved;
  };
  const copyImage = async (): Promise<Outcome<boolean>> => {
    const sent = await drawAndSend(store.getState(), call, image);
    if (!sent.ok) return sent;
    if (sent.value === null) return succeeded(false);
    const copied = await call('image.copy', { sent: sent.value });
    if (copied.ok) say('Copied the image');
    return copied.ok ? succeeded(true) : copied;
  };
  const asked = () => {
    const of = whatAsked(what, id, chart, region);
    return of && { what: of, colour, ...(lit && { spotlight: shining(lit) }) };
  };
  const saveFile = async (as: SavedFormat): Promise<Outcome<boolean>> => {
    const of = asked();
    if (of === null) return failed({ kind: 'cancelled' });
    const saved = await saveOrganisation(store.getState(), call, { ...of, format: as });
    return saved.ok ? succeeded(saved.value.saved !== null) : saved;
  };
  const print = async (): Promise<Outcome<boolean>> => {
    const of = asked();
    if (of === null) return failed({ kind: 'cancelled' });
    const printed = await printOrganisation(store.getState(), call, of);
    return printed.ok ? succeeded(printed.value.printed) : printed;
  };
  const go = async (work: () => Promise<Outcome<boolean>>) => {
    if (busy) return;
    setBusy(true);
    setFailure(null);
    const done = await work();
    if (!isThere.current) {
      if (!done.ok) tellFailure(done.failure);
      return;
    }
    setBusy(false);
    if (!done.ok) setFailure(done.failure);
    else if (done.value) onClose();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void go(() => (format === 'png' ? saveImage() : saveFile(format)));
  };
  const isDrawable =
    formats.some((one) => one.format === 'png') &&
    (plan !== null || what === 'chart' || what === 'screen' || what === 'view');

  return (
    <form ref={form} onSubmit={submit} className={dialog.form} noValidate>
      <div className={classes.columns}>
        <SaveChoiceList
          legend="What"
          name="what"
          choices={choices.map(({ what: value, ...words }) => ({ value, ...words }))}
          chosen={what}
          onChoose={setWhat}
          isFirst={leaving === 'save' || !isPrintable}
        />
        <SaveChoiceList
          legend="Form"
          name="format"
          choices={formats.map(({ format: value, ...words }) => ({ value, ...words }))}
          chosen={format}
          onChoose={setFormat}
        />
      </div>
      <ExportProgress name="Saving" className={classes.progress} />
      {failure !== null && <FailureNotice failure={failure} />}
      {unprinted !== null && (
        <p id={reason} className={classes.reason}>
          {unprinted}
        </p>
      )}
      <div className={dialog.buttons}>
        {id !== null && (
          <Button
            variant="subtle"
            className={dialog.other}
            onClick={() =>
              void copy(organisationLink(id, page.form), `the link to ${active?.name ?? 'them'}`).then(onClose)
            }
          >
            Copy link
          </Button>
        )}
        <SendButton variant="default" busy={false} waits={busy || !isDrawable} onClick={() => void go(copyImage)}>
          Copy as image
        </SendButton>
        <SendButton
          variant="default"
          busy={false}
          waits={busy || !isPrintable}
          aria-describedby={isPrintable ? undefined : reason}
          data-autofocus={leaving === 'print' && isPrintable}
          onClick={() => void go(print)}
        >
          Print…
        </SendButton>
        <SendButton type="submit" busy={busy}>
          Save…
        </SendButton>
      </div>
    </form>
  );
}

/** Gives the focus, with its ring, to what the dialog begins with. */
function showFocus(form: HTMLFormElement | null) {
  form?.querySelector<HTMLElement>('[data-autofocus]')?.focus({ preventScroll: true, focusVisible: true });
}

function whatAsked(
  what: SaveWhat,
  id: UserId | null,
  chart: ChartAsked | null,
  region: MapRegion | null,
): SavedWhat | null {
  if (what === 'everybody') return { kind: 'everybody' };
  if (what === 'branch') return id === null ? null : { kind: 'branch', id };
  if (what === 'view') return region === null ? null : { kind: 'view', ...region };
  return what === 'chart' && chart !== null ? { kind: 'chart', ...chart } : null;
}

function shining({ by, value, words }: Shining) {
  return { by, value, words: firstUnits(words, longestWord) };
}
