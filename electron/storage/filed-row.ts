/** A person as the table of people files them: its columns, and what stands in each. */
import type { SQLInputValue } from 'node:sqlite';
import type { User } from '../../contract/user.ts';
import { exportedEmails } from '../email/exported-emails.ts';
import type { PersonKey } from '../sqlite/person-ids.ts';
import { type FiledContacts, toLines } from './filed-contacts.ts';

export type FilePerson = {
  readonly key: PersonKey;
  readonly user: User;
  readonly sortName: string;
  readonly searchHash: number;
  readonly fetchedAt: number;
  /** When a reply last spoke of direct reports; null: the one of `fetchedAt` did. */
  readonly reportsAt: number | null;
  readonly observation: number;
  readonly readerVersion: number;
  readonly isWhole: boolean;
};

/** `status`: by the numbers of `status-order.ts`. */
type Filed = FilePerson & { readonly status: number; readonly contacts: FiledContacts };

const columns: { readonly [column: string]: (filed: Filed) => SQLInputValue } = {
  key: ({ key }) => key,
  status: ({ status }) => status,
  sort_name: ({ sortName }) => sortName,
  name: ({ user }) => user.name,
  username: ({ contacts }) => contacts.username,
  emails: ({ contacts }) => toLines(contacts.emails),
  phones: ({ contacts }) => toLines(contacts.phones),
  availability: ({ user }) => user.availability,
  role: ({ user }) => user.role,
  team: ({ user }) => user.team,
  picture_url: ({ user }) => user.profileImageUrl,
  report_count: ({ user }) => user.reports.length,
  created_at: ({ user }) => user.createdAt,
  updated_at: ({ user }) => user.updatedAt,
  deleted_at: ({ user }) => user.deletedAt,
  fetched_at: ({ fetchedAt }) => fetchedAt,
  reports_at: ({ reportsAt }) => reportsAt,
  observation: ({ observation }) => observation,
  reader_version: ({ readerVersion }) => readerVersion,
  is_whole: ({ isWhole }) => Number(isWhole),
  report_oddities: ({ user }) => oddities(user),
  search_hash: ({ searchHash }) => searchHash,
  time_zone: ({ user }) => user.timezone,
  first_name: ({ user }) => user.firstName,
  middle_name: ({ user }) => user.middleName,
  last_name: ({ user }) => user.lastName,
  is_active: ({ user }) => fromFlag(user.isActive),
  is_deleted: ({ user }) => fromFlag(user.isDeleted),
  is_plain: ({ user, contacts }) => Number(isPlain(user, contacts)),
};

export const filedColumns: readonly string[] = Object.keys(columns);
const values = Object.values(columns);

/** In the order of `filedColumns`. */
export function filedRow(filed: Filed): SQLInputValue[] {
  return values.map((value) => value(filed));
}

function oddities({ notIds, duplicateReports: duplicates }: User): string | null {
  return notIds.length === 0 && duplicates.length === 0 ? null : JSON.stringify({ notIds, duplicates });
}

/** Ids of 36 characters have one spelling, so that each of them counts. */
function isPlain(user: User, { emails, phones }: FiledContacts): boolean {
  const { addresses, remarks } = exportedEmails(user);
  return (
    remarks.length === 0 &&
    addresses.length === emails.length &&
    addresses.every(({ address }, nth) => address === emails[nth]) &&
    user.phones.every(({ number }, nth) => number === phones[nth]) &&
    user.reports.every((id) => id.length === 36)
  );
}

/** A flag as a column holds it. */
export function fromFlag(flag: boolean | null): number | null {
  return flag === null ? null : Number(flag);
}

export function toFlag(stored: number | null): boolean | null {
  return stored === null ? null : stored !== 0;
}
