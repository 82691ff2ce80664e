/** What stands in the heading of a territory that is saved: two lines, one below the other. */
import type { Colouring } from '../../contract/map-tints.ts';
import { peopleCountWords } from '../../contract/people-count.ts';
import { number, type Words } from '../svg/elements.ts';
import type { SavedMap } from './saved-map.ts';
import { palette } from './saved-palette.ts';
import { belowWords, countAt, countWords, type SavedPerson } from './saved-people.ts';

type HeadingLine = { readonly words: readonly Words[]; readonly size: number; readonly attributes: string };

/** The name, and below it the role and how many there are; of nobody: everybody's. `sizes`: of their letters. */
export function headingLines(
  { forest, layout, colour, shares }: SavedMap,
  territory: number,
  person: SavedPerson | undefined,
  sizes: { readonly first: number; readonly second: number },
): { readonly first: HeadingLine; readonly second: HeadingLine } {
  const place = layout.territories.places[territory] ?? 0;
  const share = shareWords({ colour, shares }, territory);
  const words: Words[] =
    person === undefined
      ? [{ text: peopleCountWords(countAt(forest, 0), countWords) }]
      : [
          ...(person.isActive ? [] : [{ text: person.status, ink: person.ink }, { text: ' · ' }]),
          ...(person.role === '' ? [] : [{ text: `${person.role} · ` }]),
          { text: `${countWords(forest.direct[place] ?? 0)} direct · ${belowWords(forest, place)} below` },
        ];
  const ink = person?.isGone === true ? palette['ink-soft'] : palette.ink;
  const struck = person?.isGone === true ? ' text-decoration="line-through"' : '';
  return {
    first: {
      words: [{ text: person?.name ?? 'Everybody' }],
      size: sizes.first,
      attributes: ` font-size="${number(sizes.first)}" font-weight="600" fill="${ink}"${struck}`,
    },
    second: {
      words: share === '' ? words : [...words, { text: ` · ${share}` }],
      size: sizes.second,
      attributes: ` font-size="${number(sizes.second)}" fill="${palette['ink-soft']}"`,
    },
  };
}

const counted: { readonly [C in Exclude<Colouring, 'division'>]: string } = {
  status: 'deleted',
  availability: 'not available',
  age: 'older than a day',
  spotlight: 'in the spotlight',
};

/** "14 of 610 deleted": of those below. */
function shareWords({ colour, shares }: Pick<SavedMap, 'colour' | 'shares'>, territory: number): string {
  const count = shares?.[2 * territory] ?? 0;
  if (colour === 'division' || count === 0) return '';
  return `${countWords(count)} of ${countWords(shares?.[2 * territory + 1] ?? 0)} ${counted[colour]}`;
}
