/** People as CSV: one line each, everything of a person that fits a cell. */
import type { Status, User } from '../../contract/user.ts';
import { exportedEmails } from '../email/exported-emails.ts';
import { shownStatus } from '../reading/status.ts';
import { type Cell, csvLine } from './cells.ts';
import { localTimeText } from './local-time-text.ts';
import { type ExportRecord, isoTime } from './record.ts';
import { statusText } from './status-text.ts';

/** Spreadsheets take a file without it for one in the computer's old encoding. */
export const byteOrderMark = '\ufeff';
const between = '; ';

/** Everything that a line says of somebody. */
export type CsvPerson = Pick<
  User,
  | 'id'
  | 'name'
  | 'firstName'
  | 'middleName'
  | 'lastName'
  | 'username'
  | 'isActive'
  | 'isDeleted'
  | 'deletedAt'
  | 'availability'
  | 'timezone'
  | 'createdAt'
  | 'updatedAt'
> &
  Omit<ExportRecord, 'user'> & {
    /** As it is shown. */
    readonly status: Status;
    readonly reportCount: number;
    /** As `exportedEmails` has them, remarks included. */
    readonly emails: readonly string[];
    readonly phones: readonly string[];
  };

type Column = readonly [heading: string, cell: (person: CsvPerson, at: number) => Cell];

const columns: readonly Column[] = [
  ['Name', ({ name }) => name],
  ['First name', ({ firstName }) => firstName ?? ''],
  ['Middle name', ({ middleName }) => middleName ?? ''],
  ['Last name', ({ lastName }) => lastName ?? ''],
  ['Username', ({ username }) => username ?? ''],
  ['Status', ({ status }) => ({ verbatim: statusText(status) })],
  ['Active', ({ status, isActive }) => flag(status, isActive)],
  ['Deleted', ({ status, isDeleted }) => flag(status, isDeleted)],
  ['Deleted at', ({ deletedAt }) => isoTime(deletedAt)],
  ['Not found since', ({ notFoundSince }) => isoTime(notFoundSince)],
  ['Availability', ({ availability }) => availability ?? ''],
  ['Role', ({ role }) => role?.name ?? role?.id ?? ''],
  ['Team', ({ team }) => team?.name ?? team?.id ?? ''],
  ['Manager', ({ managers }) => managers.map(({ name }) => name).join(between)],
  ['Manager id', ({ managers }) => managers.map(({ id }) => id).join(between)],
  ['Direct reports', ({ reportCount }) => ({ verbatim: String(reportCount) })],
  ['E-mails', ({ emails }) => emails.join(between)],
  ['Phones', ({ phones }) => phones.join(between)],
  ['Time zone', ({ timezone }) => timezone ?? ''],
  ['Created', ({ createdAt }) => isoTime(createdAt)],
  ['Updated', ({ updatedAt }) => isoTime(updatedAt)],
  ['Fetched at', ({ fetchedAt }) => isoTime(fetchedAt)],
  ['Id', ({ id }) => id],
];

/** Behind the time zone, for those who want it: a moment later it is another. */
const localTime: Column = ['Local time', ({ status, timezone }, at) => localTimeText(status, timezone, at)];
const withLocalTime: readonly Column[] = columns.flatMap((column) =>
  column[0] === 'Time zone' ? [column, localTime] : [column],
);

export function csvHead(hasLocalTime: boolean): string {
  const head = hasLocalTime ? withLocalTime : columns;
  return byteOrderMark + csvLine(head.map(([heading]) => ({ verbatim: heading })));
}

/** `at`: when local times are taken, in milliseconds since 1970-01-01T00:00Z; null: there is no column of them. */
export function csvOf(at: number | null): (person: CsvPerson) => string {
  const all = at === null ? columns : withLocalTime;
  return (person) => csvLine(all.map(([, cell]) => cell(person, at ?? 0)));
}

/** Of a reply that was read. */
export function csvPersonOf({ user, ...record }: ExportRecord): CsvPerson {
  const { addresses, remarks } = exportedEmails(user);
  return {
    ...user,
    ...record,
    status: shownStatus(user.status, record.notFoundSince),
    reportCount: user.reports.length,
    emails: [...addresses.map(({ address }) => address), ...remarks],
    phones: user.phones.map(({ number }) => number),
  };
}

/** Empty for somebody who is not found: a filter on "Active" must not keep who is gone, and "not deleted" is not known either. */
function flag(status: Status, value: boolean | null): Cell {
  return { verbatim: value === null || status === 'not-found' ? '' : String(value) };
}
