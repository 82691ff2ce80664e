/**
 * Everybody whom a text finds, without an order and without an end: the table sorts them as it was asked to. What the
 * search finds is found here as well; what was mistyped is thought about only where it would be nobody.
 */
import type { DatabaseSync } from 'node:sqlite';
import { findIds } from '../pasted/find-ids.ts';
import type { Whose } from '../pasted/whose.ts';
import { handleBegun, handleWhole, inPhone, nameBegun } from '../search/expressions.ts';
import type { Asked, Candidate } from '../search/index-table.ts';
import { jointsOf } from '../search/joints.ts';
import { createLabels } from '../search/labels.ts';
import { type Query, readQuery } from '../search/query.ts';
import { slipsOf } from '../search/slips.ts';
import { waysOf } from '../search/ways.ts';
import { asHandle } from '../search/words.ts';
import type { PersonKey } from '../sqlite/person-ids.ts';
import { number, prepareQuery } from '../sqlite/typed-query.ts';
import type { Tables } from '../storage/tables.ts';
import { createFindListed } from './find-listed.ts';
import type { FindKeys } from './order.ts';

export type FindKeysNeeds = {
  readonly database: DatabaseSync;
  readonly tables: Pick<Tables, 'ids' | 'index' | 'remembered' | 'people'>;
  readonly whose: () => Whose;
};

/** SQLite's way to say that there is no limit. */
const everybody: Asked = { status: null, limit: -1 };

export type KeyFinder = {
  readonly exactly: FindKeys;
  /** Where nobody is found exactly: who would be but for slips of the finger. */
  readonly bySlips: FindKeys;
};

export function createFindKeys(needs: FindKeysNeeds): FindKeys {
  const { exactly, bySlips } = createKeyFinder(needs);
  return (text) => {
    const found = exactly(text);
    return found.length > 0 ? found : bySlips(text);
  };
}

export function createKeyFinder({ database, tables, whose }: FindKeysNeeds): KeyFinder {
  const { ids, index, remembered } = tables;
  const listed = createFindListed({ database, tables, whose });
  const { vocabulary } = index;
  const labels = createLabels({ tokens: index.tokens, labelNames: remembered.labels });
  const match = prepareQuery(database, 'SELECT rowid FROM words WHERE words MATCH ?', [number]);
  const matching = (expression: string): PersonKey[] => match.all(expression).map(([key]) => key);
  const keysOf = (some: readonly Candidate[]) => some.map(({ key }) => key);

  const byWords = (query: Query): PersonKey[] => waysOf(query, labels).flatMap(matching);

  const byAddress = (address: string, local: string): PersonKey[] => [
    ...(local === '' ? [] : keysOf(index.matchAddress(handleWhole(local), address, everybody))),
    ...matching(handleBegun(asHandle(address))),
  ];

  const byNumber = (numbers: readonly string[]): PersonKey[] => {
    for (const digits of numbers) {
      const found = matching(inPhone(digits));
      if (found.length > 0) return found;
    }
    return [];
  };

  const bySlips = ({ words: typed, core }: Query): PersonKey[] => {
    const words = core?.words ?? typed;
    if (words.length === 0) return [];
    const joined = jointsOf(words, vocabulary).flatMap((way) => matching(nameBegun(way)));
    if (joined.length > 0) return joined;
    const slips = slipsOf(words, labels.matching(words), { vocabulary, labels, isSuspect: () => true });
    const corrected = slips.begun === null ? slips.whole : [...slips.whole, slips.begun];
    const found = corrected.flatMap(matching);
    return found.length > 0 ? found : matching(slips.relaxed);
  };

  return {
    exactly: (text) => {
      const list = listed.keys(text);
      if (list !== null) return list;
      const query = readQuery(text);
      // Asked for seldom, so what labels are called is read again each time.
      labels.changed();
      const { address, handle, numbers } = query;
      const linked = text.includes('://') ? findIds(text, whose(), false).ids : [];
      const named = [...linked, ...query.ids].flatMap(ids.findAll);
      const begun = query.idsBegun.flatMap((id) => keysOf(index.byIdPrefix(id, everybody)));
      const found = address === null ? byWords(query) : byAddress(address, handle);
      return [...new Set([...named, ...begun, ...found, ...byNumber(numbers)])];
    },
    bySlips: (text) => {
      const query = readQuery(text);
      return query.address !== null || listed.keys(text) !== null ? [] : bySlips(query);
    },
  };
}
