/** Digits in a telephone field that are no telephone's: a date, an address of a computer, an account, a placeholder. */
import { isOtherWord } from './label-words.ts';
import { digitsOf, type Run } from './runs.ts';

const wordBefore = /([\p{L}\p{M}]+)[\s.:#-]*(?:[A-Z]{2})?$/u;
const date = /^(?:\d{1,2}[./-]\d{1,2}[./-](?:19|20)\d\d|(?:19|20)\d\d[./-]\d{1,2}[./-]\d{1,2})$/;
const computer = /^(?:25[0-5]|2[0-4]\d|1?\d{1,2})(?:\.(?:25[0-5]|2[0-4]\d|1?\d{1,2})){3}$/;
/** Letters that are typed for digits: what stands behind them lacks its beginning. */
const misspelt = /(?:^|[\s,;:/(])[OolI]$/;

export function isOfSomethingElse({ between, groups, hasPlus }: Run): boolean {
  if (hasPlus) return false;
  const word = wordBefore.exec(between)?.[1];
  if ((word !== undefined && isOtherWord(word)) || misspelt.test(between)) return true;
  const written = groups.map(({ digits, before }, nth) => (nth === 0 ? digits : before + digits)).join('');
  return date.test(written) || computer.test(written) || /^(\d)\1{6,}$/.test(digitsOf(groups));
}
