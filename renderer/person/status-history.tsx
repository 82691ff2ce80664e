/** How the three answers changed, as far as Rolodesk has seen: one row for each change, the newest first. */
import type { NotFoundSpan, StatusObservation } from '../../contract/person.ts';
import { availabilityWord } from '../status/availability-word.ts';
import { StatusWord } from '../status/status-badge.tsx';
import { noDate } from '../status/status-of.ts';
import { Age, Day } from '../time/ago.tsx';
import classes from './person.module.css';
import table from './small-table.module.css';
import { type StatusEvent, statusEvents } from './status-events.ts';

type StatusHistoryProps = {
  readonly observations: readonly StatusObservation[];
  readonly notFound: readonly NotFoundSpan[];
  /** Of the newest record, whose date of deletion came in a form that cannot be read. */
  readonly isDateUnread: boolean;
};

export function StatusHistory({ observations, notFound, isDateUnread }: StatusHistoryProps) {
  const events = statusEvents(observations, notFound);
  if (events.length === 0) return null;
  return (
    <section aria-labelledby="history">
      <h2 id="history" className={classes.caption}>
        History, as far as it was seen from here
      </h2>
      <div className={table.frame}>
        <table className={table.table}>
          <thead>
            <tr>
              <th scope="col">Seen from</th>
              <th scope="col">Status</th>
              <th scope="col">Active</th>
              <th scope="col">Deleted</th>
              <th scope="col">Deleted on</th>
              <th scope="col">Availability</th>
            </tr>
          </thead>
          <tbody>
            {events.map((event, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two changes may have been seen at the same moment
              <tr key={index}>
                <th scope="row">
                  <Day at={event.at} />{' '}
                  <span className={table.aside}>
                    <Age at={event.at} />
                  </span>
                </th>
                <EventCells
                  event={event}
                  isDateUnread={isDateUnread && event.what === 'record' && event.record === observations[0]}
                />
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

type EventCellsProps = { readonly event: StatusEvent; readonly isDateUnread: boolean };

function EventCells({ event, isDateUnread }: EventCellsProps) {
  if (event.what === 'not-found') {
    return (
      <>
        <td>
          <StatusWord status="not-found" />
        </td>
        <td colSpan={4}>The server says that there is no such user.</td>
      </>
    );
  }
  if (event.record === null) return <td colSpan={5}>The server has this user again.</td>;
  const { status, isActive, isDeleted, deletedAt, availability } = event.record;
  return (
    <>
      <td>
        <StatusWord status={status} />
        {event.what === 'found-again' && <span className={table.aside}> found again</span>}
      </td>
      <td>{flag(isActive)}</td>
      <td>{flag(isDeleted)}</td>
      <td>
        {deletedAt === null ? <span className={table.none}>{noDate(isDateUnread)}</span> : <Day at={deletedAt} />}
      </td>
      <td>
        {availability === null ? (
          <span className={table.none}>not said</span>
        ) : (
          <bdi>{availabilityWord(availability)}</bdi>
        )}
      </td>
    </>
  );
}

function flag(value: boolean | null) {
  return value === null ? <span className={table.none}>not said</span> : value ? 'Yes' : 'No';
}
