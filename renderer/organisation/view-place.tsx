/** The right half: where the chart of the active person stands, or the map. */

import { Button } from '@mantine/core';
import { useCallback, useMemo, useState } from 'react';
import type { UserId } from '../../contract/ids.ts';
import type { OrganisationTotals } from '../../contract/organisation.ts';
import type { Page } from '../../contract/shown-page.ts';
import { Empty } from '../layout/empty.tsx';
import { shortId } from '../name/short-id.ts';
import { useStore } from '../store/use-store.ts';
import { longDay } from '../time/relative-time.ts';
import classes from './organisation.module.css';
import { everybodyCount } from './totals-words.ts';
import { type ActiveRow, personOf } from './tree-state.ts';
import { organisation, useOrganisation } from './use-organisation.ts';
import type { ChartPlace } from './view/chart-props.ts';
import { ChartView } from './view/chart-view.tsx';
import type { MapPlace } from './view/map-props.ts';
import { MapView } from './view/map-view.tsx';
import type { SeenViewPlace } from './view/seen-view.ts';

type ViewPlaceProps = {
  readonly page: Extract<Page, { view: 'organisation' }>;
  /** The key of the visit. */
  readonly visit: number;
  /** Where the view tells what of it can be saved. */
  readonly view: SeenViewPlace;
};

export function ViewPlace({ page, visit, view }: ViewPlaceProps) {
  const missing = useOrganisation((state) => state.missing);
  const totals = useOrganisation((state) => state.totals);
  const openPerson = useStore((state) => state.openPerson);
  const active = useLastActive(page);
  const isShown = missing === null && totals !== null && totals.layers > 1 && active !== null;
  return (
    <section
      className={isShown ? classes.chart : classes.view}
      aria-label={page.form === 'chart' ? 'Chart of the organisation' : 'Map of the organisation'}
    >
      {missing !== null && (
        <Empty
          title={page.asOf === undefined ? 'Not in the organisation' : 'Not known then'}
          action={
            <Button variant="default" onClick={() => openPerson(missing)}>
              Open their page
            </Button>
          }
        >
          <Missing id={missing} asOf={page.asOf ?? null} />
        </Empty>
      )}
      {missing === null && totals !== null && totals.layers <= 1 && (
        <NoChart people={totals.people} asOf={page.asOf ?? null} />
      )}
      {isShown && page.form === 'chart' && <Chart page={page} visit={visit} view={view} active={active} />}
      {isShown && page.form === 'map' && (
        <OrganisationMap page={page} visit={visit} view={view} active={active} totals={totals} />
      )}
    </section>
  );
}

/** Why somebody is not in what is shown. `asOf` null: it is as it is now. */
function Missing({ id, asOf }: { readonly id: UserId; readonly asOf: number | null }) {
  const who = <bdi title={id}>{shortId(id)}</bdi>;
  if (asOf === null) return <>Nobody lists {who}, and nothing is stored of them.</>;
  return (
    <>
      On {longDay(asOf)} nobody had listed {who} yet, and nothing was stored of them.
    </>
  );
}

function NoChart({ people, asOf }: { readonly people: number; readonly asOf: number | null }) {
  if (asOf !== null) return <Empty title="Nobody listed anybody then">Reporting lines were seen first later on.</Empty>;
  return people === 1 ? (
    <Empty title="One person is known">
      Others come as they are fetched: those they list, and those who list them.
    </Empty>
  ) : (
    <Empty title="Nobody lists anybody yet">
      Reporting lines follow from the direct reports that a person’s record lists. No record has any so far.
    </Empty>
  );
}

function Chart({ page, visit, view, active }: ViewPlaceProps & { readonly active: UserId }) {
  const isMarked = useOrganisation(isSomebodys);
  const isEntering = useOrganisation((state) => state.isEntering);
  const select = useSelect(page);
  const openPerson = useStore((state) => state.openPerson);
  const kept = useOrganisation((state) => state.left.get(visit)?.chart ?? null);
  const snapshot = useOrganisation((state) => state.shown?.snapshot ?? 0);
  const spotlight = useOrganisation((state) => state.spotlight) ?? undefined;
  const keep = useCallback((chart: ChartPlace) => organisation.getState().keep(visit, { chart }), [visit]);
  return (
    <ChartView
      snapshot={snapshot}
      spotlight={spotlight}
      active={active}
      isEntering={isEntering}
      isMarked={isMarked}
      visit={visit}
      kept={kept}
      view={view}
      onPlace={keep}
      onActivate={(id) => organisation.getState().enter(id, 'near')}
      onSelect={select}
      onOpen={openPerson}
    />
  );
}

function OrganisationMap({
  page,
  visit,
  view,
  active,
  totals,
}: ViewPlaceProps & { readonly active: UserId; readonly totals: OrganisationTotals }) {
  const isMarked = useOrganisation(isSomebodys);
  const isEntering = useOrganisation((state) => state.isEntering);
  const select = useSelect(page);
  const openPage = useStore((state) => state.openPage);
  const openPerson = useStore((state) => state.openPerson);
  const colour = useOrganisation((state) => state.mapColour);
  const spotlight = useOrganisation((state) => state.spotlight);
  const look = useMemo(() => ({ colour, spotlight: spotlight ?? undefined }), [colour, spotlight]);
  const asOf = useOrganisation((state) => state.shownAsOf);
  const everybody = useMemo(() => everybodyCount(totals), [totals]);
  const kept = useOrganisation((state) => state.left.get(visit)?.map ?? null);
  const keep = useCallback((map: MapPlace) => organisation.getState().keep(visit, { map }), [visit]);
  return (
    <MapView
      active={active}
      isEntering={isEntering}
      isMarked={isMarked}
      asOf={asOf}
      visit={visit}
      kept={kept}
      view={view}
      look={look}
      spotlightWords={spotlight?.words ?? ''}
      everybody={everybody}
      onPlace={keep}
      onActivate={(id) => organisation.getState().enter(id, 'near')}
      onSelect={select}
      onOpen={openPerson}
      onChart={(id) => openPage({ ...page, id, form: 'chart' })}
    />
  );
}

/** Who is selected in a view, also where the page is about them already and the tree is at a row that is nobody's. */
function useSelect(page: ViewPlaceProps['page']): (id: UserId) => void {
  const openPage = useStore((state) => state.openPage);
  return (id) => {
    const { active, enter } = organisation.getState();
    if (!isSomebodys({ active })) void enter(id, 'near');
    openPage({ ...page, id });
  };
}

/** Whether the active row is a person's, or on its way. */
function isSomebodys({ active }: { readonly active: ActiveRow | null }): boolean {
  return active?.data?.kind !== 'alone';
}

/** Who is active, and until a row on its way has come, who was before it. */
function useLastActive(page: ViewPlaceProps['page']): UserId | null {
  const now = useOrganisation((state) => personOf(state.active?.data));
  const [last, setLast] = useState(now ?? page.id);
  if (now !== null && now !== last) setLast(now);
  return now ?? last;
}
