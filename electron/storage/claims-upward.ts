/**
 * The claims, looked at from below. A question reads what it needs when it needs it, which is little even of a large
 * organisation: the people above one person. Where it turns out to be much, all claims are read at once and kept.
 */
import type { DatabaseSync } from 'node:sqlite';
import type { Claim, Claims } from '../reporting/claim-graph.ts';
import { createForks } from '../reporting/forks.ts';
import { createMainManagers, type MainManagers } from '../reporting/main-managers.ts';
import type { PersonKey } from '../sqlite/person-ids.ts';
import { createWriteMark } from '../sqlite/write-mark.ts';
import { type AllClaims, allClaimsOf } from './all-claims.ts';
import { createClaimsInMemory } from './claims-in-memory.ts';
import type { LivingClaims } from './living-claims.ts';

/** The claims, and what the rule makes of them. Holds for one question; the next may meet others. */
export type Upward = { readonly claims: Claims; readonly managers: MainManagers };
export type UpwardOfAll = Upward & { readonly all: AllClaims };

export type ClaimsUpward = {
  /** `people`: who will be asked about, where they are many. */
  readonly now: (people?: readonly PersonKey[]) => Upward;
  /** For questions about everybody. */
  readonly ofAll: () => UpwardOfAll;
  /** To be called when it was stored that somebody lists others than before. */
  readonly claimsChanged: () => void;
  /**
   * To be called when something else was stored of people: what they are as managers may be another. Nobody is asked for where
   * nothing is kept.
   */
  readonly peopleChanged: (people: Iterable<PersonKey>) => void;
};

/** People looked at one by one before all claims are read at once, which takes about as long as a few thousand of them. */
const fewPeople = 1000;

/** People looked at in one piece. */
const mostInPart = 50;

export function createClaimsUpward(table: LivingClaims): ClaimsUpward {
  let all: AllClaims | null = null;
  let upward: UpwardOfAll | null = null;

  const ofAll = (): UpwardOfAll => {
    if (upward !== null) return upward;
    all ??= allClaimsOf(table.everyList());
    const { managersOf, listsOthers, forkAbove } = all;
    let several: Claims['claimsOn'] | null = null;
    const claims: Claims = {
      managersOf,
      listsOthers,
      forkAbove,
      claimsOn: (person) => {
        if (managersOf(person).length < 2) return table.claimsOn(person);
        several ??= createClaimsInMemory(table, { contested: all?.contested ?? [], managersOf });
        return several(person);
      },
    };
    upward = { claims, managers: createMainManagers(claims), all };
    return upward;
  };

  /** `people`: who is asked about, where that is many; what stands above all of them is read a level at a time. */
  const asNeeded = (people: readonly PersonKey[]): Claims => {
    const kept = new Map<PersonKey, readonly Claim[]>();
    let looked = 0;
    const claimsOn = (person: PersonKey): readonly Claim[] => {
      const before = kept.get(person);
      if (before !== undefined) return before;
      const claims = table.claimsOn(person);
      kept.set(person, claims);
      looked += 1 + claims.length / 10;
      return claims;
    };
    const managersOf = (person: PersonKey) => claimsOn(person).map(({ manager }) => manager);
    for (let level = [...people]; level.length > 0; ) {
      // In parts: where thousands list each person, the first few show that reading all claims is cheaper.
      for (let from = 0; from < level.length && looked <= fewPeople; from += mostInPart) {
        const part = level.slice(from, from + mostInPart);
        const claims = Map.groupBy(table.claimsOnMany(part), ([report]) => report);
        for (const person of part) {
          const some = (claims.get(person) ?? []).map(([, claim]) => claim);
          kept.set(person, some);
          looked += (1 + some.length / 10) / 5;
        }
      }
      if (looked > fewPeople) break;
      level = [...new Set(level.flatMap(managersOf))].filter((manager) => !kept.has(manager));
    }
    const few: Claims = {
      managersOf,
      claimsOn,
      // Nobody is asked: they are looked at like everybody else.
      listsOthers: () => true,
      forkAbove: createForks((person) => now().managersOf(person)),
    };
    function now(): Claims {
      return looked > fewPeople ? ofAll().claims : few;
    }
    return {
      managersOf: (person) => now().managersOf(person),
      claimsOn: (person) => now().claimsOn(person),
      listsOthers: (person) => now().listsOthers(person),
      forkAbove: (person) => now().forkAbove(person),
    };
  };

  return {
    now: (people = []) => {
      if (all !== null) return ofAll();
      const claims = asNeeded(people);
      return { claims, managers: createMainManagers(claims) };
    },
    ofAll,
    claimsChanged: () => {
      upward = null;
      all = null;
    },
    peopleChanged: (people) => {
      if (upward === null) return;
      // The rule asks of nobody else who they are.
      for (const person of people) {
        if (!upward.claims.listsOthers(person)) continue;
        upward = null;
        return;
      }
    },
  };
}

/** The same for a connection that is not told what others write. */
export function createClaimsWatched(database: DatabaseSync, table: LivingClaims): Pick<ClaimsUpward, 'now' | 'ofAll'> {
  const mark = createWriteMark(database);
  const upward = createClaimsUpward(table);
  let at = mark();
  const current = () => {
    const now = mark();
    if (now !== at) upward.claimsChanged();
    at = now;
    return upward;
  };
  return { now: (people) => current().now(people), ofAll: () => current().ofAll() };
}
