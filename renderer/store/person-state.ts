/** What a visit knows of its person. */
import type { Failure } from '../../contract/failures.ts';
import type { UserId } from '../../contract/ids.ts';
import type { PersonPage } from '../../contract/person.ts';

/** `again` is why the last refresh brought nothing, while what was there before stays. */
export type PersonState =
  | { readonly state: 'loading'; readonly id: UserId }
  | { readonly state: 'shown'; readonly page: PersonPage; readonly refreshing: boolean; readonly again: Failure | null }
  | { readonly state: 'failed'; readonly id: UserId; readonly failure: Failure };

export function idOf(person: PersonState): UserId {
  return person.state === 'shown' ? person.page.user.id : person.id;
}
