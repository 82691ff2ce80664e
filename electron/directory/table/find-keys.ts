/** Everybody whom a text finds, without an order and without an end: the table sorts them as it was asked to. */
import type { DatabaseSync } from 'node:sqlite';
import type { PersonKey } from '../person-ids.ts';
import { begunAnywhere, handleBegun, inPhone } from '../search/expressions.ts';
import { createLabels } from '../search/labels.ts';
import { readQuery } from '../search/query.ts';
import type { Tables } from '../tables.ts';
import type { FindKeys } from './order.ts';

export type FindKeysNeeds = {
  readonly database: DatabaseSync;
  readonly tables: Pick<Tables, 'ids' | 'index' | 'remembered'>;
};

export function createFindKeys({ database, tables: { ids, index, remembered } }: FindKeysNeeds): FindKeys {
  const labels = createLabels({ tokens: index.tokens, labelNames: remembered.labels });
  const match = database.prepare('SELECT rowid FROM words WHERE words MATCH ?');
  match.setReturnArrays(true);

  return (text) => {
    const { words, handle, address, phone, ids: pieces } = readQuery(text);
    // Asked for seldom, so what labels are called is read anew each time.
    labels.changed();
    const expressions = [
      ...(words.length > 0 && address === null ? [begunAnywhere(words, labels.matching(words))] : []),
      ...(handle === '' ? [] : [handleBegun(handle)]),
      ...(phone === null ? [] : [inPhone(phone)]),
    ];
    const found = expressions.flatMap((one) => (match.all(one) as unknown as [PersonKey][]).map(([key]) => key));
    const named = pieces.flatMap((piece) => ids.find(piece) ?? ids.find(piece.toLowerCase()) ?? []);
    return [...new Set([...named, ...found])];
  };
}
