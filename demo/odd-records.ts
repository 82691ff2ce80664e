/** Records whose form is not what the reference promises, as real ones are not. */
import type { Blemish } from './blemishes.ts';
import { humanised } from './humanised.ts';
import type { SentUser, UserRecord } from './user-record.ts';

const seconds = (value: number | string): number | string =>
  typeof value === 'number' ? Math.floor(value / 1000) : value;

/** What is sent for a record: itself, unless the blemish is one of form. */
export const sentAs = (record: UserRecord, blemish: Blemish | null, index: number): SentUser => {
  switch (blemish) {
    case 'wrong-types':
      return { ...record, bio: 42, phones: 'ext. 117', timezone: null, dob: 'unknown', gender: false };
    case 'missing-fields': {
      const { middleName, dob, coverImageUrl, phones, displayName, availabilityStatus, data, ...rest } = record;
      return rest;
    }
    case 'humanised-values': {
      // Half arrive in v2's form, half in seconds, as after an import.
      if (index % 2 === 0) return { ...humanised(record, '+0530'), team: record.team, role: record.role };
      const emails = record.emails.map((email) => ({
        ...email,
        createdAt: seconds(email.createdAt),
        updatedAt: seconds(email.updatedAt),
      }));
      return { ...record, emails, createdAt: seconds(record.createdAt), updatedAt: seconds(record.updatedAt) };
    }
    default:
      return record;
  }
};
