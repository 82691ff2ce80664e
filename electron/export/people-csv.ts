/** People as CSV: one line each, everything of a person that fits a cell. */
import type { User } from '../../contract/user.ts';
import { exportedEmails } from '../email/exported-emails.ts';
import { shownStatus } from '../reading/status.ts';
import { type Cell, csvLine } from './cells.ts';
import { type ExportRecord, isoTime } from './record.ts';
import { statusText } from './status-text.ts';

/** Spreadsheets take a file without it for one in the computer's old encoding. */
export const byteOrderMark = '\ufeff';
const between = '; ';

const columns: readonly (readonly [heading: string, cell: (record: ExportRecord) => Cell])[] = [
  ['Name', ({ user }) => user.name],
  ['First name', ({ user }) => user.firstName ?? ''],
  ['Middle name', ({ user }) => user.middleName ?? ''],
  ['Last name', ({ user }) => user.lastName ?? ''],
  ['Username', ({ user }) => user.username ?? ''],
  ['Status', ({ user, notFoundSince }) => ({ verbatim: statusText(shownStatus(user.status, notFoundSince)) })],
  ['Active', (record) => flag(record, record.user.isActive)],
  ['Deleted', (record) => flag(record, record.user.isDeleted)],
  ['Deleted at', ({ user }) => isoTime(user.deletedAt)],
  ['Not found since', ({ notFoundSince }) => isoTime(notFoundSince)],
  ['Availability', ({ user }) => user.availability ?? ''],
  ['Role', ({ role }) => role?.name ?? role?.id ?? ''],
  ['Team', ({ team }) => team?.name ?? team?.id ?? ''],
  ['Manager', ({ managers }) => managers.map(({ name }) => name).join(between)],
  ['Manager id', ({ managers }) => managers.map(({ id }) => id).join(between)],
  ['Direct reports', ({ user }) => ({ verbatim: String(user.reports.length) })],
  ['E-mails', ({ user }) => emailsOf(user).join(between)],
  ['Phones', ({ user }) => user.phones.map(({ number }) => number).join(between)],
  ['Time zone', ({ user }) => user.timezone ?? ''],
  ['Created', ({ user }) => isoTime(user.createdAt)],
  ['Updated', ({ user }) => isoTime(user.updatedAt)],
  ['Fetched at', ({ fetchedAt }) => isoTime(fetchedAt)],
  ['Id', ({ user }) => user.id],
];

export const csvHead = byteOrderMark + csvLine(columns.map(([heading]) => ({ verbatim: heading })));

export function csvOf(record: ExportRecord): string {
  return csvLine(columns.map(([, cell]) => cell(record)));
}

function emailsOf(user: User): readonly string[] {
  const { addresses, remarks } = exportedEmails(user);
  return [...addresses.map(({ address }) => address), ...remarks];
}

/** Empty for somebody who is not found: a filter on "Active" must not keep who is gone, and "not deleted" is not known either. */
function flag({ user, notFoundSince }: ExportRecord, value: boolean | null): Cell {
  const isKnown = value !== null && shownStatus(user.status, notFoundSince) !== 'not-found';
  return { verbatim: isKnown ? String(value) : '' };
}
