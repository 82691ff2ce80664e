/** What the search is answered: people who match, a list's people, or somebody who could be fetched. */
import type { CallOutput, ParsedInput } from '../../contract/calls.ts';
import { type Outcome, succeeded } from '../../contract/failures.ts';
import { findIds } from '../pasted/find-ids.ts';
import { readList } from '../pasted/read-list.ts';
import type { DirectoryReads } from '../storage/reads.ts';
import type { OfOverview } from './overview-store.ts';

type Found = CallOutput<'people.find'>;

export type FindPeopleNeeds = {
  readonly store: DirectoryReads;
  readonly findListed: OfOverview<'findListed'>;
};

export async function findPeople(
  { store, findListed }: FindPeopleNeeds,
  { text, status, limit }: ParsedInput<'people.find'>,
): Promise<Outcome<Found>> {
  const whose = store.whose();
  const known = store.peopleCount();

  if (readList(text, () => whose) !== null) {
    const looked = await findListed({ text, status, limit });
    if (!looked.ok) return looked;
    if (looked.value !== null) {
      const { found, listed, counts } = looked.value;
      return succeeded({ found: [...found], known, fetchable: null, listed, counts });
    }
  }
  const { found, first, counts } = store.findCounted({ text, status, limit });
  const [named] = findIds(text, whose, false).ids.map(store.idAsStored);
  const card = named === undefined ? undefined : store.cards([named]).get(named);
  // Prose may name somebody by whose words nobody would be found.
  if (card !== undefined && ![...first, ...found].some((one) => one.card.id === named)) {
    counts.byStatus[card.status] += 1;
    const isWanted = status === null || card.status === status;
    if (isWanted) found.unshift({ card, marks: [], because: { field: 'id', text: card.id, marks: [] } });
  }
  const isFetchable = named !== undefined && card === undefined;
  const fetchable = isFetchable ? { id: named, notFoundSince: store.notFoundSince(named) } : null;
  return succeeded({ found: found.slice(0, limit), known, fetchable, listed: null, counts });
}
