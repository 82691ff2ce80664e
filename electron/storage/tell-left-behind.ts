/** Who is left behind, told with the managers who are gone and the nearest who is there. */
import { mostNamed } from '../../contract/bounds.ts';
import type { LeftBehind, PersonCard } from '../../contract/person.ts';
import { isGone } from '../reading/status.ts';
import { inOrder } from '../reporting/claim-order.ts';
import { isLeftBehind, nearestThere } from '../reporting/left-behind.ts';
import type { PersonKey } from '../sqlite/person-ids.ts';
import type { Upward } from './claims-upward.ts';
import type { PeopleTable } from './people-table.ts';

export type LeftBehindFrom = Upward & { readonly people: Pick<PeopleTable, 'statusOf' | 'cardOfKey'> };

/** `most`: so many managers are named. Null: nobody lists the person, or a manager of theirs is there. Whether the person is, is not asked. */
export function tellLeftBehind(
  { claims, managers, people }: LeftBehindFrom,
  person: PersonKey,
  most = mostNamed,
): LeftBehind | null {
  const areGone = (manager: PersonKey): boolean => {
    const status = people.statusOf(manager);
    return status !== null && isGone(status);
  };
  if (!isLeftBehind(claims, areGone, person)) return null;
  const nearest = nearestThere(managers, areGone, person);
  return {
    ...namedManagers({ claims, managers, people }, person, most),
    nearest: nearest === null ? null : people.cardOfKey(nearest),
  };
}

/** Who list a person: their manager first, then the one whose claim was seen last. */
export function namedManagers(
  { claims, managers, people }: LeftBehindFrom,
  person: PersonKey,
  most = mostNamed,
): { readonly managers: PersonCard[]; readonly more: number } {
  const all = claims.claimsOn(person);
  const first = inOrder(all, { first: managers.of(person), limit: most });
  const named = first.flatMap(({ manager }) => people.cardOfKey(manager) ?? []);
  return { managers: named, more: all.length - named.length };
}
