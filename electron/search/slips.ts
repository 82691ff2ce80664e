/** What to ask the index for when words were mistyped: first with one word corrected, then with any of them. */
import { all, any, begins, inName, labelled, quoted, wordInName } from './expressions.ts';
import type { LabelMatches, Labels } from './labels.ts';
import type { Meant } from './marks.ts';
import type { Vocabulary } from './vocabulary.ts';

export type Slips = {
  /** One word corrected to a whole word of a name, the others as they were typed. */
  readonly whole: readonly string[];
  /** The last word, unfinished, corrected to a beginning; null where there is no such correction. */
  readonly begun: string | null;
  /** Each word as typed or corrected, in names and labels. */
  readonly relaxed: string;
  /** What each word may have been meant for. */
  readonly meant: Meant;
};

export type SlipsNeeds = {
  readonly vocabulary: Vocabulary;
  readonly labels: Labels;
  /** Which words may have been mistyped. */
  readonly isSuspect: (word: string, nth: number) => boolean;
};

const noSlip = { whole: [], begun: [], label: { tokens: [], words: [] } };

export function slipsOf(
  words: readonly string[],
  { perWord }: LabelMatches,
  { vocabulary, labels, isSuspect }: SlipsNeeds,
): Slips {
  const typed = words.map((word, nth) => {
    const isLast = nth === words.length - 1;
    const asTyped = wordInName(word, perWord[nth] ?? []);
    const { whole, begun, label } = isSuspect(word, nth)
      ? { ...vocabulary.corrections(word), label: labels.meantBy(word) }
      : noSlip;
    const corrected = isLast ? [...begun.map(begins), ...whole.map(quoted)] : whole.map(quoted);
    const ways = [asTyped];
    if (corrected.length > 0) ways.push(inName(any(corrected)));
    if (label.tokens.length > 0) ways.push(labelled(label.tokens));
    return { word, asTyped, whole, begun, ways, meant: [...whole, ...begun, ...label.words] };
  });
  const asTyped = typed.map((one) => one.asTyped);
  const last = typed[typed.length - 1];
  return {
    whole: typed.flatMap(({ whole }, nth) =>
      whole.length === 0 ? [] : all(asTyped.with(nth, inName(any(whole.map(quoted))))),
    ),
    begun:
      last === undefined || last.begun.length === 0 ? null : all(asTyped.with(-1, inName(any(last.begun.map(begins))))),
    relaxed: all(typed.map(({ ways }) => any(ways))),
    meant: new Map(typed.map(({ word, meant }) => [word, meant])),
  };
}
