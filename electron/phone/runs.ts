/** Runs of digits in a text, with only what people write between the digits of one number: spaces, dots, dashes, brackets, strokes. */

export type Group = {
  readonly digits: string;
  /** Where its first digit stands. */
  readonly at: number;
  /** What stands between the group before it in its run and this one; of a run's first one, its opening brackets. */
  readonly before: string;
};

export type Run = {
  readonly hasPlus: boolean;
  /** Never empty. */
  readonly groups: readonly Group[];
  /** All that stands between the run before it and this one. */
  readonly between: string;
  /** What follows, up to the next run. */
  readonly after: string;
};

const soft = /^[\s()./'_-]*$/;
/** So wide a gap parts two numbers. */
const wide = /\s{3}|\n/;
const plus = /\+[\s(+]*$/;
/** "966+ 50 123 4567", as a country's code comes out where text runs from right to left. */
const plusBehind = /^\+[\s(-]+$/;

export function runsIn(text: string): readonly Run[] {
  const runs: Run[] = [];
  let groups: Group[] = [];
  let hasPlus = false;
  let between = '';
  let end = 0;
  const close = (after: string) => {
    if (groups.length > 0) runs.push({ hasPlus, groups, between, after });
    groups = [];
  };
  for (const { 0: digits, index } of text.matchAll(/\d+/g)) {
    const before = text.slice(end, index);
    const isBehind = groups.length === 1 && (groups[0]?.digits.length ?? 0) <= 3 && plusBehind.test(before);
    if (isBehind) hasPlus = true;
    if (groups.length > 0 && (isBehind || soft.test(before)) && !wide.test(before)) {
      groups.push({ digits, at: index, before });
    } else {
      close(before);
      hasPlus = plus.test(before);
      between = before;
      groups.push({ digits, at: index, before: /[\s(]*$/.exec(before)?.[0] ?? '' });
    }
    end = index + digits.length;
  }
  close(text.slice(end));
  return runs;
}

export const digitsOf = (groups: readonly Group[]): string => groups.map(({ digits }) => digits).join('');

// Of the numbering plan E.164; every other country's code has three digits.
const countryCode = /^(?:[17]|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]|\d{3})/;

/** The number without its country's code and the zero that is dialled within the country alone. `digits` begin with the code. */
export function nationalOf(digits: string): string {
  return digits.replace(countryCode, '').replace(/^0+/, '');
}

/** How many digits there are from the area's code on. */
export function nationalLength(groups: readonly Group[], hasPlus: boolean): number {
  const digits = digitsOf(groups);
  if (hasPlus) return nationalOf(digits).length;
  return digits.startsWith('00') ? nationalOf(digits.slice(2)).length : digits.replace(/^0/, '').length;
}
