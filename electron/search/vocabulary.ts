/**
 * The words of all names, and which of them a mistyped word may have been meant for: those one slip away, be it a
 * letter too many, one missing, a wrong one or two exchanged (Damerau-Levenshtein), the first letter no exception.
 * Nothing is held in memory: the words are sorted in the file, and a slip leads to few places in them.
 */
import type { DatabaseSync } from 'node:sqlite';
import { onRollback } from '../sqlite/transaction.ts';
import { prepareQuery, text } from '../sqlite/typed-query.ts';
import { isUnspaced } from './words.ts';

export type Corrections = {
  /** Words as they stand in a name. */
  readonly whole: readonly string[];
  /** Beginnings of such words, for a word that is not finished yet. */
  readonly begun: readonly string[];
};

export type Vocabulary = ReturnType<typeof createVocabulary>;

/** Shorter words have too many neighbours for any of them to be meant. */
const shortestCorrected = 4;
/** Shorter ones are reached from none that is corrected. */
const shortestKept = 3;
const longestCorrected = 24;
/** Bounds what the index is asked for; a short word has the most neighbours. */
const mostCorrections = 32;
const mostRemembered = 50_000;
const none: Corrections = { whole: [], begun: [] };

export function createVocabulary(database: DatabaseSync) {
  const insert = database.prepare('INSERT OR IGNORE INTO vocabulary (word) VALUES (?)');
  const from = prepareQuery(database, 'SELECT word FROM vocabulary WHERE word >= ? ORDER BY word LIMIT 1', [text]);
  const stored = new Set<string>();
  onRollback(database, () => stored.clear());

  /** The first word at or after the text. */
  const firstFrom = (place: string): string | null => from.get(place)?.[0] ?? null;

  /** The letters of one script that follow a beginning. */
  function* lettersAfter(beginning: string, like: string): Generator<string> {
    const [low, high] = alphabetOf(like);
    for (let code = low; code <= high; ) {
      const word = firstFrom(beginning + String.fromCodePoint(code));
      if (word === null || !word.startsWith(beginning)) return;
      const letter = word.codePointAt(beginning.length);
      if (letter === undefined || letter > high) return;
      yield String.fromCodePoint(letter);
      code = letter + 1;
    }
  }

  return {
    /** Adds the words of a name, as they are in the index. Within a transaction only. */
    add: (name: string): void => {
      for (const word of name.split(' ')) {
        if (stored.has(word) || !isKept(word)) continue;
        insert.run(word);
        if (stored.size >= mostRemembered) stored.clear();
        stored.add(word);
      }
    },
    /** To be called when words were taken away. */
    forget: (): void => stored.clear(),
    /** Whether a word of some name begins so. */
    begins: (beginning: string): boolean => firstFrom(beginning)?.startsWith(beginning) ?? false,
    /** Whether it is a word of some name. */
    has: (word: string): boolean => firstFrom(word) === word,
    /** What a folded word may have been meant for, one slip away; nothing for short words, numbers and unspaced scripts. */
    corrections: (word: string): Corrections => {
      if (word.length < shortestCorrected || !isKept(word)) return none;
      const whole = new Set<string>();
      const begun = new Set<string>();
      const offer = (candidate: string) => {
        const found = candidate === word ? null : firstFrom(candidate);
        if (found === null || !found.startsWith(candidate)) return;
        // A beginning of the word itself would bring everybody who was left behind with its last letter.
        if (!word.startsWith(candidate)) begun.add(candidate);
        if (found === candidate) whole.add(candidate);
      };
      const letters = [...word];
      for (const [at, letter] of letters.entries()) {
        const before = letters.slice(0, at).join('');
        const after = letters.slice(at + 1).join('');
        const next = letters[at + 1];
        if (next !== undefined && next !== letter) offer(before + next + letter + letters.slice(at + 2).join(''));
        if (letter !== letters[at - 1]) offer(before + after);
        for (const other of lettersAfter(before, letter)) {
          if (other === letter) continue;
          offer(before + other + after);
          offer(before + other + letter + after);
        }
        // Past here every word would be two slips away.
        if (!firstFrom(before + letter)?.startsWith(before + letter)) break;
      }
      return { whole: [...whole].slice(0, mostCorrections), begun: [...begun].slice(0, mostCorrections) };
    },
  };
}

function isKept(word: string): boolean {
  return word.length >= shortestKept && word.length <= longestCorrected && !/\p{N}/u.test(word) && !isUnspaced(word);
}

/** The code points among which a letter's neighbours on the keyboard are found: those of its own script. */
function alphabetOf(letter: string): [number, number] {
  const code = letter.codePointAt(0) ?? 0;
  if (code < 0x80) return [0x61, 0x7a];
  const block = code - (code % 0x80);
  return [block, block + 0x7f];
}

/** Whether a typed word is one slip away from the beginning of another: the same slips as those of names. */
export function isOneSlipAway(typed: string, word: string): boolean {
  let at = 0;
  while (at < typed.length && typed[at] === word[at]) at += 1;
  if (at === typed.length) return false;
  const rest = typed.slice(at + 1);
  const isExchanged =
    typed[at] === word[at + 1] && typed[at + 1] === word[at] && word.startsWith(typed.slice(at + 2), at + 2);
  return (
    isExchanged ||
    word.startsWith(rest, at + 1) ||
    word.startsWith(rest, at) ||
    word.startsWith(typed.slice(at), at + 1)
  );
}
