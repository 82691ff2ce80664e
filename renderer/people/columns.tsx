/** The columns of the table: what each is called, how wide it is at least, and what stands in its cells. */
import type { ReactNode } from 'react';
import type { TableColumn, TableRow } from '../../contract/table.ts';
import { later } from '../boundary/later.tsx';
import { PersonCell } from '../grid/person-cell.tsx';
import { labelText } from '../name/label-text.ts';
import { inStoredOrder } from '../name/number-runs.ts';
import { PersonPicture } from '../picture/person-picture.tsx';
import { availabilityWord } from '../status/availability-word.ts';
import { StatusBadge } from '../status/status-badge.tsx';
import { calendarDay, clockTime, fullTime, isAhead, relativeTime } from '../time/relative-time.ts';
import { count } from '../words/locale.ts';

const ZoneCell = later(async () => (await import('./zone-cells.tsx')).ZoneCell);
const LocalTimeCell = later(async () => (await import('./zone-cells.tsx')).LocalTimeCell);

type ColumnParts = {
  readonly name: string;
  /** In pixels. What is left over is shared out by `share`. */
  readonly least: number;
  /** The same where the filter's own column stands in place of the status: all of them fit a window of 1,000 pixels. */
  readonly tight?: number;
  readonly share: number;
} & Content;

/** Plain text where that will do: each element less is a frame the sooner. */
type Content =
  | { readonly cell: (row: TableRow) => ReactNode }
  | {
      readonly text: (row: TableRow, now: number) => ReactNode;
      /** Where it is more than the text, or the text is more than letters. */
      readonly title?: (row: TableRow) => string | undefined;
    };

export const tableColumns: { readonly [C in TableColumn]: ColumnParts } = {
  name: { name: 'Name', least: 200, share: 3.6, cell: (row) => <NameCell row={row} /> },
  status: { name: 'Status', least: 114, share: 2.2, cell: (row) => <StatusBadge of={row} brief /> },
  deleted: {
    name: 'Deleted on',
    least: 110,
    tight: 106,
    share: 0,
    text: ({ deletedAt }) => (deletedAt === null ? null : calendarDay(deletedAt)),
    title: ({ deletedAt }) => (deletedAt === null ? undefined : fullTime(deletedAt)),
  },
  notFound: {
    name: 'Not found since',
    least: 136,
    tight: 106,
    share: 0,
    text: ({ notFoundSince }, now) => (notFoundSince === null ? null : clockTime(notFoundSince, now)),
    title: ({ notFoundSince }) => (notFoundSince === null ? undefined : fullTime(notFoundSince)),
  },
  availability: {
    name: 'Availability',
    least: 112,
    share: 1,
    text: ({ availability }) => availability && availabilityWord(availability),
    title: ({ availability }) => availability ?? undefined,
  },
  role: { name: 'Role', least: 90, tight: 100, share: 2, text: ({ role }) => role && labelText(role, 'role') },
  team: { name: 'Team', least: 88, tight: 100, share: 2, text: ({ team }) => team && labelText(team, 'team') },
  manager: {
    name: 'Manager',
    least: 88,
    tight: 80,
    share: 2,
    text: ({ manager, otherManagers }) =>
      manager && (
        <>
          {/* The table takes its click as well: see `use-table-clicks.ts`. */}
          <a href={`#/user/${manager.id}`} tabIndex={-1} draggable={false} data-manager="">
            {manager.name}
          </a>
          {otherManagers > 0 && <span>{` +${count(otherManagers)}`}</span>}
        </>
      ),
    title: ({ manager, otherManagers }) =>
      manager === null || otherManagers === 0
        ? manager?.name
        : `${manager.name}, and ${count(otherManagers)} more who ${otherManagers === 1 ? 'lists' : 'list'} this person`,
  },
  reports: {
    name: 'Direct reports',
    least: 124,
    share: 0,
    text: ({ reportCount }) => (reportCount === 0 ? null : count(reportCount)),
  },
  email: { name: 'E-mail', least: 105, tight: 100, share: 3.2, text: ({ email }) => email },
  phone: { name: 'Phone', least: 140, share: 1, text: ({ phone }) => phone && inStoredOrder(phone) },
  timeZone: { name: 'Time zone', least: 130, share: 1, cell: (row) => <ZoneCell row={row} /> },
  localTime: { name: 'Local time', least: 170, share: 1, cell: (row) => <LocalTimeCell row={row} /> },
  username: { name: 'Username', least: 130, share: 2, text: ({ username }) => username },
  created: {
    name: 'Created',
    least: 110,
    share: 0,
    text: ({ createdAt }) => (createdAt === null ? null : calendarDay(createdAt)),
    title: ({ createdAt }) => (createdAt === null ? undefined : fullTime(createdAt)),
  },
  changed: {
    name: 'Changed',
    least: 110,
    share: 0,
    text: ({ updatedAt }, now) => (updatedAt === null ? null : relativeTime(updatedAt, now)),
    title: ({ updatedAt }) => (updatedAt === null ? undefined : fullTime(updatedAt)),
  },
  fetched: {
    name: 'Fetched',
    least: 110,
    share: 0,
    // What lies ahead was stored by a clock that was changed since: its age cannot be told.
    text: ({ fetchedAt }, now) => (isAhead(fetchedAt, now) ? calendarDay(fetchedAt) : relativeTime(fetchedAt, now)),
    title: ({ fetchedAt }) => fullTime(fetchedAt),
  },
  id: { name: 'Id', least: 300, share: 0, text: ({ id }) => id },
};

function NameCell({ row }: { readonly row: TableRow }) {
  const { id, name, username, picture } = row;
  return (
    <>
      <PersonPicture id={id} name={name} picture={picture} size={32} />
      <PersonCell person={row} under={username === null ? null : `@${username}`} />
    </>
  );
}
