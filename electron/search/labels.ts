/** Roles and teams by their names: which of them some typed words mean. Held in memory, a few hundred, once first asked. */

import type { LabelKind } from '../../contract/table.ts';
import { fold } from './fold.ts';
import { initialsOf, mayBeInitials } from './initials.ts';
import type { LabelTokens } from './label-tokens.ts';
import { isOneSlipAway } from './vocabulary.ts';
import { isUnspaced, wordsOf } from './words.ts';

export type NamedLabel = { readonly kind: LabelKind; readonly id: string; readonly name: string };

/** Tokens of labels, for the index. */
export type LabelMatches = {
  /** Whose whole name was typed. */
  readonly exact: readonly string[];
  /** In whose name each of the words begins a word. */
  readonly all: readonly string[];
  /** Whose initials were typed, or those of some words of the name. */
  readonly initialled: readonly string[];
  /** For each typed word, the labels in whose name it begins a word, or whose initials it is. */
  readonly perWord: readonly (readonly string[])[];
};

export type Labels = {
  readonly matching: (words: readonly string[]) => LabelMatches;
  /** Labels of whose whole name a word is the initials. */
  readonly initialled: (word: string) => readonly string[];
  /** Labels with a word that a mistyped one may have been meant for, and those words. */
  readonly meantBy: (word: string) => { readonly tokens: readonly string[]; readonly words: readonly string[] };
  /** To be called when a name was given, changed or taken away. */
  readonly changed: () => void;
};

export type LabelsNeeds = {
  readonly tokens: LabelTokens;
  readonly labelNames: () => readonly NamedLabel[];
};

type Known = { readonly token: string; readonly words: readonly string[]; readonly text: string };

const shortestWord = 2;
const shortestCorrected = 4;
/** As many as one question to the index names: thousands are answered, and nobody means so many. */
const mostTokens = 2000;
/** A value that is an id and nobody's word for anything: a number, a UUID, a long hexadecimal one. */
const isId = /^(?:\d+|[0-9a-f-]{16,})$/i;

export function createLabels({ tokens, labelNames }: LabelsNeeds): Labels {
  let names: Map<string, string> | null = null;
  let known: Known[] = [];
  let last = 0;
  const byInitials = new Map<string, string[]>();
  const bySomeInitials = new Map<string, string[]>();

  const initialled = (word: string): readonly string[] => byInitials.get(word) ?? [];
  const partlyInitialled = (word: string): readonly string[] => bySomeInitials.get(word) ?? [];

  const refresh = () => {
    if (names === null) {
      names = new Map(labelNames().map(({ kind, id, name }) => [`${kind}:${id}`, name]));
      known = [];
      last = 0;
      byInitials.clear();
      bySomeInitials.clear();
    }
    for (const { token, number, kind, id } of tokens.after(last)) {
      last = number;
      // Where the server gives no name the value itself may be one; an id is not.
      const name = names.get(`${kind}:${id}`) ?? (isId.test(id) ? '' : id);
      const words = wordsOf(fold(name));
      if (token === '' || words.length === 0) continue;
      known.push({ token, words, text: words.join(' ') });
      const { whole, parts } = initialsOf(name);
      for (const one of whole) addTo(byInitials, one, token);
      for (const one of parts) addTo(bySomeInitials, one, token);
    }
  };

  return {
    matching: (typed) => {
      refresh();
      const text = typed.join(' ');
      const matched = typed.map((word) => {
        const isFound = isUnspaced(word) ? (own: string) => own.includes(word) : (own: string) => own.startsWith(word);
        return known.filter(({ words }) => words.some(isFound));
      });
      const [some = [], ...others] = matched;
      const rest = others.map((list) => new Set(list));
      const all = some.filter((one) => rest.every((list) => list.has(one)));
      const tokensOf = (list: readonly Known[]) => list.slice(0, mostTokens).map(({ token }) => token);
      return {
        exact: tokensOf(all.filter((one) => one.text === text)),
        all: tokensOf(all),
        initialled: typed.length === 1 ? [...initialled(text), ...partlyInitialled(text)].slice(0, mostTokens) : [],
        perWord: matched.map((list, nth) => {
          const word = typed[nth] ?? '';
          if (!isEnoughOf(word)) return [];
          return [...tokensOf(list), ...initialled(word), ...(word.length > 2 ? partlyInitialled(word) : [])];
        }),
      };
    },
    initialled: (word) => {
      if (!mayBeInitials(word)) return [];
      refresh();
      return initialled(word);
    },
    meantBy: (word) => {
      refresh();
      const isMeant = (own: string) => word.length >= shortestCorrected && isOneSlipAway(word, own);
      const some = known.filter(({ words }) => words.some(isMeant)).slice(0, mostTokens);
      return {
        tokens: some.map(({ token }) => token),
        words: [...new Set(some.flatMap(({ words }) => words.filter(isMeant)))],
      };
    },
    changed: () => {
      names = null;
    },
  };
}

/** In place: thousands of labels may have the same initials. */
function addTo(lists: Map<string, string[]>, key: string, one: string): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [one]);
  else list.push(one);
}

/** One letter begins a word of half of all labels; one character of an unspaced script is a word. */
function isEnoughOf(word: string): boolean {
  return [...word].length >= shortestWord || isUnspaced(word);
}
