/** Rows of the table as text: what is seen, with tabs between the columns. */
import type { TableColumn, TableRow } from '../../contract/table.ts';
import { type Cell, tabbedLine } from './cells.ts';
import { localTimeText } from './local-time-text.ts';
import { isoTime } from './record.ts';
import { datedStatusText } from './status-text.ts';

type Row = Omit<TableRow, 'timeZone' | 'manager' | 'otherManagers' | 'selected'> & {
  readonly timeZone: string | null;
  readonly managers: readonly { readonly name: string }[];
};

const columns: {
  readonly [C in TableColumn]: readonly [heading: string, cell: (row: Row, at: number) => Cell | null];
} = {
  name: ['Name', ({ name }) => name],
  status: ['Status', (row) => ({ verbatim: datedStatusText(row) })],
  deleted: ['Deleted on', ({ deletedAt }) => isoTime(deletedAt)],
  notFound: ['Not found since', ({ notFoundSince }) => isoTime(notFoundSince)],
  availability: ['Availability', ({ availability }) => availability],
  role: ['Role', ({ role }) => role?.name ?? role?.id ?? null],
  team: ['Team', ({ team }) => team?.name ?? team?.id ?? null],
  manager: ['Manager', ({ managers }) => managers.map(({ name }) => name).join('; ')],
  reports: ['Direct reports', ({ reportCount }) => ({ verbatim: String(reportCount) })],
  email: ['E-mail', ({ email }) => email],
  phone: ['Phone', ({ phone }) => phone],
  timeZone: ['Time zone', ({ timeZone }) => timeZone],
  localTime: ['Local time', ({ status, timeZone }, at) => localTimeText(status, timeZone, at)],
  username: ['Username', ({ username }) => username],
  created: ['Created', ({ createdAt }) => isoTime(createdAt)],
  changed: ['Changed', ({ updatedAt }) => isoTime(updatedAt)],
  fetched: ['Fetched', ({ fetchedAt }) => isoTime(fetchedAt)],
  id: ['Id', ({ id }) => id],
};

export function textHead(chosen: readonly TableColumn[]): string {
  return tabbedLine(chosen.map((column) => ({ verbatim: columns[column][0] })));
}

/** `at`: when local times are taken, in milliseconds since 1970-01-01T00:00Z. */
export function textOf(row: Row, chosen: readonly TableColumn[], at: number): string {
  return tabbedLine(chosen.map((column) => columns[column][1](row, at) ?? ''));
}
