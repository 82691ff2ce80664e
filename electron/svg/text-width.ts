/**
 * How wide a text is at most, without a font at hand: by the table of letters, and for what is not in it by the kind of letter.
 * Kerning is not counted: it makes texts narrower.
 */
import { letterWidth } from './letter-widths.ts';

/** In hundredths of the font's size, as `letterWidth`. The first that a letter is of. */
const kinds: readonly (readonly [kind: RegExp, width: number])[] = [
  [/[\p{Mn}\p{Me}\p{Cf}\p{Cc}]/u, 0],
  // One sign for a phrase of several words.
  [/[\ufdfa-\ufdfd]/u, 1200],
  [/\p{Extended_Pictographic}|\p{Regional_Indicator}/u, 140],
  [/[\u2e80-\u9fff\uac00-\ud7ff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3ffff}]/u, 102],
  [/[\uff61-\uffdc]/u, 60],
  [/\p{Script=Latin}/u, 105],
  [/[\u{12000}-\u{1254f}]/u, 280],
];
const anyOther = 130;

const known = new Map<string, number>();

/** In pixels, of letters of a size in pixels. */
export function textWidth(text: string, size: number): number {
  let width = 0;
  for (const letter of text) width += widthOf(letter);
  return (width * size) / 100;
}

function widthOf(letter: string): number {
  const listed = letterWidth(letter.codePointAt(0) ?? 0) ?? known.get(letter);
  if (listed !== undefined) return listed;
  // An accent makes no letter wider.
  const plain = letter.normalize('NFD');
  const width =
    plain.length > letter.length
      ? [...plain].reduce((sum, part) => sum + widthOf(part), 0)
      : (kinds.find(([kind]) => kind.test(letter))?.[1] ?? anyOther);
  if (known.size < 20_000) known.set(letter, width);
  return width;
}

const letters = new Intl.Segmenter('en', { granularity: 'grapheme' });
/** No line has room for more: what is longer is not looked at. */
const mostRead = 400;

/** As much of a text as has room, cut between whole letters and with an ellipsis; '' where not even one has. */
export function fitted(text: string, size: number, room: number): string {
  if (text.length <= mostRead && textWidth(text, size) <= room) return text;
  const left = room - textWidth('…', size);
  let width = 0;
  let end = 0;
  for (const { segment, index } of letters.segment(text.slice(0, mostRead))) {
    width += textWidth(segment, size);
    if (width > left) break;
    end = index + segment.length;
  }
  return end === 0 ? '' : `${text.slice(0, end).trimEnd()}…`;
}
