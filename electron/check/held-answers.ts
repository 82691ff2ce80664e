/** The answers of the list that is held: found for each row once, and again where something of its person changes. */
import { CheckAnswer as answersOfContract, type CheckAnswer, MatchedBy } from '../../contract/check.ts';
import type { CheckCounts } from '../../contract/check-overview.ts';
import type { PersonKey } from '../sqlite/person-ids.ts';
import type { CheckAsked, Choice } from '../storage/checks-table.ts';
import type { Answered, FindAnswer } from './find-answer.ts';
import { type HeldList, isBlank } from './held-list.ts';

/** In the order of their letters in what is kept of a run: new ones come last. */
export const answers: readonly CheckAnswer[] = answersOfContract.options;
const ways = MatchedBy.options;
const letterA = 97;

export type HeldAnswers = {
  readonly list: HeldList;
  /** Finds the answers of the rows up to there that have none yet. */
  readonly answerTo: (end: number) => void;
  /** Finds those of these rows again; whether there are any. What else is told of them may be another where the answer is as it was. */
  readonly again: (places: Iterable<number>) => boolean;
  /** First rows about one of these people. */
  readonly placesOfKeys: (keys: readonly PersonKey[]) => Set<number>;
  /** Of the first row that says it; null: the row is blank. */
  readonly at: (place: number) => Answered | null;
  readonly choices: Map<number, Choice>;
  readonly asked: () => CheckAsked | null;
  /** Which answers of failures count depends on when the server was asked. */
  readonly setAsked: (asked: CheckAsked | null) => void;
  readonly counts: () => CheckCounts;
  /** Names that exactly one person has, and nobody was said to be meant by. */
  readonly uniqueNames: () => readonly Choice[];
  /** One letter for each row. */
  readonly packed: () => string;
  /** What is told beside the answers is another: the version grows. */
  readonly otherwise: () => void;
  /** Grows whenever rows are answered again. */
  readonly version: () => number;
};

export const letterOf = (answer: CheckAnswer): string => String.fromCharCode(letterA + answers.indexOf(answer));
const blankLetter = '-';

export function createHeldAnswers(
  list: HeldList,
  { find }: Pick<FindAnswer, 'find'>,
  begun: { readonly choices: readonly Choice[]; readonly asked: CheckAsked | null; readonly version: number },
): HeldAnswers {
  const answer = new Uint8Array(list.size);
  const key = new Int32Array(list.size);
  const by = new Uint8Array(list.size);
  /** What few rows have beside that. */
  const more = new Map<number, Pick<Answered, 'id' | 'why' | 'several'>>();
  const choices = new Map(begun.choices.map((choice) => [choice.place, choice]));
  let asked = begun.asked;
  let done = 0;
  let { version } = begun;
  let kept: { readonly version: number; readonly counts: CheckCounts } | null = null;
  let byKey: Map<PersonKey, number[]> | null = null;

  const put = (place: number): boolean => {
    const text = list.textAt(place);
    if (text === null) return false;
    const found = find(text, choices.get(place) ?? null, asked);
    const code = answers.indexOf(found.answer);
    const way = found.by === null ? 0 : ways.indexOf(found.by) + 1;
    const before = more.get(place);
    const after = found.id === null && found.why === null && found.several === null ? undefined : found;
    const isSame =
      answer[place] === code &&
      key[place] === (found.key ?? 0) &&
      by[place] === way &&
      before?.id === after?.id &&
      before?.why === after?.why &&
      String(before?.several?.keys) === String(after?.several?.keys);
    answer[place] = code;
    key[place] = found.key ?? 0;
    by[place] = way;
    if (after === undefined) more.delete(place);
    else more.set(place, { id: after.id, why: after.why, several: after.several });
    return !isSame;
  };
  const isFirst = (place: number) => list.first[place] === place;

  const countAll = (): CheckCounts => {
    const each = new Map<CheckAnswer, number>(answers.map((one) => [one, 0]));
    let empty = 0;
    let repeated = 0;
    for (let place = 0; place < list.size; place += 1) {
      const first = list.first[place];
      if (first === isBlank) empty += 1;
      else if (first !== place) repeated += 1;
      else {
        const one = answers[answer[place] ?? 0] ?? 'unknown';
        each.set(one, (each.get(one) ?? 0) + 1);
      }
    }
    return { rows: list.size, answers: Object.fromEntries(each) as CheckCounts['answers'], empty, repeated };
  };
  const placesByKey = (): Map<PersonKey, number[]> => {
    if (byKey !== null) return byKey;
    const places = new Map<PersonKey, number[]>();
    const add = (one: PersonKey, place: number) => {
      const some = places.get(one);
      if (some === undefined) places.set(one, [place]);
      else some.push(place);
    };
    for (const [place, one] of key.entries()) if (one !== 0) add(one, place);
    for (const [place, { several }] of more) for (const one of several?.keys ?? []) add(one, place);
    byKey = places;
    return places;
  };

  return {
    list,
    choices,
    asked: () => asked,
    setAsked: (now) => {
      asked = now;
      version += 1;
    },
    answerTo: (end) => {
      for (; done < end; done += 1) if (isFirst(done)) put(done);
    },
    again: (places) => {
      let isAny = false;
      let isOther = false;
      for (const place of places) {
        isAny = true;
        if (put(place)) isOther = true;
      }
      if (isAny) version += 1;
      if (isOther) byKey = null;
      return isAny;
    },
    placesOfKeys: (keys) => {
      const places = placesByKey();
      return new Set(keys.flatMap((one) => places.get(one) ?? []));
    },
    at: (place) => {
      const first = list.first[place] ?? isBlank;
      if (first === isBlank) return null;
      const way = by[first] ?? 0;
      return {
        answer: answers[answer[first] ?? 0] ?? 'unknown',
        key: key[first] || null,
        by: way === 0 ? null : (ways[way - 1] ?? null),
        ...(more.get(first) ?? { id: null, why: null, several: null }),
      };
    },
    counts: () => {
      if (kept?.version !== version) kept = { version, counts: countAll() };
      return kept.counts;
    },
    uniqueNames: () =>
      [...more].flatMap(([place, { why, several }]) => {
        const [one, ...others] = why === 'name' ? (several?.keys ?? []) : [];
        return one === undefined || others.length > 0 ? [] : [{ place, key: one, isByName: true }];
      }),
    packed: () =>
      Array.from(list.first, (first) =>
        first === isBlank ? blankLetter : letterOf(answers[answer[first] ?? 0] ?? 'unknown'),
      ).join(''),
    otherwise: () => {
      version += 1;
    },
    version: () => version,
  };
}
