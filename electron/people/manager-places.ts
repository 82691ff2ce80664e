/** The place of everybody's manager in the order of names, for sorting people by it. */
import type { DatabaseSync } from 'node:sqlite';
import { orNull, prepareQuery, text } from '../sqlite/typed-query.ts';
import type { ClaimsUpward, UpwardOfAll } from '../storage/claims-upward.ts';

export type ManagerPlaces = {
  /** By person's key; 0 where nobody else lists the person. */
  readonly now: () => Int32Array;
  /** The same with pauses where there are many people. */
  readonly inParts: () => Generator<undefined, Int32Array>;
};

/** All of them take a few milliseconds. */
const fewPeople = 10_000;

export function createManagerPlaces(database: DatabaseSync, upward: Pick<ClaimsUpward, 'ofAll'>): ManagerPlaces {
  // Out of the index alone. Between people of one name it has the smaller key first.
  const byName = prepareQuery(
    database,
    'SELECT group_concat(key) FROM (SELECT key FROM people INDEXED BY people_by_name ORDER BY sort_name)',
    [orNull(text)],
  );
  let kept: { readonly of: UpwardOfAll; readonly places: Int32Array } | null = null;

  function* inParts(): Generator<undefined, Int32Array> {
    const of = upward.ofAll();
    if (kept?.of === of) return kept.places;
    const { managers, all } = of;
    const areMany = all.only.length > fewPeople;
    if (areMany) yield;
    const order = byName.one()[0]?.split(',').map(Number) ?? [];
    const placeOf = new Int32Array(order.reduce((most, key) => Math.max(most, key), 0) + 1);
    for (const [place, key] of order.entries()) placeOf[key] = place + 1;
    if (areMany) yield;
    const places = all.only.map((only, person) => {
      const manager = only < 0 ? managers.of(person) : only;
      return manager === null ? 0 : (placeOf[manager] ?? 0);
    });
    kept = { of, places };
    return places;
  }

  return {
    inParts,
    now: () => {
      const parts = inParts();
      for (let part = parts.next(); ; part = parts.next()) if (part.done === true) return part.value;
    },
  };
}
