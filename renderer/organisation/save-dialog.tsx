/** Saves the organisation, a branch of it or the chart: what, in which form, how far it is, and why it could not be. */
import { Button } from '@mantine/core';
import { type FormEvent, useEffect, useMemo, useRef, useState } from 'react';
import { organisationLink } from '../../contract/app-link.ts';
import { firstUnits } from '../../contract/bounded-text.ts';
import { longestWord } from '../../contract/bounds.ts';
import { type Failure, failed, type Outcome, succeeded } from '../../contract/failures.ts';
import type { UserId } from '../../contract/ids.ts';
import type { ChartAsked } from '../../contract/organisation.ts';
import type { SavedFormat, SavedWhat } from '../../contract/organisation-save.ts';
import type { PeopleCount } from '../../contract/people-count.ts';
import type { Page } from '../../contract/shown-page.ts';
import { call } from '../bridge/call.ts';
import dialog from '../dialog/dialog.module.css';
import { Dialog } from '../dialog/dialog.tsx';
import { SendButton } from '../dialog/send-button.tsx';
import { FailureNotice } from '../failure/failure-notice.tsx';
import { useStore } from '../store/use-store.ts';
import { count } from '../words/locale.ts';
import { memberName } from './row-words.ts';
import classes from './save.module.css';
import { SaveChoiceList } from './save-choice-list.tsx';
import { formatChoices, type SaveFormat, type SaveWhat, whatChoices } from './save-choices.ts';
import { sendImage } from './send-image.ts';
import { branchCount, everybodyCount } from './totals-words.ts';
import { personOf, type Shining, spotlightOf } from './tree-state.ts';
import { useOrganisation } from './use-organisation.ts';
import { chartImage, type ImagePlan, mapBox, mapImage, planImage, screenImage } from './view/draw-image.ts';
import type { MapLook } from './view/map-store.ts';
import type { SeenViewPlace } from './view/seen-view.ts';

type SaveDialogProps = {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly page: Extract<Page, { view: 'organisation' }>;
  readonly view: SeenViewPlace;
};

const nobody: PeopleCount = { people: 0, onlyListed: 0 };

export function SaveDialog({ opened, onClose, page, view }: SaveDialogProps) {
  return (
    <Dialog opened={opened} onClose={onClose} title="Save the organisation" size="wide">
      {opened && <SaveForm onClose={onClose} page={page} view={view} />}
    </Dialog>
  );
}

