/** Since when problems are so: some carry it, of others it is when somebody left. */
import type { DatabaseSync } from 'node:sqlite';
import type { ProblemKind } from '../../contract/problems.ts';
import type { PersonKey } from '../sqlite/person-ids.ts';
import { statusFromNumber } from '../sqlite/status-order.ts';
import { number, orNull, prepareQuery } from '../sqlite/typed-query.ts';
import type { ClaimsUpward } from '../storage/claims-upward.ts';
import type { FoundOfKind } from './found.ts';

/** Of problems of a kind, by their places. Null: nothing says it. */
export type Sinces = (kind: ProblemKind, found: FoundOfKind, places: ArrayLike<number>) => (number | null)[];

const ofThePerson: readonly ProblemKind[] = ['gone-manager', 'deleted-active', 'still-available'];

export function createSinces(database: DatabaseSync, upward: Pick<ClaimsUpward, 'ofAll'>): Sinces {
  const left = prepareQuery(
    database,
    `SELECT p.key, p.status, p.deleted_at, p.not_found_since
    FROM json_each(?) w CROSS JOIN people p ON p.key = w.value`,
    [number, number, orNull(number), orNull(number)],
  );

  const leftAt = (people: Iterable<PersonKey>): Map<PersonKey, number | null> =>
    new Map(
      left.all(JSON.stringify([...people])).map(([key, code, deletedAt, notFoundSince]) => {
        const status = statusFromNumber(code);
        return [key, status === 'deleted' ? deletedAt : status === 'not-found' ? notFoundSince : null];
      }),
    );

  return (kind, { subjects, since }, places) => {
    const all = Array.from(places);
    if (since !== null) return all.map((place) => since[place] ?? null);
    const isLeftBehind = kind === 'left-behind';
    if (!isLeftBehind && !ofThePerson.includes(kind)) return all.map(() => null);
    const { managersOf } = upward.ofAll().all;
    const whoOf = (place: number): readonly PersonKey[] => {
      const person = subjects[place] ?? 0;
      return isLeftBehind ? managersOf(person) : [person];
    };
    const whenOf = leftAt(new Set(all.flatMap(whoOf)));
    // Somebody left behind by several is so since the last of them left.
    return all.map((place) =>
      whoOf(place).reduce<number | null>((last, one) => {
        const when = whenOf.get(one) ?? null;
        return last === null || when === null ? null : Math.max(last, when);
      }, Number.NEGATIVE_INFINITY),
    );
  };
}
