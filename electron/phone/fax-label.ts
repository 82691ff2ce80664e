/** Whether a number is a fax's: the word stands before it, or behind it as in "089 123456 (Fax), 089 654321". Pure. */
import { isFaxWord } from './label-words.ts';
import type { Run } from './runs.ts';

/** One word in brackets, or up to a sign that ends what is said of a number. */
const behind = /^\s*[([]\s*[\p{L}.-]+\s*[)\]]|^\s*[\p{L}.-]+\s*(?=[,;/|\n])/u;
/** The same of the text's last number. */
const atEnd = /^\s*[([]?\s*[\p{L}.-]+\s*[)\]]?\s*$/u;

export function isFax(run: Run, nth: number, runs: readonly Run[]): boolean {
  // Behind the number before, the word is that one's.
  const before = nth === 0 ? run.between : run.between.replace(behind, '');
  if (isFaxWord(before)) return true;
  if (/\p{L}/u.test(before)) return false;
  const word = behind.exec(run.after) ?? (nth === runs.length - 1 ? atEnd.exec(run.after) : null);
  return word !== null && isFaxWord(word[0]);
}
