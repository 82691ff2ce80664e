/** What a card of the chart says, drawn or read aloud. Pure. */
import type { Member } from '../../../contract/organisation.ts';
import { statusWords } from '../../../contract/status-words.ts';
import type { Status } from '../../../contract/user.ts';
import { statusSentence } from '../../status/status-of.ts';
import { calendarDay } from '../../time/relative-time.ts';
import { count } from '../../words/locale.ts';
import type { IconName } from './icon-paths.ts';

const missingWords = {
  waiting: 'Not fetched yet',
  failed: 'Could not be fetched',
  'not-found': 'Not found',
} as const satisfies Record<NonNullable<Member['missing']>, string>;

export function nameOf({ card, id }: Member): string {
  return card?.name ?? id;
}

export function iconOf({ card, missing }: Member): IconName {
  return card?.status ?? missing ?? 'unknown';
}

export function statusWordOf({ card, missing }: Member): string {
  return card !== null ? statusWords[card.status] : missingWords[missing ?? 'waiting'];
}

/** Struck through: nobody is there any more. */
export function isGoneMember(member: Member): boolean {
  const icon: Status | string = iconOf(member);
  return icon === 'deleted' || icon === 'not-found';
}

/** Below the name; empty where nothing is known. */
export function roleOf({ card }: Member): string {
  const role = card?.role ?? null;
  return role === null ? '' : (role.name ?? role.id);
}

/** After the status, the most telling first. */
export function remarksOf(member: Member): string[] {
  const { circle, otherManagers, moreManagers, listsThemselves, nearestThere, throughOthers } = member;
  const managers = 1 + otherManagers.length + moreManagers;
  return [
    ...(nearestThere !== null ? [`nearest manager who is there: ${nearestThere.name}`] : []),
    ...(circle !== null ? ['in a circle'] : []),
    ...(managers > 1 ? [`${managers} managers`] : []),
    ...(listsThemselves ? ['lists themselves'] : []),
    ...(throughOthers > 0 ? [`and ${count(throughOthers)} through another manager`] : []),
  ];
}

/** "▾ 47" without its mark: "≥ 42" where more may be below those not fetched. */
export function belowWords(below: number, member: Member | undefined): string {
  return `${(member?.notFetched ?? 0) > 0 ? '≥ ' : ''}${count(below)}`;
}

/** "In a circle: Ana → Bo → Ana". */
export function circleWords({ circle, id, card }: Member): string {
  if (circle === null) return '';
  const names = circle.people.map(({ name }) => name);
  const more = circle.more > 0 ? [`${count(circle.more)} more`] : [];
  return `In a circle: ${[...names, ...more, names[0] ?? card?.name ?? id].join(' → ')}`;
}

/** Of another manager's card: what they claim, and when that was seen. */
export function claimWords(
  other: Member,
  centre: Member | undefined,
): { readonly lists: string; readonly seen: string } {
  const claim = centre?.otherManagers.find(({ manager }) => manager.id === other.id);
  return {
    lists: centre === undefined ? 'Another manager' : `Also lists ${nameOf(centre)}`,
    seen: claim === undefined ? '' : `Seen ${calendarDay(claim.seenAt)}`,
  };
}

/** All of it in one line, as a screen reader reads it and a tooltip shows it. */
export function memberSentence(member: Member): string {
  const { card, below, notFetched } = member;
  const role = roleOf(member);
  return [
    nameOf(member),
    ...(role === '' ? [] : [role]),
    card === null ? statusWordOf(member) : statusSentence(card),
    ...(below > 0
      ? [`${belowWords(below, member)} below${notFetched > 0 ? `, ${count(notFetched)} not fetched` : ''}`]
      : []),
    ...remarksOf(member),
  ].join(', ');
}
