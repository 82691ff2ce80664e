/**
 * Takes a run of digits apart where it is more than one number: a room's number before it, an hour behind it, other
 * last digits behind a stroke, two numbers side by side.
 */
import { isAfterPlace, isPhonePlace, isPlaceWord } from './label-words.ts';
import { digitsOf, type Group, nationalLength, type Run } from './runs.ts';

export type Part = {
  readonly hasPlus: boolean;
  /** Never empty. */
  readonly groups: readonly Group[];
  /** Groups behind a stroke or in brackets that may be the number's own, other last digits of it, or an extension. */
  readonly rest: readonly Group[];
  /** What is dialled within, where strokes say so: `12/13` of `12345-12/13`. */
  readonly extension: string | null;
};

/** Fewer digits are no number on their own. */
export const fewestOfNumber = 7;
/** More are several (E.164), also where no country's code stands before them. */
export const mostOfNumber = 15;
const mostNational = 13;
/** What has more parts is no number, nor several. */
const mostGroups = 40;
/** From here on a number has its area's code. */
const longestWithoutArea = 9;
const longestEnding = 6;
const longestExtension = 4;

export function partsOfRun(run: Run): readonly Part[] {
  const { before, number, after } = withoutPlaces(run);
  const parts = atStrokes(number, run.hasPlus).flatMap(sideBySide).flatMap(withoutBrackets);
  return [...alone(before), ...parts, ...alone(after)];
}

const part = (groups: readonly Group[], hasPlus = false): Part => ({ hasPlus, groups, rest: [], extension: null });
function alone(groups: readonly Group[]): Part[] {
  return groups.length === 0 ? [] : [part(groups)];
}
const length = (groups: readonly Group[]): number => digitsOf(groups).length;
const hasSpace = ({ before }: Group): boolean => /\s/.test(before);

