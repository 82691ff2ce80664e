/** Forests made of a list of managers, for tests that need no database. */
import { marks, noStatus } from '../../../contract/organisation-marks.ts';
import { buildForest, type ForestParts } from '../../../electron/organisation/build-forest.ts';
import type { Forest } from '../../../electron/organisation/forest.ts';

export type Planted = {
  /** By person, from key 1 on: their manager's key; 0: nobody. */
  readonly managers: readonly number[];
  /** By person: a status's code; null: only named. Usually everybody is active. */
  readonly statuses?: readonly (number | null)[];
  /** By person: since when their manager lists them. Usually always. */
  readonly begun?: readonly number[];
  /** Stored people in the order of their names. Usually that of their keys. */
  readonly byName?: readonly number[];
  /** Whose order is kept. Usually nobody's. */
  readonly before?: Forest | null;
};

export function partsOf({ managers, statuses = [], begun = [], byName, before = null }: Planted): ForestParts {
  const length = managers.length + 1;
  const codeOf = (key: number) => statuses[key - 1] ?? (statuses[key - 1] === null ? null : 0);
  const keys = managers.map((_, nth) => nth + 1);
  return {
    byName: Int32Array.from(byName ?? keys.filter((key) => codeOf(key) !== null)),
    managerOf: Int32Array.from([0, ...managers]),
    marksOf: Uint16Array.from([noStatus, ...keys.map((key) => codeOf(key) ?? noStatus | marks.notFetched)]),
    throughOthersOf: new Int32Array(length),
    before,
    begunAt: (people) => Float64Array.from(people, (key) => begun[key - 1] ?? 0),
  };
}

export const plant = (planted: Planted): Forest => buildForest(partsOf(planted));

/** By place, from 1 on. */
export const placesOf = ({ people }: Forest): number[] => Array.from({ length: people }, (_, nth) => nth + 1);
