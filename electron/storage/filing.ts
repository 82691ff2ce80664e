/** Puts a person as now known into the table of people, and what they are found by into the indexes. */
import type { User } from '../../contract/user.ts';
import { shownStatus } from '../reading/status.ts';
import { hashOf, searchTextAsOne, searchTextOf } from '../search/words.ts';
import type { PersonKey } from '../sqlite/person-ids.ts';
import type { Carried } from './carried.ts';
import { contactsOf } from './filed-contacts.ts';
import type { PersonBefore } from './people-table.ts';
import { recordProblemsOf } from './record-problems.ts';
import { carriedFieldsOf } from './stored-user.ts';
import type { Tables } from './tables.ts';

export type Filing = {
  readonly key: PersonKey;
  /** With what is carried over from older replies. */
  readonly user: User;
  readonly observation: number;
  readonly fetchedAt: number;
  /** When a reply last spoke of direct reports; null: the one of `fetchedAt` did. */
  readonly reportsAt: number | null;
  readonly isWhole: boolean;
  /** What of the user is carried over. */
  readonly carried: readonly Carried[];
  readonly readerVersion: number;
};

/** Within a transaction that ends with `settleCounts` of the table of people. */
export function filePerson(
  { people, index, handles, recordProblems }: Pick<Tables, 'people' | 'index' | 'handles' | 'recordProblems'>,
  filing: Filing,
  before: PersonBefore | null,
): void {
  const search = searchTextOf(filing.user, shownStatus(filing.user.status, before?.not_found_since ?? null));
  const searchHash = hashOf(searchTextAsOne(search));
  // What was there before stands in the row that is replaced.
  handles.put(filing.key, before === null ? null : people.contacts(filing.key), contactsOf(filing.user));
  const carried = carriedFieldsOf(filing.carried, filing.fetchedAt);
  recordProblems.put(filing.key, recordProblemsOf(filing.user, carried), before === null);
  people.put({ ...filing, sortName: search.sortName, searchHash }, before);
  if (before === null) index.add(filing.key, search);
  else if (before.search_hash !== searchHash) index.put(filing.key, search);
}
