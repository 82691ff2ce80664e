/** What a row of the tree says, as a screen reader reads it and as its tooltip shows it. Pure. */
import type { Member, TreeRow } from '../../contract/organisation.ts';
import type { Share } from '../../contract/organisation-spotlight.ts';
import { statusWords } from '../../contract/status-words.ts';
import { labelText } from '../name/label-text.ts';
import { count } from '../words/locale.ts';
import { notFetchedWords } from '../words/not-fetched.ts';

export const missingWords: { readonly [M in NonNullable<Member['missing']>]: string } = {
  waiting: 'not fetched yet',
  failed: 'could not be fetched',
  'not-found': 'not found',
};

/** "Listed by nobody, leading nobody (500)". */
export function aloneWords(people: number): string {
  return `Listed by nobody, leading nobody (${count(people)})`;
}

/** The name, or the id where none is known. */
export function memberName({ card, id }: Pick<Member, 'card' | 'id'>): string {
  return card?.name ?? id;
}

/** Whether somebody is in the spotlight, and of those below them who is; null: nobody is asked about. */
export type Spot = Extract<TreeRow, { kind: 'member' }>['spot'];

export function rowWords(row: TreeRow): string {
  return row.kind === 'alone' ? aloneWords(row.count) : personWords(row.member, row.spot);
}

/** "Ana Silva, Team lead, inactive, matches, 47 below, 14 of 46 match, 2 managers". */
export function personWords(member: Member, spot: Spot | { readonly isMatch: boolean } = null): string {
  const shares = spot !== null && 'of' in spot && spot.of > 0 ? [`${shareNumber(spot)} match`] : [];
  return [
    memberName(member),
    ...whoWords(member),
    ...(spot?.isMatch ? ['matches'] : []),
    ...countWords(member),
    ...shares,
    ...markWords(member),
  ].join(', ');
}

/** "14 of 610". */
export function shareNumber({ count: some, of }: Share): string {
  return `${count(some)} of ${count(of)}`;
}

/** Role and status, where there is something to say of it. */
export function whoWords({ card, missing }: Pick<Member, 'card' | 'missing'>): string[] {
  if (card === null) return missing === null ? [] : [missingWords[missing]];
  const role = card.role === null ? [] : [labelText(card.role, 'role')];
  return card.status === 'active' ? role : [...role, statusWords[card.status].toLowerCase()];
}

/** "47", or "≥ 42" where more may come. */
export function belowNumber({ below, notFetched }: Pick<Member, 'below' | 'notFetched'>): string {
  return `${notFetched > 0 ? '≥ ' : ''}${count(below)}`;
}

/** "1 not found, 3 not fetched yet, 2 could not be fetched": a part for each reason why nothing is stored of somebody. */
export function notStoredWords({
  notFetched,
  failed,
  notFound,
}: Pick<Member, 'notFetched' | 'failed' | 'notFound'>): string[] {
  return [...(notFound > 0 ? [`${count(notFound)} not found`] : []), ...notFetchedWords({ notFetched, failed })];
}

/** "at least 42 below, of them 1 not found, 3 not fetched yet, 2 could not be fetched, and 5 through another manager". */
export function countWords(
  member: Pick<Member, 'below' | 'notFetched' | 'failed' | 'notFound' | 'throughOthers'>,
): string[] {
  const { below, notFetched, throughOthers } = member;
  const words: string[] = [];
  if (below > 0) words.push(`${notFetched > 0 ? 'at least ' : ''}${count(below)} below`);
  // Who is only listed is among those below.
  const [first, ...others] = notStoredWords(member);
  if (first !== undefined) words.push(`of them ${first}`, ...others);
  if (throughOthers > 0) words.push(`${below > 0 ? 'and ' : ''}${count(throughOthers)} through another manager`);
  return words;
}

/** How many managers list somebody, where they are several. */
export function managersOf({
  otherManagers,
  moreManagers,
  level,
}: Pick<Member, 'otherManagers' | 'moreManagers' | 'level'>): number {
  const others = otherManagers.length + moreManagers;
  return others === 0 ? 0 : others + (level > 1 ? 1 : 0);
}

export function markWords(member: Member): string[] {
  const managers = managersOf(member);
  const words: string[] = [];
  if (managers > 1) words.push(`${count(managers)} managers`);
  if (member.circle !== null) words.push('in a circle');
  if (member.listsThemselves) words.push('lists themselves');
  if (member.nearestThere !== null) words.push(`nearest manager who is there: ${member.nearestThere.name}`);
  return words;
}

/** "Ana → Bo → Cem → Ana": each lists the next. */
export function circleWords({ people, more }: NonNullable<Member['circle']>): string {
  const names = people.map(({ name }) => name);
  const rest = more > 0 ? [`${count(more)} more`] : [];
  return [...names, ...rest, names[0] ?? ''].join(' → ');
}
