/** What the map says in words: its colours, a heading, and where a flight arrived. Pure. */

import type { Member } from '../../../contract/organisation.ts';
import type { MapColour } from '../../../contract/organisation-map.ts';
import { count } from '../../words/locale.ts';
import { belowNumber, memberName } from '../row-words.ts';
import { roleOf } from './card-words.ts';

const unusualWords: { readonly [C in Exclude<MapColour, 'division'>]: string } = {
  status: 'not active',
  availability: 'not available',
  age: 'older than a day',
};

/** How many of a territory are not what is usual, as far as its colour says it; '' where nobody is. */
export function shareWords(colour: MapColour, byte: number): string {
  if (colour === 'division' || byte >> 4 === 0) return '';
  return `≤ ${Math.ceil((100 * (byte >> 4)) / 15)} % ${unusualWords[colour]}`;
}

/** "Chief Product Officer · 11 direct · 23,820 below". */
export function headingWords(member: Member): string {
  const role = roleOf(member);
  return [...(role === '' ? [] : [role]), `${count(member.direct)} direct`, `${belowNumber(member)} below`].join(' · ');
}

/** What is told once somebody is shown on the map. */
export function arrivedWords(member: Member): string {
  const { level, below } = member;
  const above = level > 1 ? `${count(level - 1)} above` : 'nobody above';
  return `${memberName(member)} on the map: ${above}, ${below > 0 ? `${count(below)} below` : 'nobody below'}`;
}
