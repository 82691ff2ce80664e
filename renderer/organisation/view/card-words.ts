/** What a card of the chart says. Pure. */
import type { Member } from '../../../contract/organisation.ts';
import { statusWords } from '../../../contract/status-words.ts';
import { labelText } from '../../name/label-text.ts';
import { calendarDay } from '../../time/relative-time.ts';
import { count } from '../../words/locale.ts';
import { countWords, markWords, memberName, missingWords } from '../row-words.ts';
import type { IconName } from './icon-paths.ts';

export function iconOf({ card, missing }: Pick<Member, 'card' | 'missing'>): IconName {
  return card?.status ?? missing ?? 'unknown';
}

export function statusWordOf({ card, missing }: Pick<Member, 'card' | 'missing'>): string {
  if (card !== null) return statusWords[card.status];
  const words = missingWords[missing ?? 'waiting'];
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Struck through: nobody is there any more. */
export function isGoneMember(member: Pick<Member, 'card' | 'missing'>): boolean {
  const icon = iconOf(member);
  return icon === 'deleted' || icon === 'not-found';
}

/** Below the name; empty where nothing is known. */
export function roleOf({ card }: Pick<Member, 'card'>): string {
  const role = card?.role ?? null;
  return role === null ? '' : labelText(role, 'role');
}

/** After the status. */
export function remarksOf(member: Member): string {
  const { throughOthers } = member;
  const others = throughOthers > 0 ? countWords({ ...member, below: 0, notFetched: 0, failed: 0, notFound: 0 }) : [];
  return [...markWords(member), ...others].join(' · ');
}

/** Of another manager's card: what they claim, and when that was seen. */
export function claimWords(
  other: Member,
  centre: Member | undefined,
): { readonly lists: string; readonly seen: string } {
  const claim = centre?.otherManagers.find(({ manager }) => manager.id === other.id);
  return {
    lists: centre === undefined ? 'Another manager' : `Also lists ${memberName(centre)}`,
    seen: claim === undefined ? '' : `seen ${calendarDay(claim.seenAt)}`,
  };
}

/** What is told once a chart is shown: whose, and how large their part of the organisation is. */
export function arrivalWords(member: Member): string {
  const { level, below } = member;
  const above = level > 1 ? `${count(level - 1)} above` : 'nobody above';
  return `Chart of ${memberName(member)}: ${above}, ${below > 0 ? `${count(below)} below` : 'nobody below'}`;
}
