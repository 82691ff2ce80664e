/** What the colours of the map say, in words. */

import { codeWords, colourWords } from '../../../contract/map-colour-words.ts';
import { blockGround, cardColours } from '../../../contract/map-tints.ts';
import type { Member } from '../../../contract/organisation.ts';
import { type Item, personExtra } from '../../../contract/organisation-items.ts';
import type { MapColour } from '../../../contract/organisation-map.ts';
import { count } from '../../words/locale.ts';
import { memberName } from '../row-words.ts';
import classes from './map.module.css';
import type { Palette } from './palette.ts';

/** More divisions are counted. */
const mostNamed = 8;

type MapLegendProps = {
  readonly colour: MapColour;
  /** The keys of those who lead the divisions, by their colour. */
  readonly divisions: ReadonlyMap<number, number>;
  readonly memberOf: (key: number) => Member | undefined;
  /** Null: not read yet. Forced colours tell nothing apart. */
  readonly palette: Palette | null;
};

export function MapLegend({ colour, divisions, memberOf, palette }: MapLegendProps) {
  const entries =
    colour === 'division'
      ? [...divisions].slice(0, mostNamed).map(([byte, key]) => {
          const member = memberOf(key);
          return { byte, words: member === undefined ? '…' : memberName(member) };
        })
      : codeWords[colour].map(([byte, words]) => ({ byte, words }));
  const more = colour === 'division' ? divisions.size - entries.length : 0;
  return (
    <details className={classes.legend} open>
      <summary>{colourWords[colour]}</summary>
      <ul>
        {entries.map(({ byte, words }) => (
          <li key={byte}>
            {palette?.isForced === false && <span className={classes.swatch} style={swatch(palette, colour, byte)} />}
            <bdi>{words}</bdi>
          </li>
        ))}
      </ul>
      {more > 0 && <p>and {count(more)} more</p>}
      {colour !== 'division' && <p>The stronger the colour, the more of them.</p>}
    </details>
  );
}

function swatch(palette: Palette, colour: MapColour, byte: number) {
  if (colour === 'division') return { background: blockGround(palette, colour, byte) };
  const { ground, line } = cardColours(palette, colour, byte);
  return { background: ground, borderColor: line };
}

/** By colour, the key of who leads the division: it comes before all that is in it. */
export function divisionsIn(items: readonly Item[]): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  for (const item of items) {
    const { colour } = personExtra(item);
    if (colour !== 0 && item.kind !== 'card' && item.kind !== 'cards' && !found.has(colour))
      found.set(colour, item.key);
  }
  return new Map([...found].sort(([a], [b]) => a - b));
}
