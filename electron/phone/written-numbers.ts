/**
 * The telephone numbers in a text, as people write them: in any script's digits, labelled, several in one field, with an
 * extension, with pauses and what is keyed in after them, with letters for keys, with or without the trunk zero.
 * The one reading that links, search, exports and the page rest on. Pure; takes time linear in the text.
 */
import { isFax } from './fax-label.ts';
import { leadsToExtension, leadsToKeys, surelyLeadsToKeys } from './label-words.ts';
import { isOfSomethingElse } from './other-digits.ts';
import { inPlainText } from './plain-text.ts';
import { digitsOf, type Group, type Run, runsIn } from './runs.ts';
import { fewestOfNumber, mostOfNumber, type Part, partsOfRun } from './split-run.ts';
import { keyedIn } from './vanity.ts';

export type WrittenNumber = {
  /** In ASCII; without the prefix and a zero in brackets behind a country's code. Empty where only an extension is told. */
  readonly digits: string;
  /** What says that they begin with a country's code. */
  readonly prefix: '+' | '00' | '';
  /** The same with that zero, where there was one: some countries keep it. */
  readonly withZero: string | null;
  /** Digits behind a stroke or in brackets: the number's own, other last digits of it, or an extension. Empty where there are none. */
  readonly rest: string;
  /** What is dialled or keyed in once the number has answered, as written. */
  readonly extension: string | null;
  readonly isFax: boolean;
  /** Whether it is of the North American plan, as its letters tell. */
  readonly isAmerican: boolean;
  /** Whether the extension is one of several that stand in place of last digits: `12/13` of `12345-12/13`. */
  readonly isRange: boolean;
  /** Whether something in it makes the whole uncertain. */
  readonly isDoubtful: boolean;
  /** `[start, end)` in the text, without the extension. */
  readonly start: number;
  readonly end: number;
  /** Where in the text each of the digits stands. */
  readonly places: readonly number[];
};

