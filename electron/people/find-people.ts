/** What the search is answered: people who match, a list's people, or somebody who could be fetched. */
import type { CallOutput, ParsedInput } from '../../contract/calls.ts';
import { type Outcome, succeeded } from '../../contract/failures.ts';
import type { Clock } from '../clock.ts';
import { findIds } from '../pasted/find-ids.ts';
import { readList } from '../pasted/read-list.ts';
import type { DirectoryReads } from '../storage/reads.ts';
import type { OfOverview } from './overview-store.ts';

type Found = CallOutput<'people.find'>;

export type FindPeopleNeeds = {
  readonly store: DirectoryReads;
  readonly findListed: OfOverview<'findListed'>;
  readonly clock: Pick<Clock, 'monotonic'>;
};

export async function findPeople(
  { store, findListed, clock }: FindPeopleNeeds,
  { text, status, limit }: ParsedInput<'people.find'>,
): Promise<Outcome<Found>> {
  const began = clock.monotonic();
  const whose = store.whose();
  const known = store.peopleCount();
  const answer = (found: Found['found'], more: Partial<Found> = {}) =>
    succeeded({ found, known, fetchable: null, listed: null, ...more, tookMs: clock.monotonic() - began });

  if (readList(text, () => whose) !== null) {
    const looked = await findListed({ text, status, limit });
    if (!looked.ok) return looked;
    if (looked.value !== null) return answer([...looked.value.found], { listed: looked.value.listed });
  }
  const found = store.find({ text, status, limit });
  const [named] = findIds(text, whose, false).ids.map(store.idAsStored);
  const card = named === undefined ? undefined : store.cards([named]).get(named);
  // Prose may name somebody by whose words nobody would be found.
  const isWanted = card !== undefined && (status === null || card.status === status);
  if (named !== undefined && isWanted && !found.some((one) => one.card.id === named)) {
    found.unshift({ card, marks: [], because: { field: 'id', text: named, marks: [] } });
  }
  return answer(found.slice(0, limit), { fetchable: named !== undefined && card === undefined ? named : null });
}
