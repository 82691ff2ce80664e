/** What the map says in words: its colours, a heading, and where a flight arrived. Pure. */

import { shareSteps } from '../../../contract/map-colours.ts';
import type { Colouring } from '../../../contract/map-tints.ts';
import type { Member } from '../../../contract/organisation.ts';
import type { Share } from '../../../contract/organisation-spotlight.ts';
import { count } from '../../words/locale.ts';
import { belowNumber, memberName, shareNumber } from '../row-words.ts';
import { roleOf } from './card-words.ts';

/** What is counted of those below a heading. */
const countedWords: { readonly [C in Colouring]: string } = {
  division: '',
  status: 'deleted',
  availability: 'not available',
  age: 'older than a day',
  spotlight: '',
};

/** "24 of 296 deleted", and shorter. */
export function shareForms(colour: Colouring, share: Share): readonly string[] {
  const number = shareNumber(share);
  return countedWords[colour] === '' ? [number] : [`${number} ${countedWords[colour]}`, number];
}

/** "24 of 1,184 people are deleted", "610 of 1,184 people match". */
export function wholeWords(colour: Colouring, { count: some, of }: Share): string {
  const are = some === 1 ? 'is' : 'are';
  const people = `${count(some)} of ${count(of)} people`;
  return colour === 'spotlight'
    ? `${people} ${some === 1 ? 'matches' : 'match'}`
    : `${people} ${are} ${countedWords[colour]}`;
}

/** Said where the system's own colours are forced, which tell nothing apart. */
export const forcedWords: { readonly [C in Colouring]: string } = {
  division: 'Your system sets the colours: divisions all look the same, and their names stand on the map.',
  status: 'Your system sets the colours: the denser a branch, the more of its people are deleted.',
  availability: 'Your system sets the colours: the denser a branch, the more of its people are not available.',
  age: 'Your system sets the colours: the denser a branch, the more of its people were fetched longer than a day ago.',
  spotlight: 'Your system sets the colours: the denser a branch, the more of its people match.',
};

/** Above the divisions that have the most. */
export const mostWords: { readonly [C in Colouring]: string } = {
  division: '',
  status: 'Most deleted',
  availability: 'Most not available',
  age: 'Most older than a day',
  spotlight: 'Most matches',
};

/** By the step of a share, from nobody on. */
export const stepWords: readonly string[] = [
  'Nobody',
  ...shareSteps.map((most, nth) =>
    nth === shareSteps.length - 1 ? `Over ${percent(shareSteps[nth - 1] ?? 0)}` : `Up to ${percent(most)}`,
  ),
];

function percent(share: number): string {
  return `${Math.round(100 * share)} %`;
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
