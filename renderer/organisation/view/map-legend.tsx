/** What the colours of the map say, in words: what each stands for, how many that is, and where most of them are. */
import { codeWords, colourWords } from '../../../contract/map-colour-words.ts';
import { blockGround, type Colouring, cardColours, territoryGround } from '../../../contract/map-tints.ts';
import type { Member } from '../../../contract/organisation.ts';
import { type Item, personExtra } from '../../../contract/organisation-items.ts';
import type { MapShares } from '../../../contract/organisation-map.ts';
import { count } from '../../words/locale.ts';
import { memberName, shareNumber } from '../row-words.ts';
import classes from './map.module.css';
import { forcedWords, mostWords, stepWords, wholeWords } from './map-words.ts';
import type { Palette } from './palette.ts';

/** More divisions are counted. */
const mostNamed = 8;

type MapLegendProps = {
  readonly colour: Colouring;
  /** Who is in the spotlight. */
  readonly words: string;
  /** What is counted of everybody; null: nobody is, or it is on its way. */
  readonly tally: MapShares | null;
  /** The keys of those who lead the divisions, by their colour. */
  readonly divisions: ReadonlyMap<number, number>;
  readonly memberOf: (key: number) => Member | undefined;
  /** Null: not read yet. Forced colours tell nothing apart. */
  readonly palette: Palette | null;
};

type Entry = { readonly byte: number; readonly words: string; readonly people?: number | undefined };

export function MapLegend({ colour, words, tally, divisions, memberOf, palette }: MapLegendProps) {
  const nameOf = (key: number): string => {
    const member = memberOf(key);
    return member === undefined ? '…' : memberName(member);
  };
  const isForced = palette?.isForced === true;
  // A list of colours that are not drawn would name what nobody sees.
  const isListed = !isForced || (colour !== 'spotlight' && colour !== 'division');
  const entries = !isListed ? [] : entriesOf(colour, divisions, tally, nameOf);
  const more = colour === 'division' && isListed ? divisions.size - entries.length : 0;
  return (
    <details className={classes.legend} open>
      <summary>{colour === 'spotlight' ? <bdi title={words}>{words}</bdi> : colourWords[colour]}</summary>
      {isCounted(colour) && <p className={classes.total}>{tally !== null && wholeWords(colour, tally.whole)}</p>}
      {isForced && <p>{forcedWords[colour]}</p>}
      <ul>
        {entries.map((entry) => (
          <li key={entry.byte} title={entry.words}>
            {palette?.isForced !== true && (
              <span className={classes.swatch} style={palette === null ? {} : swatch(palette, colour, entry.byte)} />
            )}
            <bdi>{entry.words}</bdi>
            {entry.people !== undefined && <span className={classes.people}>{count(entry.people)}</span>}
          </li>
        ))}
      </ul>
      {more > 0 && <p>and {count(more)} more</p>}
      {!isForced && colour !== 'division' && colour !== 'spotlight' && (
        <p>The stronger the colour, the more of them.</p>
      )}
      {isCounted(colour) && (
        <div className={classes.most}>
          {tally !== null && tally.most.length > 0 && (
            <>
              <p>{mostWords[colour]}</p>
              <ol>
                {tally.most.map(({ key, ...share }) => (
                  <li key={key}>
                    <bdi>{nameOf(key)}</bdi>
                    <span className={classes.people}>{shareNumber(share)}</span>
                  </li>
                ))}
              </ol>
            </>
          )}
        </div>
      )}
    </details>
  );
}

/** Whether people are counted by it. What comes of that has its room before. */
const isCounted = (colour: Colouring): boolean => mostWords[colour] !== '';

function entriesOf(
  colour: Colouring,
  divisions: MapLegendProps['divisions'],
  tally: MapShares | null,
  nameOf: (key: number) => string,
): readonly Entry[] {
  if (colour === 'division') {
    return [...divisions].slice(0, mostNamed).map(([byte, key]) => ({ byte, words: nameOf(key) }));
  }
  if (colour === 'spotlight') return stepWords.map((words, step) => ({ byte: step === 0 ? 0 : step * 16 + 1, words }));
  return codeWords[colour].map(([byte, words]) => ({ byte, words, people: tally?.codes[byte] }));
}

function swatch(palette: Palette, colour: Colouring, byte: number) {
  if (colour === 'division') return { background: blockGround(palette, colour, byte) };
  if (colour === 'spotlight') {
    const ground = territoryGround(palette, colour, byte, 2);
    return { background: ground, borderColor: blockGround(palette, colour, byte) };
  }
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
