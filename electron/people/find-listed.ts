/** Looks up the people of a list: of ids, addresses and numbers that were pasted into the search or the table's filter. */
import type { DatabaseSync } from 'node:sqlite';
import { mostEntries } from '../../contract/bounds.ts';
import type { ListedSummary } from '../../contract/pasted.ts';
import type { FoundPerson, MatchCounts } from '../../contract/person.ts';
import type { Status } from '../../contract/user.ts';
import type { ListedItem } from '../pasted/list-items.ts';
import { readList } from '../pasted/read-list.ts';
import type { Whose } from '../pasted/whose.ts';
import { typedNumbersIn } from '../phone/search-digits.ts';
import { createListed, listedBecause } from '../search/listed.ts';
import type { PersonKey } from '../sqlite/person-ids.ts';
import { nobodyOfAny, statusFromNumber } from '../sqlite/status-order.ts';
import { number, prepareQuery } from '../sqlite/typed-query.ts';
import type { Tables } from '../storage/tables.ts';

export type FindListedNeeds = {
  readonly database: DatabaseSync;
  readonly tables: Pick<Tables, 'ids' | 'people'>;
  readonly whose: () => Whose;
};

export type ListAsked = {
  readonly text: string;
  /** Of this one alone; null: of any. */
  readonly status: Status | null;
  /** How many people to give. */
  readonly limit: number;
};

/** `found`: in the order of the list. `counts`: of everybody meant by it. */
export type FoundListed = {
  readonly listed: ListedSummary;
  readonly found: readonly FoundPerson[];
  readonly counts: MatchCounts;
};

export type FindListed = {
  /** Null: the text is no list. */
  readonly find: (asked: ListAsked) => FoundListed | null;
  /** The same, everybody, and nothing else of them. */
  readonly keys: (text: string) => readonly PersonKey[] | null;
};

export function createFindListed({ database, tables: { ids, people }, whose }: FindListedNeeds): FindListed {
  const lookUp = createListed({ database, ids });
  const tally = prepareQuery(
    database,
    `SELECT p.status, count(*) FROM json_each(?) wanted CROSS JOIN people p ON p.key = wanted.value GROUP BY p.status`,
    [number, number],
  );

  const peopleOf = (looked: readonly (readonly [ListedItem, readonly PersonKey[]])[], asked: ListAsked) => {
    const found = new Map<PersonKey, FoundPerson>();
    for (const [item, keys] of looked) {
      for (const key of keys) {
        if (found.size >= asked.limit) return [...found.values()];
        const card = found.has(key) ? null : people.cardOfKey(key);
        if (card === null || (asked.status !== null && card.status !== asked.status)) continue;
        found.set(key, { card, marks: [], because: listedBecause(item, card, people.filed(key)) });
      }
    }
    return [...found.values()];
  };

  const countsOf = (keys: readonly PersonKey[]): MatchCounts => {
    const counts = nobodyOfAny();
    for (const [status, some] of tally.all(JSON.stringify([...new Set(keys)]))) counts[statusFromNumber(status)] = some;
    return { byStatus: counts, more: false };
  };

  /**
   * Null also for a telephone number in groups of digits, where ids are of digits alone and none of the groups is known, and
   * for a single item by which nobody is known: what stands beside it may be a name.
   */
  const lookedUp = (text: string) => {
    const list = readList(text, whose);
    if (list === null) return null;
    const keys = lookUp(list.items);
    if (list.items.length === 1 && keys[0]?.length === 0) return null;
    const isUnknown = list.items.every(({ kind }, nth) => kind === 'id' && keys[nth]?.length === 0);
    const isNumber = isUnknown && typedNumbersIn(text).length > 0;
    return isNumber ? null : { ...list, keys };
  };

  return {
    find: (asked) => {
      const list = lookedUp(asked.text);
      if (list === null) return null;
      const looked = list.items.map((item, nth) => [item, list.keys[nth] ?? []] as const);
      const notKnown = looked.filter(([, some]) => some.length === 0).map(([item]) => item.text);
      const understood = list.items.length;
      const { beyond, odd } = list;
      return {
        listed: {
          understood,
          known: understood - notKnown.length,
          notKnown: notKnown.slice(0, mostEntries),
          notKnownText: notKnown.join('\n'),
          beyond,
          odd,
        },
        found: peopleOf(looked, asked),
        counts: countsOf(list.keys.flat()),
      };
    },
    keys: (text) => lookedUp(text)?.keys.flat() ?? null,
  };
}
