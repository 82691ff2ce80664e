/** A part of the directory: everybody that a filter of the table leaves, by name. */
import type { DatabaseSync } from 'node:sqlite';
import { usualView } from '../../contract/people-view.ts';
import type { PeopleFilter } from '../../contract/table.ts';
import type { Whose } from '../pasted/whose.ts';
import { statusToNumber } from '../sqlite/status-order.ts';
import { createClaimsWatched } from '../storage/claims-upward.ts';
import type { Tables } from '../storage/tables.ts';
import { createPeopleBelow, type PeopleBelow } from './below.ts';
import { createFindKeys } from './find-keys.ts';
import { defineCountryCode } from './headcount.ts';
import { createManagerPlaces } from './manager-places.ts';
import { createOrders, type Order } from './order.ts';
import { keyIn, statusIn } from './rows.ts';

export type PartOfDirectory = {
  /** Holds until something is stored. */
  readonly of: (part: PeopleFilter) => Order;
  readonly named: PeopleBelow['named'];
};

export type PartOfDirectoryNeeds = {
  readonly database: DatabaseSync;
  readonly tables: Pick<Tables, 'ids' | 'index' | 'remembered' | 'people' | 'claims'>;
  readonly whose: () => Whose;
  /** Milliseconds since 1970-01-01T00:00Z. */
  readonly now: () => number;
};

export function createPartOfDirectory({ database, tables, whose, now }: PartOfDirectoryNeeds): PartOfDirectory {
  const { ids, claims } = tables;
  const upward = createClaimsWatched(database, claims);
  const below = createPeopleBelow({ database, ids, upward, claims });
  const findKeys = createFindKeys({ database, tables, whose });
  defineCountryCode(database);
  const orders = createOrders({ database, findKeys, managerPlaces: createManagerPlaces(database, upward), now });
  return {
    of: (part) => {
      const everybody = orders.compute(part, usualView.sort);
      const status = part.status === null ? null : statusToNumber(part.status);
      const isBelow = part.below === null ? null : below.of(part.below);
      if (status === null && isBelow === null) return everybody;
      return everybody.filter(
        (packed) => (status === null || statusIn(packed) === status) && (isBelow === null || isBelow(keyIn(packed))),
      );
    },
    named: below.named,
  };
}
