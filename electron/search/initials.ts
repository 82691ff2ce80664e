/** The initials of roles and teams: "cto" for Chief Technology Officer, "hr" for Human Resources. */
import { fold } from './fold.ts';
import type { Mark } from './marks.ts';

/** Left out of initials, or not: "hos" and "hs" for Head of Sales. */
const small = new Set(
  'of and the for in to a an on at de du des da do dos di del der die das und fur y e et la le el'.split(' '),
);
/** Initials themselves, such as the VP of "VP of Engineering". */
const capitals = /^\p{Lu}{2,4}$/u;
const word = /[\p{L}\p{M}\p{N}]+/gu;

const shortest = 2;
const longest = 6;
/** Of a name, from its beginning: what has more of them is a text, and thousands of people may have one each. */
const mostWords = 20;

export type Initials = {
  /** Of all words of the name. */
  readonly whole: readonly string[];
  /** Of some that follow each other. */
  readonly parts: readonly string[];
};

type Piece = { readonly text: string; readonly start: number; readonly isSmall: boolean };

export const mayBeInitials = (typed: string): boolean =>
  typed.length >= shortest && typed.length <= longest && /^\p{L}+$/u.test(typed);

/** Folded. */
export function initialsOf(name: string): Initials {
  const whole = new Set<string>();
  const parts = new Set<string>();
  for (const pieces of waysOf(name)) {
    for (let from = 0; from < pieces.length; from += 1) {
      let text = '';
      // Longer ones are none, and a name may be of a hundred words.
      for (let at = from; at < pieces.length && text.length <= longest; at += 1) {
        text += pieces[at]?.text ?? '';
        if (at > from) (from === 0 && at === pieces.length - 1 ? whole : parts).add(text);
      }
    }
  }
  const likely = (some: ReadonlySet<string>) => [...some].filter(mayBeInitials);
  return { whole: likely(whole), parts: likely(parts).filter((one) => !whole.has(one)) };
}

/** Where the typed initials stand in the name; null where they are not its. */
export function marksOfInitials(name: string, typed: string): Mark[] | null {
  for (const pieces of waysOf(name)) {
    for (let from = 0; from < pieces.length; from += 1) {
      let rest = typed;
      const marks: Mark[] = [];
      for (let at = from; at < pieces.length && rest !== ''; at += 1) {
        const piece = pieces[at];
        if (piece === undefined || !rest.startsWith(piece.text)) break;
        rest = rest.slice(piece.text.length);
        marks.push([piece.start, piece.start + piece.text.length]);
      }
      if (rest === '' && marks.length > 1) return marks;
    }
  }
  return null;
}

/** The pieces of initials, with small words and without. */
function waysOf(name: string): Piece[][] {
  // Where all of it is in capitals, none of it is told from a word.
  const isMixed = /\p{Ll}/u.test(name);
  const all = [...name.matchAll(word)].slice(0, mostWords).map(({ 0: text, index }): Piece => {
    const folded = fold(text);
    return {
      text: isMixed && capitals.test(text) ? folded : ([...folded][0] ?? ''),
      start: index,
      isSmall: small.has(folded),
    };
  });
  const large = all.filter(({ isSmall }) => !isSmall);
  return large.length === all.length ? [all] : [large, all];
}
