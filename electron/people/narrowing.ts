/** The condition of a filter, for counting the people that it leaves. */
import type { DatabaseSync } from 'node:sqlite';
import type { PeopleFilter } from '../../contract/table.ts';
import { statusToNumber } from '../sqlite/status-order.ts';
import type { IsBelow, PeopleBelow } from './below.ts';
import { type FindKeys, whereOf } from './order.ts';

export type Narrowing = (filter: PeopleFilter) => {
  readonly where: string;
  /** Those that it takes, in their order. */
  readonly values: readonly (string | number)[];
};

/** What it gives holds until it is asked again. `p`: the table of people. */
export function createNarrowing(database: DatabaseSync, findKeys: FindKeys, below: Pick<PeopleBelow, 'of'>): Narrowing {
  let isBelow: IsBelow = () => false;
  database.function('is_below', (person) => Number(isBelow(Number(person))));
  return (filter) => {
    const narrowed = whereOf(filter, findKeys);
    const conditions = narrowed.where === '' ? [] : [narrowed.where];
    const values: (string | number)[] = [...narrowed.values];
    const add = (condition: string) => conditions.push(`${conditions.length === 0 ? 'WHERE' : 'AND'} ${condition}`);
    if (filter.status !== null) {
      add('p.status = ?');
      values.push(statusToNumber(filter.status));
    }
    if (filter.below !== null) {
      isBelow = below.of(filter.below);
      add('is_below(p.key)');
    }
    return { where: conditions.join(' '), values };
  };
}
