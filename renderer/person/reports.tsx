/** Everybody who reports to a person directly, with counts, a filter by status, and the ones that could not be fetched. */
import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { IconLayoutGrid, IconList } from '@tabler/icons-react';
import { useState } from 'react';
import type { PersonPage, ReportEntry } from '../../contract/person.ts';
import { statusWords } from '../../contract/status-words.ts';
import { Banner } from '../failure/banner.tsx';
import { DrawMore } from '../layout/draw-more.tsx';
import { TypedList } from '../layout/typed-list.tsx';
import { useDrawn } from '../layout/use-drawn.ts';
import { VirtualRows } from '../layout/virtual-rows.tsx';
import { OrganisationLink } from '../name/organisation-link.tsx';
import { StatusFilter } from '../status/status-filter.tsx';
import type { ReportsShown, Visit } from '../store/history.ts';
import { useStore } from '../store/use-store.ts';
import { Age } from '../time/ago.tsx';
import { count } from '../words/locale.ts';
import { BelowTools } from './below-tools.tsx';
import { LongReports } from './long-reports.tsx';
import { otherReports } from './other-reports.ts';
import { PeerList } from './peer-list.tsx';
import classes from './person.module.css';
import { missingReports, notKnown, totalBelow } from './report-counts.ts';
import { reportKey, reportName } from './report-key.ts';
import { ReportRow } from './report-row.tsx';
import { reportTally, statusOf } from './report-tally.ts';
import own from './reports-tab.module.css';
import { SelfListed } from './self-listed.tsx';
import { useKeptHeight } from './use-kept-height.ts';

const rowHeight = 52;
/** More cards take longer to draw than a click may. */
const cardsDrawn = 100;

type ReportsView = ReportsShown['view'];

const views = [
  { view: 'rows', name: 'As a table', Icon: IconList },
  { view: 'cards', name: 'As cards', Icon: IconLayoutGrid },
] as const satisfies readonly { view: ReportsView; name: string; Icon: unknown }[];

export function Reports({ page, visit }: { readonly page: PersonPage; readonly visit: Visit }) {
  const retryReports = useStore((state) => state.retryReports);
  const keepPlace = useStore((state) => state.keepPlace);
  // Kept with the visit: where one comes back, the row that one left is among those shown.
  const [{ view, status }, setShown] = useState<ReportsShown>(visit.reports ?? { view: 'rows', status: null });
  const show = (change: Partial<ReportsShown>) => {
    const reports = { view, status, ...change };
    setShown(reports);
    keepPlace(visit.key, { reports });
  };
  const reports = otherReports(page);
  const shown = reports.filter((entry) => status === null || statusOf(entry) === status);
  const tally = reportTally(page);
  const { waiting, failed, notFound } = tally;
  const isLong = page.reportTotals !== null;
  const ofStatus = status === null ? tally.entries : (tally.byStatus[status] ?? 0);
  const said = page.carried.find(({ field }) => field === 'reportees');

  return (
    <div className={classes.stack}>
      <Figures page={page} failed={failed} />
      <BelowTools page={page} />
      {failed + notFound > 0 && (
        <Banner
          tone="warn"
          title={missingReports({ failed, notFound })}
          action={
            <Button variant="default" onClick={retryReports}>
              Try again
            </Button>
          }
        >
          Why is said in each line. The others are complete.
        </Banner>
      )}
      <section className={classes.card} aria-labelledby="reports-list">
        <div className={classes.captionLine}>
          <div className={own.reportTools}>
            <h2 id="reports-list" className={classes.caption}>
              Direct reports
            </h2>
            <span className={classes.note} role="status">
              {waiting > 0 && (isLong ? `${count(waiting)} not fetched yet` : `Fetching ${count(waiting)} more…`)}
            </span>
          </div>
          {reports.length > 0 && (
            <div className={own.reportTools}>
              <StatusFilter
                counts={tally.byStatus}
                all={tally.entries}
                chosen={status}
                onChoose={(chosen) => show({ status: chosen })}
              />
              {!isLong && <ViewSwitch view={view} onChoose={(chosen) => show({ view: chosen })} />}
            </div>
          )}
        </div>
        {said !== undefined && (
          <p className={classes.note}>
            The newest reply does not say who reports to this person. Last said <Age at={said.seenAt} />.
          </p>
        )}
        <SelfListed page={page} />
        {isLong && ofStatus > 0 ? (
          <LongReports page={page} status={status} count={ofStatus} rowHeight={rowHeight} />
        ) : shown.length > 0 && view === 'cards' ? (
          <ReportCards entries={shown} />
        ) : shown.length > 0 ? (
          <VirtualRows
            label="Direct reports"
            count={shown.length}
            rowHeight={rowHeight}
            nameAt={(index) => reportName(shown[index])}
            row={(index) => {
              const entry = shown[index];
              return entry === undefined ? null : <ReportRow entry={entry} />;
            }}
          />
        ) : (
          <p className={classes.nothing}>
            {status === null ? 'Nobody.' : `Nobody who is ${statusWords[status].toLowerCase()}.`}
          </p>
        )}
      </section>
      {page.peers.length > 0 && (
        <div className={classes.card}>
          <PeerList page={page} />
        </div>
      )}
    </div>
  );
}

function ReportCards({ entries }: { readonly entries: readonly ReportEntry[] }) {
  const drawn = useDrawn(entries.length, cardsDrawn);
  return (
    <>
      <TypedList
        className={own.reportCards}
        label="Direct reports"
        names={entries.slice(0, drawn.drawn).map(reportName)}
      >
        {entries.slice(0, drawn.drawn).map((entry) => (
          <li key={reportKey(entry)}>
            <ReportRow entry={entry} brief />
          </li>
        ))}
      </TypedList>
      <DrawMore of={drawn} />
    </>
  );
}

type ViewSwitchProps = { readonly view: ReportsView; readonly onChoose: (view: ReportsView) => void };

function ViewSwitch({ view, onChoose }: ViewSwitchProps) {
  return (
    <div className={own.views}>
      {views.map(({ view: one, name, Icon }) => (
        <Tooltip key={one} label={name}>
          <ActionIcon aria-label={name} aria-pressed={one === view} onClick={() => onChoose(one)}>
            <Icon size={17} stroke={1.7} aria-hidden="true" />
          </ActionIcon>
        </Tooltip>
      ))}
    </div>
  );
}

type FiguresProps = { readonly page: PersonPage; readonly failed: number };

function Figures({ page: { user, summary }, failed }: FiguresProps) {
  const { direct, layers } = summary;
  const missing = useKeptHeight<HTMLSpanElement>(user.id);
  return (
    <dl className={own.figures}>
      <div>
        <dt>Direct (span of control)</dt>
        <dd>{count(direct)}</dd>
      </div>
      <div>
        <dt>In all</dt>
        <dd>
          {totalBelow(summary)}
          {/* Its line is there while it is empty. */}
          <span ref={missing} className={`${classes.aside} ${own.notKnown}`}>
            {notKnown(summary, failed).join(', ')}
          </span>
        </dd>
      </div>
      <div>
        <dt>Layers below</dt>
        <dd>
          {count(layers)}
          <span className={`${classes.aside} ${own.notKnown}`}>
            <OrganisationLink id={user.id} />
          </span>
        </dd>
      </div>
    </dl>
  );
}
