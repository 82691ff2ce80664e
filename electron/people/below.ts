/** Who is below somebody, by the manager that the one rule names for each person: what the organisation shows below them. */
import type { DatabaseSync } from 'node:sqlite';
import { cardBounds } from '../../contract/bounds.ts';
import type { UserId } from '../../contract/ids.ts';
import type { Below, BelowNamed } from '../../contract/table.ts';
import { shortened } from '../reading/read-notes.ts';
import { begunBy, cutCircles } from '../reporting/cut-circles.ts';
import type { PersonIds, PersonKey } from '../sqlite/person-ids.ts';
import { prepareQuery, text } from '../sqlite/typed-query.ts';
import type { ClaimsUpward, UpwardOfAll } from '../storage/claims-upward.ts';
import type { LivingClaims } from '../storage/living-claims.ts';

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
};

export function createPeopleBelow({ database, ids, upward, claims }: PeopleBelowNeeds): PeopleBelow {
  const nameOf = prepareQuery(database, 'SELECT substr(name, 1, 1000) FROM people WHERE key = ?', [text]);
  let kept: { readonly of: UpwardOfAll; readonly managerOf: Int32Array } | null = null;

  /** By key; 0: nobody's. Circles are cut as the organisation cuts them. */
  const managersOfAll = (): Int32Array => {
    const of = upward.ofAll();
    if (kept?.of === of) return kept.managerOf;
    const managerOf = of.all.only.slice();
    for (const person of of.all.contested) managerOf[person] = of.managers.of(person) ?? 0;
    const claimsBegun = (pairs: readonly (readonly [PersonKey, PersonKey])[]) =>
      claims.claimsBegun(pairs.map(([report]) => report));
    cutCircles(managerOf, begunBy(managerOf, claimsBegun));
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
