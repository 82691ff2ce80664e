/** One line of the direct reports: known, on its way, not found, failed and why, or never an id. Each keeps the same height. */

import { ActionIcon, Tooltip, VisuallyHidden } from '@mantine/core';
import { IconAlertTriangle, IconRotateClockwise } from '@tabler/icons-react';
import type { Failure } from '../../contract/failures.ts';
import type { PersonCard, ReportEntry } from '../../contract/person.ts';
import { PersonRow, RowSkeleton } from '../card/person-row.tsx';
import { labelText } from '../name/label-text.ts';
import { PersonLink } from '../name/person-link.tsx';
import { PersonName } from '../name/person-name.tsx';
import { shortId } from '../name/short-id.ts';
import { PersonPicture } from '../picture/person-picture.tsx';
import { SinceLine, StatusWord } from '../status/status-badge.tsx';
import { isGone, neverStored } from '../status/status-of.ts';
import { useStore } from '../store/use-store.ts';
import { failureWords } from '../words/failure-words.ts';
import classes from './reports.module.css';

type ReportRowProps = {
  readonly entry: ReportEntry;
  /** Name, role and status only. */
  readonly brief?: boolean;
};

export function ReportRow({ entry, brief = false }: ReportRowProps) {
  const retryReports = useStore((state) => state.retryReports);
  if (entry.state === 'known') return brief ? <CardRow card={entry.card} /> : <PersonRow card={entry.card} />;
  if (entry.state === 'waiting') {
    return (
      <div className={classes.row} aria-busy="true" title={entry.id}>
        <RowSkeleton />
      </div>
    );
  }
  if (entry.state === 'not-an-id') {
    return (
      <div className={classes.row}>
        <span className={classes.sign}>
          <IconAlertTriangle size={18} stroke={1.7} aria-hidden="true" />
        </span>
        <span className={classes.who}>
          <bdi className={classes.text} title={entry.text}>
            {entry.text}
          </bdi>
          <span className={classes.why}>Listed as a report, but not a user id</span>
        </span>
      </div>
    );
  }
  const failure: Failure = entry.state === 'failed' ? entry.failure : { kind: 'not-found', id: entry.id };
  const why = failureWords(failure).title;
  const id = (
    <bdi className={classes.text} title={entry.id}>
      {shortId(entry.id)}
    </bdi>
  );
  return (
    <div className={classes.row}>
      <span className={classes.sign}>
        <IconAlertTriangle size={18} stroke={1.7} aria-hidden="true" />
      </span>
      <PersonLink id={entry.id} className={classes.who}>
        {entry.state === 'not-found' ? (
          <>
            <span className={classes.shared}>
              {id}
              {/* The badge shows why already, and there is seldom room for that twice. */}
              <VisuallyHidden> {why} </VisuallyHidden>
              <StatusWord status="not-found" />
            </span>{' '}
            <SinceLine of={neverStored(entry.since)} />
          </>
        ) : (
          <>
            {id}{' '}
            <span className={classes.why} title={why}>
              {why}
            </span>
          </>
        )}
      </PersonLink>
      <Tooltip label="Try again">
        <ActionIcon aria-label={`Try again to fetch ${entry.id}`} onClick={retryReports}>
          <IconRotateClockwise size={16} stroke={1.7} aria-hidden="true" />
        </ActionIcon>
      </Tooltip>
    </div>
  );
}

export function CardRow({ card }: { readonly card: PersonCard }) {
  const label = card.role ?? card.team;
  const line =
    label === null
      ? card.username === null
        ? (card.email ?? shortId(card.id))
        : `@${card.username}`
      : labelText(label, card.role === null ? 'team' : 'role');
  const name = <PersonName name={card.name} status={card.status} short />;
  const what = (
    <span className={classes.why} title={line}>
      <bdi>{line}</bdi>
    </span>
  );
  return (
    <PersonLink id={card.id} className={classes.row}>
      <PersonPicture id={card.id} name={card.name} picture={card.picture} size={36} />
      {isGone(card) ? (
        // The date shares its line with the role, not with the name, which there would be no room for beside both.
        <span className={classes.who}>
          <span className={classes.shared}>
            {name}
            <StatusWord status={card.status} />
          </span>{' '}
          <span className={classes.shared}>
            {what}
            <SinceLine of={card} brief />
          </span>
        </span>
      ) : (
        <>
          <span className={classes.who}>
            {name}
            {what}
          </span>
          <StatusWord status={card.status} />
        </>
      )}
    </PersonLink>
  );
}
