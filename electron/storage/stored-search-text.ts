/** What is indexed of somebody who is stored, made once more from their newest reply and the status that is shown. */

import { type SearchText, searchTextOf } from '../search/words.ts';
import type { PersonKey } from '../sqlite/person-ids.ts';
import type { Reader } from './reader.ts';
import { createReadStored } from './stored-user.ts';
import type { Tables } from './tables.ts';

export function createStoredSearchText(
  tables: Pick<Tables, 'ids' | 'people' | 'observations'>,
  reader: Reader,
): (key: PersonKey) => SearchText | null {
  const { people } = tables;
  const readStored = createReadStored(tables, reader);
  return (key) => {
    const user = readStored(key)?.user ?? null;
    const status = people.statusOf(key);
    return user === null || status === null ? null : searchTextOf(user, status);
  };
}
