/**
 * Where a text holds digits of a telephone number. Digits run from left to right in every script, but their groups do not:
 * beside letters that run from right to left, and in Arabic digits, a browser puts the last group first. Pure.
 */

export type NumberRun = { readonly start: number; readonly text: string; readonly isNumber: boolean };

/** What makes a browser order groups of digits otherwise than they are stored. */
const turning =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\u0660-\u0669\u06f0-\u06f9\u200f\u061c]/u;
const run =
  /[+\uff0b(\uff08#*]*\p{Nd}(?:[\p{Nd}\p{Pd}\p{Zs}\u2212()./+*#\uff08\uff09\uff0f\uff0e'\u2019\u00b7]*\p{Nd})?/gu;

/** The text cut at its numbers; in one piece where it is read in the order stored anyway. */
export function numberRuns(text: string): readonly NumberRun[] {
  if (!turning.test(text)) return [{ start: 0, text, isNumber: false }];
  const runs: NumberRun[] = [];
  let at = 0;
  const take = (end: number, isNumber: boolean) => {
    if (end > at) runs.push({ start: at, text: text.slice(at, end), isNumber });
    at = end;
  };
  for (const { 0: found, index } of text.matchAll(run)) {
    take(index, false);
    take(index + found.length, true);
  }
  take(text.length, false);
  return runs;
}

const leftToRight = '\u202d';
const endOfIt = '\u202c';

/** The same as plain text, for where no element can stand: with what orders the groups, which nobody sees. */
export function inStoredOrder(text: string): string {
  return numberRuns(text)
    .map((one) => (one.isNumber ? leftToRight + one.text + endOfIt : one.text))
    .join('');
}
