/** How large the organisation is, in words. Pure. */
import type { OrganisationTotals } from '../../contract/organisation.ts';
import { count } from '../words/locale.ts';
import { notFetchedWords } from '../words/not-fetched.ts';

/** "1,200 people · 9 layers · 7 tops · 6 not found · 38 not fetched yet · 2 could not be fetched". People are those that the rail counts too. */
export function totalsWords({ people, layers, tops, notFetched, failed, notFound }: OrganisationTotals): string {
  const parts = [
    `${count(people)} ${people === 1 ? 'person' : 'people'}`,
    `${count(layers)} ${layers === 1 ? 'layer' : 'layers'}`,
    `${count(tops)} ${tops === 1 ? 'top' : 'tops'}`,
  ];
  if (notFound > 0) parts.push(`${count(notFound)} not found`);
  parts.push(...notFetchedWords({ notFetched, failed }));
  return parts.join(' · ');
}

/** Said where more rows are open than a page has room for. */
export function cutRowsWords(rows: number, limit: number): string {
  return `The first ${count(limit)} of ${count(rows)} open rows are here: close branches, or find somebody, to see others`;
}