function SaveForm({ onClose, page, view }: Omit<SaveDialogProps, 'opened'>) {
  const totals = useOrganisation((state) => state.totals);
  const row = useOrganisation((state) => state.active?.data);
  const colour = useOrganisation((state) => state.mapColour);
  const lit = useOrganisation((state) => state.spotlight);
  const look = useMemo(() => ({ colour, spotlight: spotlightOf(lit).spotlight }), [colour, lit]);
  const saveOrganisation = useStore((state) => state.saveOrganisation);
  const copy = useStore((state) => state.copy);
  const say = useStore((state) => state.say);
  const tellFailure = useStore((state) => state.tellFailure);
  const [seen] = useState(() => view.current);
  const [chart] = useState(() => seen?.chart() ?? null);
  const id = personOf(row);
  const active = row?.kind === 'member' ? { name: memberName(row.member), branch: branchCount(row.member) } : null;
  const everybody = totals === null ? nobody : everybodyCount(totals);
  const choices = whatChoices({
    everybody,
    active,
    hasChart: page.form === 'chart' && chart !== null,
    hasView: seen !== null,
  });
  const [what, setWhat] = useState<SaveWhat>(choices[0]?.what ?? 'everybody');
  const [wanted, setFormat] = useState<SaveFormat>('svg');
  const plan = useImagePlan(what, id, look);
  const { people, onlyListed } = what === 'branch' ? (active?.branch ?? nobody) : everybody;
  const formats = formatChoices(what, plan && { ...plan.size, k: plan.k, people: people + onlyListed });
  const format = formats.find((one) => one.format === wanted)?.format ?? formats[0]?.format ?? 'svg';
  const [failure, setFailure] = useState<Failure | null>(null);
  const [busy, setBusy] = useState(false);
  const isThere = useRef(true);
  useEffect(() => {
    isThere.current = true;
    return () => {
      isThere.current = false;
    };
  }, []);

  const image = async (): Promise<Outcome<Blob>> => {
    if (seen === null) return failed({ kind: 'cancelled' });
    if (what === 'screen') return screenImage(seen);
    if (what === 'chart') return chart === null ? failed({ kind: 'cancelled' }) : chartImage(seen, call, chart);
    return plan === null ? failed({ kind: 'cancelled' }) : mapImage(seen, call, { plan, look, everybody });
  };
  /** Whether it was done. */
  const saveImage = async (): Promise<Outcome<boolean>> => {
    const drawn = await image();
    const sent = drawn.ok ? await sendImage(call, drawn.value) : drawn;
    if (!sent.ok) return sent;
    const name = what === 'branch' || what === 'chart' ? (active?.name ?? '') : '';
    const saved = await call('image.save', { sent: sent.value, name });
    if (saved.ok && saved.value.saved) say('Saved the image');
    return saved.ok ? succeeded(saved.value.saved) : saved;
  };
  const copyImage = async (): Promise<Outcome<boolean>> => {
    const drawn = await image();
    const sent = drawn.ok ? await sendImage(call, drawn.value) : drawn;
    const copied = sent.ok ? await call('image.copy', { sent: sent.value }) : sent;
    if (copied.ok) say('Copied the image');
    return copied.ok ? succeeded(true) : copied;
  };
  const saveFile = async (as: SavedFormat): Promise<Outcome<boolean>> => {
    const asked = whatAsked(what, id, chart);
    if (asked === null) return failed({ kind: 'cancelled' });
    const saved = await saveOrganisation({ what: asked, format: as, colour, ...(lit && { spotlight: shining(lit) }) });
    return saved.ok ? succeeded(saved.value.saved !== null) : saved;
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
    formats.some((one) => one.format === 'png') && (plan !== null || what === 'chart' || what === 'screen');

  return (
    <form onSubmit={submit} className={dialog.form} noValidate>
      <div className={classes.columns}>
        <SaveChoiceList
          legend="What"
          name="what"
          choices={choices.map(({ what: value, ...words }) => ({ value, ...words }))}
          chosen={what}
          onChoose={setWhat}
          isFirst
        />
        <SaveChoiceList
          legend="Form"
          name="format"
          choices={formats.map(({ format: value, ...words }) => ({ value, ...words }))}
          chosen={format}
          onChoose={setFormat}
        />
      </div>
      <Progress />
      {failure !== null && <FailureNotice failure={failure} />}
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
        <Button variant="default" disabled={!isDrawable} onClick={() => void go(copyImage)}>
          Copy as image
        </Button>
        <SendButton type="submit" busy={busy}>
          Save…
        </SendButton>
      </div>
    </form>
  );
}

function whatAsked(what: SaveWhat, id: UserId | null, chart: ChartAsked | null): SavedWhat | null {
  if (what === 'everybody') return { kind: 'everybody' };
  if (what === 'branch') return id === null ? null : { kind: 'branch', id };
  return what === 'chart' && chart !== null ? { kind: 'chart', ...chart } : null;
}

function shining({ by, value, words }: Shining) {
  return { by, value, words: firstUnits(words, longestWord) };
}

/** How large the map, or a branch of it, is as an image; null: it is no map, or not known yet. */
function useImagePlan(what: SaveWhat, id: UserId | null, look: MapLook): ImagePlan | null {
  const [plan, setPlan] = useState<{ readonly of: string; readonly plan: ImagePlan } | null>(null);
  const isMap = what === 'everybody' || what === 'branch';
  const of = `${what} ${what === 'branch' ? id : ''}`;
  useEffect(() => {
    if (!isMap) return;
    let isOver = false;
    void mapBox(call, what === 'branch' ? id : null, look).then((box) => {
      if (!isOver && box.ok && box.value !== null) setPlan({ of, plan: planImage(box.value) });
    });
    return () => {
      isOver = true;
    };
  }, [isMap, what, id, look, of]);
  return isMap && plan?.of === of ? plan.plan : null;
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