/** What stands further on is not looked at. */
const longestText = 1000;
/** "1. 089 123456", "(2) 089 654321": a list's own number, before an area's code with its zero. */
const listMarker = /^\s*[1-9]\s-\s+(?=\(?0[1-9])|(?<![^\s,;/|])\(?[1-9](?:[.:)]+|-)\s+(?=\(?0[1-9])/g;

export function writtenNumbersIn(came: string): readonly WrittenNumber[] {
  const plain = inPlainText(came.slice(0, longestText));
  const { text, american } = keyedIn(plain.text.replace(listMarker, (marker) => '|'.repeat(marker.length)));
  // The network in which a number of a `tel:` link holds (RFC 3966) is no number.
  const [own = '', context] = text.split(/;\s*phone-context\s*=/i);
  const placeOf = (at: number): number => plain.places?.[at] ?? at;
  const found: WrittenNumber[] = [];
  const runs = runsIn(own);
  for (const [nth, run] of runs.entries()) {
    const ofFax = isFax(run, nth, runs);
    const isElse = isOfSomethingElse(run);
    const made = (one: Part): WrittenNumber => {
      const number = numberOf(one, placeOf);
      const at = one.groups[0]?.at ?? 0;
      const isAmerican = american.some(([start, end]) => at >= start && at < end);
      return { ...number, isFax: ofFax, isAmerican, isDoubtful: number.isDoubtful || isElse };
    };
    const parts = partsOfRun(run);
    const [inside, behind] = insideOf(run, parts, found.some(isDialled));
    if (inside !== null) found.push(extended(found.pop() ?? none(placeOf, inside), inside));
    found.push(...behind.map(made));
  }
  if (context === undefined) return found;
  return found.map((one) => ({ ...one, isDoubtful: one.isDoubtful || one.prefix === '' }));
}

/** The 0 or 9 for a line out of the house, before a pause, is not what keys come after. */
function isDialled({ digits, prefix }: WrittenNumber): boolean {
  return digits.length > 2 || prefix === '+';
}

/** What of a run is dialled or keyed in after the number before it, and the numbers behind that. */
function insideOf(
  run: Run,
  parts: readonly Part[],
  hasNumber: boolean,
): readonly [readonly Group[] | null, readonly Part[]] {
  const [first, ...others] = parts;
  if (first === undefined || !isInside(run, first, hasNumber)) return [null, parts];
  // "x 5 / 212 555 0101": behind the extension another number may stand.
  const { groups } = first;
  const next = groups.findIndex(
    ({ before }, at) => at > 0 && /[\s/]/.test(before) && digitsOf(groups.slice(at)).length >= fewestOfNumber,
  );
  if (next < 0) return [groups, others];
  return [groups.slice(0, next), [{ ...first, groups: groups.slice(next) }, ...others]];
}

function isInside(run: Run, { groups, hasPlus }: Part, hasNumber: boolean): boolean {
  if (hasPlus) return false;
  const digits = digitsOf(groups);
  const isNumber = digits.length >= fewestOfNumber;
  if (leadsToExtension(run.between)) return !(isNumber && digits.startsWith('0'));
  if (!hasNumber || !leadsToKeys(run.between)) return false;
  return !isNumber || surelyLeadsToKeys(run.between) || /^\s*[#*]/.test(run.after);
}

function extended(number: WrittenNumber, groups: readonly Group[]): WrittenNumber {
  const written = groups.map(({ digits, before }, nth) => (nth === 0 ? digits : before.trim() + digits)).join('');
  return { ...number, extension: number.extension === null ? written : `${number.extension} ${written}` };
}

const nothing = { withZero: null, rest: '', isFax: false, isAmerican: false, isRange: false, isDoubtful: false };

/** An extension of a number that is not told. */
function none(placeOf: (at: number) => number, groups: readonly Group[]): WrittenNumber {
  const at = placeOf(groups[0]?.at ?? 0);
  return { ...nothing, digits: '', prefix: '', extension: null, start: at, end: at, places: [] };
}

function numberOf({ groups, hasPlus, rest, extension }: Part, placeOf: (at: number) => number): WrittenNumber {
  const all = groups.flatMap(({ digits, at }) =>
    [...digits].map((digit, nth) => ({ digit, place: placeOf(at + nth) })),
  );
  const prefix = hasPlus ? '+' : groups[0]?.digits.startsWith('00') ? '00' : '';
  const withoutPrefix = prefix === '00' ? all.slice(2) : all;
  const zero = prefix === '' ? null : trunkZeroIn(groups);
  const dropped = zero === null ? null : placeOf(zero.at);
  const kept = withoutPrefix.filter(({ place }) => place !== dropped);
  const text = (some: typeof all) => some.map(({ digit }) => digit).join('');
  const first = groups[0]?.at ?? 0;
  const last = groups.at(-1);
  return {
    ...nothing,
    digits: text(kept),
    prefix,
    withZero: zero === null ? null : text(withoutPrefix),
    rest: digitsOf(rest),
    extension,
    isRange: extension !== null,
    isDoubtful:
      kept.length > mostOfNumber ||
      (prefix !== '' && zero === null && groups.some(isBracketedZero)) ||
      (hasPlus && isNoCode(groups)),
    start: placeOf(first),
    end: placeOf((last?.at ?? first) + (last?.digits.length ?? 1) - 1) + 1,
    places: kept.map(({ place }) => place),
  };
}

/** "+8 495 123-45-67": no country's code, so the plus stands before something else. */
function isNoCode([code, next]: readonly Group[]): boolean {
  return code !== undefined && next !== undefined && /^[2-689]$/.test(code.digits) && next.digits.length > 1;
}

/** "+44 (0)20": the zero is dialled within the country alone. It stands right behind the country's code. */
function trunkZeroIn(groups: readonly Group[]): Group | null {
  // "00 49 (0)89" as well as "0049 (0)89".
  const isApart = groups[0]?.digits === '00';
  const [code, zero] = isApart ? groups.slice(1) : groups;
  if (code === undefined || zero === undefined || code.digits.replace(/^00/, '').length > 3) return null;
  return isBracketedZero(zero, groups.indexOf(zero), groups) ? zero : null;
}

function isBracketedZero({ digits, before }: Group, nth: number, groups: readonly Group[]): boolean {
  return digits === '0' && /\(\s*$/.test(before) && /^\s*\)/.test(groups[nth + 1]?.before ?? '');
}
