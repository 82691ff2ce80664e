/**
 * Who lists whom, looked at from below. What a question needs is read as it is needed, which is little even of a large
 * organisation: whoever stands above somebody. Where it turns out to be much, all claims are read at once and kept.
 */
import type { DatabaseSync } from 'node:sqlite';
import type { Claim, Claims } from '../reporting/claim-graph.ts';
import { createMainManagers, type MainManagers } from '../reporting/main-managers.ts';
import { type AllClaims, allClaimsOf } from './all-claims.ts';
import type { ClaimsTable } from './claims-table.ts';
import type { PersonKey } from './person-ids.ts';
import { createWriteMark } from './write-mark.ts';

/** The claims, and what the rule makes of them. Holds for one question; the next may meet others. */
export type Upward = { readonly claims: Claims; readonly managers: MainManagers };
export type UpwardOfAll = Upward & { readonly all: AllClaims };

export type ClaimsUpward = {
  readonly now: () => Upward;
  /** For questions about everybody. */
  readonly ofAll: () => UpwardOfAll;
  /** To be called when something was stored: `claims`: somebody lists others now; `people`: no more than who they are. */
  readonly changed: (what: 'claims' | 'people') => void;
};

/** Claims read one by one before all are read at once: in a few milliseconds, for which most questions need a few. */
const fewClaims = 1000;

export function createClaimsUpward(table: ClaimsTable): ClaimsUpward {
  let all: AllClaims | null = null;
  let upward: UpwardOfAll | null = null;

  const ofAll = (claimsOn = keeping(table.claimsOn)): UpwardOfAll => {
    all ??= allClaimsOf(table.everyList());
    upward ??= { ...upwardOf({ managersOf: all.managersOf, claimsOn }), all };
    return upward;
  };

  const asNeeded = (): Claims => {
    let read = 0;
    const claimsOn = keeping((person) => {
      const claims = table.claimsOn(person);
      read += 1 + claims.length;
      return claims;
    });
    const managersOf = keeping((person) => claimsOn(person).map(({ manager }) => manager));
    return {
      managersOf: (person) => (read > fewClaims ? ofAll(claimsOn).claims.managersOf(person) : managersOf(person)),
      claimsOn,
    };
  };

  return {
    now: () => (all === null ? upwardOf(asNeeded()) : ofAll()),
    ofAll: () => ofAll(),
    changed: (what) => {
      upward = null;
      if (what === 'claims') all = null;
    },
  };
}

/** The same for a connection that is not told what others write. */
export function createClaimsWatched(database: DatabaseSync, table: ClaimsTable): Pick<ClaimsUpward, 'now' | 'ofAll'> {
  const mark = createWriteMark(database);
  const upward = createClaimsUpward(table);
  let at = mark();
  const current = () => {
    const now = mark();
    if (now !== at) upward.changed('claims');
    at = now;
    return upward;
  };
  return { now: () => current().now(), ofAll: () => current().ofAll() };
}

function upwardOf(claims: Claims): Upward {
  return { claims, managers: createMainManagers(claims) };
}

function keeping<T extends readonly PersonKey[] | readonly Claim[]>(read: (person: PersonKey) => T) {
  const kept = new Map<PersonKey, T>();
  return (person: PersonKey): T => {
    const before = kept.get(person);
    if (before !== undefined) return before;
    const found = read(person);
    kept.set(person, found);
    return found;
  };
}
