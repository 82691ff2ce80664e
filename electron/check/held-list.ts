/**
 * The list that is held in memory: of each row where it stood and what it says, and which row said the same before it. As much as
 * can be is kept in typed arrays: a list has up to a hundred thousand rows.
 */
import { firstUnits } from '../../contract/bounded-text.ts';
import { longestWord } from '../../contract/bounds.ts';
import { shortened } from '../reading/read-notes.ts';
import type { ListRow } from '../storage/checks-table.ts';
import { lookupsOfRow, sayingOf } from './lookups.ts';
import type { RowReader, RowText } from './row-text.ts';

/** Places of rows that wait for the same lookup: mostly one. */
type Places = number | number[];

/** In `first`: the row is blank. */
export const isBlank = -1;

export type HeldList = {
  readonly size: number;
  readonly line: Int32Array;
  readonly part: Int32Array;
  /** The place of the first row that says the same, which is its own where none did; or `isBlank`. */
  readonly first: Int32Array;
  /** As it is shown: shortened. */
  readonly given: readonly string[];
  /** Where in that stands what was found; 0: at its beginning, or nothing was. */
  readonly foundAt: Uint8Array;
  /** Of rows that are the first to say it. */
  readonly textAt: (place: number) => RowText | null;
  /** First rows that may be about whatever has one of these lookups. */
  readonly placesOf: (lookups: Iterable<string>) => Set<number>;
  /** Takes the next rows. */
  readonly add: (rows: readonly ListRow[]) => void;
  readonly added: () => number;
  /** Where the rows of each part begin. */
  readonly partBegins: readonly number[];
};

/** `key`: the column that is looked up; null: the list is lines. */
export function createHeldList(size: number, key: number | null, reader: RowReader): HeldList {
  const line = new Int32Array(size);
  const part = new Int32Array(size);
  const first = new Int32Array(size);
  const given: string[] = [];
  const foundAt = new Uint8Array(size);
  const texts = new Map<number, RowText>();
  const said = new Map<string, number>();
  const waiting = new Map<string, Places>();
  const partBegins: number[] = [];

  const wait = (lookup: string, place: number) => {
    const before = waiting.get(lookup);
    if (before === undefined) waiting.set(lookup, place);
    else if (typeof before === 'number') waiting.set(lookup, [before, place]);
    else before.push(place);
  };
  const place = (row: ListRow) => {
    const nth = given.length;
    const { text, read } = readRow(row, key, reader);
    line[nth] = row[0];
    part[nth] = row[1];
    const shown = shownOf(text, read);
    foundAt[nth] = shown.foundAt;
    given.push(shown.text);
    if (read.kind === 'empty') {
      first[nth] = isBlank;
      return;
    }
    const saying = sayingOf(read, text);
    const before = said.get(saying);
    first[nth] = before ?? nth;
    if (before !== undefined) return;
    said.set(saying, nth);
    texts.set(nth, read);
    for (const lookup of lookupsOfRow(read)) wait(lookup, nth);
  };

  return {
    size,
    line,
    part,
    first,
    given,
    foundAt,
    partBegins,
    textAt: (nth) => texts.get(nth) ?? null,
    placesOf: (lookups) => {
      const places = new Set<number>();
      for (const lookup of lookups) {
        const some = waiting.get(lookup) ?? [];
        for (const nth of typeof some === 'number' ? [some] : some) places.add(nth);
      }
      return places;
    },
    add: (rows) => {
      partBegins.push(given.length);
      for (const row of rows) place(row);
    },
    added: () => given.length,
  };
}

/** So much of a long line is shown before what was found in it. */
const shownBefore = 40;

/** What is shown of a row: of a line that is too long for it, the part in which somebody was found. */
function shownOf(text: string, read: RowText): { readonly text: string; readonly foundAt: number } {
  const [first] = read.kind === 'items' ? read.items : [];
  const at = first === undefined ? -1 : text.indexOf(first.text);
  if (first === undefined || at <= 0) return { text: shortened(text, longestWord), foundAt: 0 };
  if (at + first.text.length < longestWord) return { text: shortened(text, longestWord), foundAt: at };
  const from = at - shownBefore;
  return { text: shortened(`…${firstUnits(text.slice(from), longestWord)}`, longestWord), foundAt: shownBefore + 1 };
}

/** The text that is looked up. A record that lacks it, and is not blank, is shown by what it has and names nobody. */
function readRow([, , given]: ListRow, key: number | null, reader: RowReader): { text: string; read: RowText } {
  const text = typeof given === 'string' ? given : (given[key ?? 0] ?? '');
  const read = reader.read(text);
  if (read.kind !== 'empty' || typeof given === 'string') return { text, read };
  const others = given.map((cell) => cell.trim()).filter((cell) => cell !== '');
  if (others.length === 0) return { text, read };
  return { text: others.join(' '), read: { kind: 'none', why: 'no-id' } };
}