const wordBefore = /([\p{L}\p{M}][\p{L}\p{M}.'’]*)[\s.:-]*[\s(]*$/u;
/** Right behind a digit for a line out of the house. */
const pause = /^[pw]$/i;
const wordAfter = /^[\s.]*([\p{L}\p{M}]+)/u;

/** "Büro 3 089 123456", "B12 089 123456", "089 123456 9-17 Uhr", "089 123456 3rd floor". */
function withoutPlaces({ groups, between, after, hasPlus }: Run) {
  let from = 0;
  let to = groups.length;
  const word = hasPlus ? undefined : wordBefore.exec(between)?.[1];
  if (word !== undefined) {
    const isGlued = /[\p{L}\p{M}]$/u.test(between);
    // A place's number ends where the area's code begins with its zero; where it does not, only a word tells. What
    // begins with that zero is the area's code itself: "Büro 089 1234567" is a telephone in an office.
    const beginsWithArea = groups[0]?.digits.startsWith('0') === true;
    for (let at = 1; at < groups.length && from === 0 && !beginsWithArea; at += 1) {
      const group = groups[at];
      if (group === undefined || !hasSpace(group) || length(groups.slice(0, at)) > 4) continue;
      const left = length(groups.slice(at));
      const isPlace = isPhonePlace(word) ? left >= longestWithoutArea : isPlaceWord(word);
      const isTold = group.digits.startsWith('0') || isPlace || (isGlued && word.length === 1 && !pause.test(between));
      if (isTold && left >= fewestOfNumber) from = at;
    }
  }
  const next = wordAfter.exec(after)?.[1];
  const isGlued = /^[\p{L}\p{M}]/u.test(after);
  if (next !== undefined && (isAfterPlace(next) || isPlaceWord(next))) {
    while (to - from > 1 && (groups[to - 1]?.digits.length ?? 9) <= (isGlued ? 3 : 2)) to -= 1;
    // What is dropped is set apart by a space; "089 12 34 56 Uhr" would leave nothing that is a number.
    while (to < groups.length && !groups.slice(to, to + 1).some(hasSpace)) to += 1;
    if (nationalLength(groups.slice(from, to), hasPlus) < fewestOfNumber - 1) to = groups.length;
  }
  return { before: groups.slice(0, from), number: groups.slice(from, to), after: groups.slice(to) };
}

/** "089/123456" is one number, "…958/59" one with another ending, "…4567/089 7654321" are two, "-12/13" are extensions. */
function atStrokes(groups: readonly Group[], hasPlus: boolean): readonly Part[] {
  const stroke = groups.findIndex(({ before }, at) => at > 0 && before.includes('/') && isFull(groups.slice(0, at)));
  if (stroke < 0) return groups.length === 0 ? [] : [part(groups, hasPlus)];
  const left = groups.slice(0, stroke);
  const right = groups.slice(stroke);
  const last = left.at(-1);
  const isRange =
    last?.before.includes('-') === true &&
    last.digits.length <= longestExtension &&
    right.every(({ digits, before }) => digits.length === last.digits.length && before.includes('/')) &&
    // Four last digits are more often the number's own: "212-555-0100/0101".
    nationalLength(left.slice(0, -1), hasPlus) >= (last.digits.length > 2 ? fewestOfNumber : 4);
  if (last !== undefined && isRange) {
    const extension = [last, ...right].map(({ digits }) => digits).join('/');
    return [{ ...part(left.slice(0, -1), hasPlus), extension }];
  }
  const ending = right.findIndex(({ before }, at) => at > 0 && before.includes('/'));
  const next = ending < 0 ? right : right.slice(0, ending);
  const isOther = length(next) >= fewestOfNumber || (next[0]?.digits.startsWith('0') && length(next) >= longestEnding);
  if (isOther) return [part(left, hasPlus), ...atStrokes(right, false)];
  return [{ ...part(left, hasPlus), rest: right }];

  function isFull(some: readonly Group[]): boolean {
    return nationalLength(some, hasPlus) >= fewestOfNumber - 1 || endsInExtension(some);
  }
  /** "040 123-12/13": the number alone is shorter. */
  function endsInExtension(some: readonly Group[]): boolean {
    const end = some.at(-1);
    return some.length > 1 && end !== undefined && end.before.trim() === '-' && nationalLength(some, hasPlus) >= 5;
  }
}

/** "+34 915550127 915550128", "089 123456 0171 1234567". */
function sideBySide(one: Part): readonly Part[] {
  const { groups, hasPlus } = one;
  const digits = digitsOf(groups);
  const isCode = hasPlus || digits.startsWith('00');
  const isShort = digits.length <= (isCode ? mostOfNumber : mostNational);
  if (groups.length > mostGroups) return [one];
  if (!isShort && endsInRange(groups, hasPlus)) return [{ ...one, groups: groups.slice(0, -1) }];
  const at = inBrackets(groups, hasPlus) ?? (isShort ? null : placeOfSecond(groups, hasPlus));
  if (at === null) return [one];
  return [part(groups.slice(0, at), hasPlus), ...sideBySide({ ...one, groups: groups.slice(at), hasPlus: false })];
}

/** "020 7946 0958-0960": the last digits of the last number of several that follow each other. */
function endsInRange(groups: readonly Group[], hasPlus: boolean): boolean {
  const [before, last] = groups.slice(-2);
  return (
    before !== undefined &&
    last?.before.trim() === '-' &&
    last.digits.length <= longestExtension &&
    last.digits.length === before.digits.length &&
    hasSpace(before) &&
    nationalLength(groups.slice(0, -1), hasPlus) >= fewestOfNumber
  );
}

/** "1-800-356-9377 (1-800-356-9378)" */
function inBrackets(groups: readonly Group[], hasPlus: boolean): number | null {
  const at = groups.findIndex(
    ({ before }, nth) =>
      nth > 0 &&
      before.includes('(') &&
      nationalLength(groups.slice(0, nth), hasPlus) >= fewestOfNumber &&
      length(groups.slice(nth)) >= fewestOfNumber,
  );
  return at < 0 ? null : at;
}

function placeOfSecond(groups: readonly Group[], hasPlus: boolean): number | null {
  const isBetween = (at: number) =>
    nationalLength(groups.slice(0, at), hasPlus) >= fewestOfNumber - 1 && length(groups.slice(at)) >= fewestOfNumber;
  const spaced = groups.flatMap((group, at) => (at > 0 && hasSpace(group) && isBetween(at) ? [at] : []));
  const zero = spaced.find((at) => groups[at]?.digits.startsWith('0') && groups[at]?.digits !== '0');
  if (zero !== undefined) return zero;
  // Of one form both, with or without the first one's country's code.
  const form = groups.map(({ digits }) => digits.length);
  const alike = spaced.find((at) => {
    const second = form.slice(at).join(' ');
    const first = form.slice(0, at);
    return first.join(' ') === second || (hasPlus && first.slice(1).join(' ') === second);
  });
  if (alike !== undefined) return alike;
  return groups.length === 2 ? (spaced[0] ?? null) : null;
}

/** "020 7946 0958 (12)": what stands in brackets at the end may be no part of the number. */
function withoutBrackets(one: Part): readonly Part[] {
  const last = one.groups.at(-1);
  if (last === undefined || one.extension !== null || one.rest.length > 0 || !/\(\s*$/.test(last.before)) return [one];
  const groups = one.groups.slice(0, -1);
  if (last.digits.length > longestExtension || nationalLength(groups, one.hasPlus) < fewestOfNumber) return [one];
  return [{ ...one, groups, rest: [last] }];
}
