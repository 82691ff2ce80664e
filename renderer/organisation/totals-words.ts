/** How large the organisation is, in words. Pure. */
import type { Member, OrganisationTotals } from '../../contract/organisation.ts';
import { onlyListedWords, type PeopleCount, peopleCountWords } from '../../contract/people-count.ts';
import { count } from '../words/locale.ts';
import { notStoredWords } from './row-words.ts';

/**
 * "1,200 people · 9 layers · 7 tops · 46 only listed (6 not found, 38 not fetched yet, 2 could not be fetched)". People are those
 * that the rail counts too.
 */
export function totalsWords(totals: OrganisationTotals): string {
  const { layers, tops } = totals;
  const { people, onlyListed } = everybodyCount(totals);
  const parts = [
    peopleWords({ people, onlyListed: 0 }),
    `${count(layers)} ${layers === 1 ? 'layer' : 'layers'}`,
    `${count(tops)} ${tops === 1 ? 'top' : 'tops'}`,
  ];
  if (onlyListed > 0) parts.push(`${count(onlyListed)} ${onlyListedWords} (${notStoredWords(totals).join(', ')})`);
  return parts.join(' · ');
}

/** "1,200 people, 7 only listed". */
export function peopleWords(of: PeopleCount): string {
  return peopleCountWords(of, count);
}

/** `people`: those who are stored. */
export function everybodyCount({
  people,
  notFetched,
  notFound,
}: Pick<OrganisationTotals, 'people' | 'notFetched' | 'notFound'>): PeopleCount {
  return { people, onlyListed: notFetched + notFound };
}

/** Somebody and everybody below. */
export function branchCount({
  card,
  below,
  notFetched,
  notFound,
}: Pick<Member, 'card' | 'below' | 'notFetched' | 'notFound'>): PeopleCount {
  const onlyListed = notFetched + notFound + (card === null ? 1 : 0);
  return { people: below + 1 - onlyListed, onlyListed };
}

/** Said where more rows are open than a page has room for. */
export function cutRowsWords(rows: number, limit: number): string {
  return `The first ${count(limit)} of ${count(rows)} open rows are here: close branches, or find somebody, to see others`;
}
