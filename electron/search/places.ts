/** Where somebody who was found stands among the others: by what of them matched, and by who they are. */
import { statusRank } from '../sqlite/status-order.ts';
import type { Candidate } from './index-table.ts';
import type { Meant } from './marks.ts';
import type { Query } from './query.ts';

/** What matched. In this order people of one status are shown. */
const places = [
  'compound-handle',
  'compound-begun',
  'name-whole',
  // Whose role is held by a few: there is one CTO.
  'few-initials',
  'name-begun',
  // By a name that is not the one shown: a given name in another script, ü written as ue.
  'other-name',
  'label-whole',
  'initials',
  'handle',
  'label',
  'anywhere',
  'handle-begun',
  'phone',
  'id',
  'meant-whole',
  'meant-begun',
  'meant-other',
] as const;
export type Place = (typeof places)[number];

export type Found = Candidate & { readonly place: Place };

const rank = new Map(places.map((place, nth) => [place, nth] as const));
const rankOf = (place: Place): number => rank.get(place) ?? places.length;

export const isBetter = (one: Place, other: Place): boolean => rankOf(one) < rankOf(other);

/**
 * What was typed before what it only begins an id with, before what may have been meant: an active stranger is not who
 * is looked for, rather than somebody of the very name who has left.
 */
const kindOf = (place: Place): number => (place === 'id' ? 1 : place.startsWith('meant') ? 2 : 0);

/** The best first. Each person's weight is worked out once: comparing them again and again would take longer than finding them. */
export function inOrder(found: readonly Found[], { words }: Query, meant: Meant): Found[] {
  const [first = ''] = words;
  const firsts = [first, ...(meant.get(first) ?? [])];
  const typed = words.join(' ');
  const weightOf = ({ status, place, sortName, reportCount }: Found) => {
    const late = sortName.startsWith(typed) ? 0 : firsts.some((one) => sortName.startsWith(one)) ? 1 : 2;
    // Of several words typed, a name with none beside them is nearest.
    const further = words.length > 1 ? Math.min(sortName.split(' ').length, 9) : 0;
    // Between two of one name, the one with people is looked up more often.
    const parts = [kindOf(place), statusRank(status), rankOf(place), late, further, reportCount > 0 ? 0 : 1];
    return parts.reduce((weight, one) => weight * 20 + one, 0);
  };
  return found
    .map((one) => ({ one, weight: weightOf(one) }))
    .sort((a, b) => a.weight - b.weight || compared(a.one.sortName, b.one.sortName) || a.one.key - b.one.key)
    .map(({ one }) => one);
}

function compared(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
