/** Who is below somebody, by the manager that the one rule names for each person: what the organisation shows below them. */
import type { DatabaseSync } from 'node:sqlite';
import { cardBounds } from '../../contract/bounds.ts';
import type { UserId } from '../../contract/ids.ts';
import type { Below, BelowNamed } from '../../contract/table.ts';
import { shortened } from '../reading/read-notes.ts';
import type { PersonIds, PersonKey } from '../sqlite/person-ids.ts';
import { prepareQuery, text } from '../sqlite/typed-query.ts';
import type { ClaimsUpward, UpwardOfAll } from '../storage/claims-upward.ts';
import type { LivingClaims } from '../storage/living-claims.ts';

/**
 * Takes one claim of each circle away in `managerOf`, by key, as the organisation does. `begunAt`: since when the manager of each of
 * these people lists them, in their order.
 */
export type CutCircles = (managerOf: Int32Array, begunAt: (people: Int32Array) => Float64Array) => unknown;

/** What is found out of each person. */
const [isBelow, isElsewhere] = [1, 2];

export type IsBelow = (person: PersonKey) => boolean;

export type PeopleBelow = {
  /** Holds until somebody lists others. Nobody is below a person who is not known. */
  readonly of: (below: Below) => IsBelow;
  /** By their name; by their id where they are not stored. */
  readonly named: (id: UserId) => BelowNamed;
};

export type PeopleBelowNeeds = {
  readonly database: DatabaseSync;
  readonly ids: Pick<PersonIds, 'find'>;
  readonly upward: Pick<ClaimsUpward, 'ofAll'>;
  readonly claims: Pick<LivingClaims, 'claimsBegun'>;
  readonly cutCircles: CutCircles;
};

export function createPeopleBelow({ database, ids, upward, claims, cutCircles }: PeopleBelowNeeds): PeopleBelow {
  const nameOf = prepareQuery(database, 'SELECT substr(name, 1, 1000) FROM people WHERE key = ?', [text]);
  let kept: { readonly of: UpwardOfAll; readonly managerOf: Int32Array } | null = null;

  const begunAt = (people: Int32Array, managerOf: Int32Array): Float64Array => {
    const places = new Map(Array.from(people, (person, place) => [person, place]));
    const begun = new Float64Array(people.length);
    for (const [person, manager, at] of claims.claimsBegun([...people])) {
      if (managerOf[person] === manager) begun[places.get(person) ?? 0] = at;
    }
    return begun;
  };

  /** By key; 0: nobody's. */
  const managersOfAll = (): Int32Array => {
    const of = upward.ofAll();
    if (kept?.of === of) return kept.managerOf;
    const managerOf = of.all.only.slice();
    for (const person of of.all.contested) managerOf[person] = of.managers.of(person) ?? 0;
    cutCircles(managerOf, (people) => begunAt(people, managerOf));
    kept = { of, managerOf };
    return managerOf;
  };

  return {
    of: ({ id, which }) => {
      const top = ids.find(id);
      if (top === null) return () => false;
      const managerOf = managersOfAll();
      if (which === 'direct') return (person) => managerOf[person] === top;
      const below = everybodyBelow(managerOf, top);
      return (person) => below[person] === isBelow;
    },
    named: (id) => {
      const key = ids.find(id);
      const [name = id] = key === null ? [] : (nameOf.get(key) ?? []);
      return { id, name: shortened(name, cardBounds.name) };
    },
  };
}

/** By key. Each person is passed twice at most, however long the lines are. */
function everybodyBelow(managerOf: Int32Array, top: PersonKey): Uint8Array {
  const found = new Uint8Array(managerOf.length);
  found[0] = isElsewhere;
  for (let person = 1; person < managerOf.length; person += 1) {
    let at = person;
    while (at !== top && found[at] === 0) at = managerOf[at] ?? 0;
    const where = at === top ? isBelow : (found[at] ?? isElsewhere);
    for (let passed = person; passed !== at; passed = managerOf[passed] ?? 0) found[passed] = where;
  }
  return found;
}
