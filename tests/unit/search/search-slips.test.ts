import { DatabaseSync } from 'node:sqlite';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createVocabulary, isOneSlipAway } from '../../../electron/search/vocabulary.ts';
import { inTransaction } from '../../../electron/sqlite/transaction.ts';
import { migrate } from '../../../electron/storage/migrations.ts';
import { freshFile, record, storeAt, userOf } from '../storage/stored.ts';
import type { DirectoryStore } from '../storage/whole-store.ts';

/** Damerau-Levenshtein, written down as it is defined. */
function distance(one: string, other: string): number {
  const rows = Array.from({ length: one.length + 1 }, (_, i) =>
    Array.from({ length: other.length + 1 }, (_, j) => i + j),
  );
  const at = (i: number, j: number) => rows[i]?.[j] ?? Number.POSITIVE_INFINITY;
  for (let i = 1; i <= one.length; i += 1) {
    for (let j = 1; j <= other.length; j += 1) {
      const same = one[i - 1] === other[j - 1] ? 0 : 1;
      const exchanged =
        one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1] ? at(i - 2, j - 2) + 1 : same + at(i - 1, j - 1);
      const row = rows[i];
      if (row !== undefined) row[j] = Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + same, exchanged);
    }
  }
  return at(one.length, other.length);
}

function vocabularyOf(words: readonly string[]) {
  const database = new DatabaseSync(':memory:');
  migrate(database);
  const vocabulary = createVocabulary(database);
  inTransaction(database, () => vocabulary.add(words.join(' ')));
  return vocabulary;
}

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'z', 'é', 'ж', 'з'), minLength: 3, maxLength: 7 });

describe('corrections', () => {
  it('are all the words one slip away in the same script, and none further', () => {
    fc.assert(
      fc.property(fc.uniqueArray(word, { minLength: 1, maxLength: 25 }), word, (words, typed) => {
        const { whole } = vocabularyOf(words).corrections(typed);
        if (typed.length < 4) {
          expect(whole).toEqual([]);
          return;
        }
        for (const one of whole) expect(distance(typed, one)).toBe(1);
        // A letter of another script, or one more at the very end, is no slip: the beginning is found as it is.
        const latin = words.filter((one) => /^[a-z]+$/.test(one) && !one.startsWith(typed));
        if (!/^[a-z]+$/.test(typed)) return;
        const near = latin.filter((one) => distance(typed, one) === 1);
        expect(new Set(whole.filter((one) => /^[a-z]+$/.test(one) && !one.startsWith(typed)))).toEqual(new Set(near));
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ['xernandez', 'a wrong first letter'],
    ['ernandez', 'a missing first letter'],
    ['efrnandez', 'the first two exchanged'],
    ['fernanedz', 'two exchanged'],
    ['fernandes', 'a wrong last letter'],
    ['fernandeez', 'one too many'],
    ['fernndez', 'one missing'],
  ])('%s: %s', (typed) => {
    expect(vocabularyOf(['fernandez', 'ferrero', 'hernan']).corrections(typed).whole).toEqual(['fernandez']);
  });

  it('are beginnings too, for a word that is not finished', () => {
    const { begun } = vocabularyOf(['fernandez', 'bernard']).corrections('feranan');
    expect(begun).toEqual(['fernan']);
  });

  it.each(['', 'ab', 'acb', '12345', '田中太', 'x'.repeat(40)])('are none for %j', (typed) => {
    expect(vocabularyOf(['abc', 'x'.repeat(40)]).corrections(typed)).toEqual({ whole: [], begun: [] });
  });
});

describe('one slip from the beginning of a word', () => {
  it('is what it is by definition', () => {
    fc.assert(
      fc.property(word, word, (typed, other) => {
        const beginnings = Array.from({ length: other.length + 1 }, (_, end) => other.slice(0, end));
        const least = Math.min(...beginnings.map((one) => distance(typed, one)));
        expect(isOneSlipAway(typed, other)).toBe(least === 1);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('a mistyped search', () => {
  let store: DirectoryStore;
  beforeAll(() => {
    store = storeAt(freshFile()).store;
    record(store, [
      userOf('lucia', { name: 'Lucía Fernández', role: 'Engineer' }),
      userOf('lucas', { name: 'Lucas Ferrer' }),
      userOf('gone', { name: 'Lucía Hernández', status: 'deleted', isDeleted: true }),
      userOf('jorg', { name: 'Jörg Müller' }),
      userOf('john', { name: 'John Smith' }),
      userOf('jonq', { name: 'Jonquil Weaver' }),
      userOf('omar', { name: 'Иван Петров' }),
    ]);
  });
  afterAll(() => store.close());
  const found = (text: string) => store.find({ text, status: null, limit: 20 });

  it.each([
    ['lucia fernadnez', 'lucia'],
    ['lucai fernandez', 'lucia'],
    ['lucia fernamd', 'lucia'],
    ['wucia fernandez', 'lucia'],
    ['fernandzez lucia', 'lucia'],
    ['muelelr', 'jorg'],
    ['jogr mulelr', 'jorg'],
    ['Иван Петрво', 'omar'],
    ['enginere', 'lucia'],
    ['lucia engineeer', 'lucia'],
  ])('%s finds who was meant', (text, id) => {
    expect(found(text)[0]?.card.id).toBe(id);
  });

  it('marks the word that was meant', () => {
    const marked = (text: string) => {
      const [one] = found(text);
      return one?.marks.map(([start, end]) => one.card.name.slice(start, end));
    };
    expect(marked('lucia fernadnez')).toEqual(['Lucía', 'Fernández']);
    expect(marked('lucia fernamd')).toEqual(['Lucía', 'Fernández']);
    expect(found('enginere')[0]?.because).toEqual({ field: 'role', text: 'Engineer', marks: [[0, 8]] });
  });

  it('is thought about only where next to nothing was found, and stands below what was', () => {
    expect(found('lucia fernandez').map(({ card }) => card.id)).toEqual(['lucia']);
    expect(found('jonq').map(({ card }) => card.id)).toEqual(['jonq']);
    expect(found('jonn').map(({ card }) => card.id)).toEqual(['john', 'jonq']);
    // Three letters are as near to those of anybody.
    expect(found('jon').map(({ card }) => card.id)).toEqual(['jonq']);
  });

  it('finds nobody where two slips are too many', () => {
    expect(found('lxcxa')).toEqual([]);
  });
});
