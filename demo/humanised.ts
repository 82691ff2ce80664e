/** The same user in the form of v2: times in words, team and role by name, the primary e-mail as an address. */
import type { NamedId } from './assignment.ts';
import type { Organisation } from './organisation.ts';
import type { UserRecord } from './user-record.ts';

/** Milliseconds as ISO 8601 at an offset such as `+0530`; text and null stay. */
export const isoAt = (value: number | string | null, offset: string): string | null => {
  if (typeof value !== 'number') return value;
  const sign = offset.startsWith('-') ? -1 : 1;
  const minutes = sign * (Number(offset.slice(1, 3)) * 60 + Number(offset.slice(3, 5)));
  const local = new Date(value + minutes * 60_000).toISOString().slice(0, -1);
  return `${local}${offset.slice(0, 3)}:${offset.slice(3)}`;
};

/** `offset` is that of the person's office; the names of team and role replace their ids where given. */
export const humanised = (record: UserRecord, offset: string, team = '', role = ''): UserRecord => {
  const time = (value: number | string): string => isoAt(value, offset) ?? '';
  return {
    ...record,
    emails: record.emails.map((email) => ({
      ...email,
      createdAt: time(email.createdAt),
      updatedAt: time(email.updatedAt),
    })),
    createdAt: time(record.createdAt),
    updatedAt: time(record.updatedAt),
    dob:
      record.dob === 0
        ? null
        : typeof record.dob === 'number'
          ? new Date(record.dob).toISOString().slice(0, 10)
          : record.dob,
    deletedAt: isoAt(record.deletedAt, offset),
    team,
    role,
    primaryEmail: typeof record.primaryEmail === 'object' ? (record.primaryEmail?.email ?? null) : record.primaryEmail,
  };
};

const nameIn = (named: readonly NamedId[], id: string): string => named.find((entry) => entry.id === id)?.name ?? '';

/** What `GET /v2/ext/user/{userId}` sends as `_data`. */
export const humanisedUser = (organisation: Organisation, index: number): UserRecord => {
  const { teams, pods, roles } = organisation;
  const record = organisation.recordOf(index);
  const { offset } = organisation.officeOf(index);
  return humanised(record, offset, nameIn([...teams, ...pods], record.team), nameIn(roles, record.role));
};
