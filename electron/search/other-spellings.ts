/** What typed words stand for without having been mistyped. */
import { otherWaysOf } from './compounds.ts';
import { finishedHangul } from './hangul.ts';
import type { Query } from './query.ts';

export function* otherSpellings({ words, spelledOut }: Query): Generator<[typed: string, others: readonly string[]]> {
  for (const [nth, word] of words.entries()) {
    const out = spelledOut?.[nth];
    if (out !== undefined && out !== word) yield [word, [out]];
    const finished = nth === words.length - 1 ? finishedHangul(word).slice(1) : [];
    if (finished.length > 0) yield [word, finished];
  }
  for (const way of otherWaysOf(words)) {
    // Which word became which is told by their places where none were joined; of joined ones, all may be meant.
    for (const [nth, word] of words.entries()) {
      const other = way.length === words.length ? way[nth] : way.find((one) => one.includes(word) && one !== word);
      if (other !== undefined && other !== word) yield [word, [other]];
    }
  }
  // Names have the article or leave it out.
  for (const word of words) if (/^\p{Script=Arabic}{3}/u.test(word)) yield [word, [`ال${word}`]];
}
