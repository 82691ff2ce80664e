/**
 * What CSV says of people, out of the table of people alone: reading somebody's reply takes several times as long. It is read
 * where it says more than the table holds, or where the table was filled by another version of the reader.
 */
import type { DatabaseSync } from 'node:sqlite';
import { type CsvPerson, csvPersonOf } from '../export/people-csv.ts';
import type { ExportRecord } from '../export/record.ts';
import type { PersonKey } from '../sqlite/person-ids.ts';
import { statusFromNumber } from '../sqlite/status-order.ts';
import { number, orNull, prepareQuery, text, userId } from '../sqlite/typed-query.ts';
import { fromLines } from '../storage/cards.ts';
import { toFlag } from '../storage/filed-row.ts';
import type { Order } from './order.ts';
import { keyIn, type RowsShared } from './rows.ts';
import { storedColumns } from './stored-columns.ts';

/** Everything that is stored of a person, their reply read for it; null for one who is not. */
export type UserOf = (key: PersonKey) => Pick<ExportRecord, 'user' | 'fetchedAt' | 'notFoundSince'> | null;

/** In the order of the query. */
const kinds = [
  number, // key
  userId,
  number, // status
  text, // name
  orNull(text), // firstName
  orNull(text), // middleName
  orNull(text), // lastName
  orNull(text), // username
  orNull(number), // isActive
  orNull(number), // isDeleted
  orNull(number), // deletedAt
  orNull(number), // notFoundSince
  orNull(text), // availability
  orNull(text), // role
  orNull(text), // team
  number, // reportCount
  orNull(text), // emails
  orNull(text), // phones
  orNull(text), // timezone
  orNull(number), // createdAt
  orNull(number), // updatedAt
  number, // fetchedAt
  orNull(number), // isPlain
  number, // readerVersion
] as const;
const [roleAt, teamAt] = [13, 14] as const;

export type CsvPeopleNeeds = {
  readonly database: DatabaseSync;
  readonly shared: RowsShared;
  readonly userOf: UserOf;
  /** Of the reader that `userOf` reads with. */
  readonly readerVersion: number;
};

export function createCsvPeople({ database, shared, userOf, readerVersion: version }: CsvPeopleNeeds) {
  const { managersOf, rolesOf, teamsOf } = shared;
  const people = prepareQuery(
    database,
    `SELECT p.key, i.id, p.status, p.name, p.first_name, p.middle_name, p.last_name, p.username, p.is_active, p.is_deleted,
      ${storedColumns.deletedAt}, ${storedColumns.notFoundSince}, p.availability, p.role, p.team, p.report_count, p.emails,
      p.phones, ${storedColumns.timeZone}, ${storedColumns.createdAt}, ${storedColumns.updatedAt}, p.fetched_at, p.is_plain, p.reader_version
    FROM json_each(?) wanted CROSS JOIN people p ON p.key = wanted.value CROSS JOIN ids i ON i.key = p.key`,
    kinds,
  );

  /** In their order, without those who are not stored any more. */
  return (order: Order): CsvPerson[] => {
    const keys = Array.from(order, keyIn);
    const found = people.all(JSON.stringify(keys));
    const managers = managersOf(keys);
    const roleOf = rolesOf(found.map((row) => row[roleAt]));
    const teamOf = teamsOf(found.map((row) => row[teamAt]));
    return found.flatMap((row) => {
      const [key, id, status, name, firstName, middleName, lastName, username, isActive, isDeleted, ...others] = row;
      const [deletedAt, notFoundSince, availability, role, team, reportCount, emails, phones, timezone, ...times] =
        others;
      const [createdAt, updatedAt, fetchedAt, isPlain, readerVersion] = times;
      const common = { role: roleOf(role), team: teamOf(team), managers: managers.get(key) ?? [] };
      if (isPlain !== 1 || readerVersion !== version) {
        const stored = userOf(key);
        return stored === null ? [] : csvPersonOf({ ...stored, ...common });
      }
      return {
        id,
        status: statusFromNumber(status),
        name,
        firstName,
        middleName,
        lastName,
        username,
        isActive: toFlag(isActive),
        isDeleted: toFlag(isDeleted),
        deletedAt,
        notFoundSince,
        availability,
        ...common,
        reportCount,
        emails: fromLines(emails),
        phones: fromLines(phones),
        timezone,
        createdAt,
        updatedAt,
        fetchedAt,
      };
    });
  };
}
