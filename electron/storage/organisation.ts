/**
 * The claims, as reporting asks for them: upward as `claims-upward.ts` reads it, downward from lists that are read when
 * first asked for and kept, since counting everybody below somebody may walk the whole organisation, and is asked
 * for again with every report that arrives.
 */
import type { DatabaseSync } from 'node:sqlite';
import type { UserId } from '../../contract/ids.ts';
import type { ClaimGraph } from '../reporting/claim-graph.ts';
import { KeySet } from '../reporting/key-set.ts';
import type { PersonIds, PersonKey } from '../sqlite/person-ids.ts';
import { number, orNull, prepareQuery, text } from '../sqlite/typed-query.ts';
import type { ClaimsTable } from './claims-table.ts';
import { createClaimsUpward, type Upward } from './claims-upward.ts';
import type { NotFoundTable } from './not-found-table.ts';
import { numbersIn } from './number-lists.ts';
import type { PeopleTable } from './people-table.ts';
import type { Recorded } from './recorded.ts';

export type Organisation = ClaimGraph & {
  /** The claims from below, for one question. */
  readonly upward: () => Upward;
  /** To be called after each recording, so that what is kept in memory stays true. */
  readonly changed: (recorded: readonly Recorded[]) => void;
  /** To be called when the server said of people that they do not exist. */
  readonly missed: (ids: readonly UserId[]) => void;
};

export type OrganisationNeeds = {
  readonly database: DatabaseSync;
  readonly ids: PersonIds;
  readonly people: PeopleTable;
  readonly claims: ClaimsTable;
  readonly notFound: NotFoundTable;
};

const nobody: readonly PersonKey[] = [];
/** Lists read one by one before all are read at once: the page of anybody but a head of thousands stays below it. */
const fewLists = 2000;

export function createOrganisation({ database, ids, people, claims, notFound }: OrganisationNeeds): Organisation {
  const everyKnown = prepareQuery(database, 'SELECT key FROM people', [number]);
  const failed = prepareQuery(database, 'SELECT group_concat(person) FROM fetch_failures', [orNull(text)]);
  const known = prepareQuery(database, 'SELECT report_count FROM people WHERE key = ?', [number]);

  /** Once `hasAll`, who has no entry lists nobody. */
  const lists = new Map<PersonKey, readonly PersonKey[]>();
  const upward = createClaimsUpward(claims);
  const knownKeys = new KeySet();
  let hasAll = false;
  /** Null: not read yet. Nobody has to leave it: whoever is found again is known. */
  let missing: KeySet | null = null;

  function* keysOf(some: Iterable<UserId>): Generator<PersonKey> {
    for (const id of some) {
      const key = ids.find(id);
      if (key !== null) yield key;
    }
  }

  const readAll = () => {
    lists.clear();
    for (const [manager, reports] of claims.everyList()) lists.set(manager, reports);
    for (const [key] of everyKnown.iterate()) knownKeys.add(key);
    hasAll = true;
  };

  const reportsOf = (manager: PersonKey): readonly PersonKey[] => {
    const kept = lists.get(manager);
    if (kept !== undefined) return kept;
    if (hasAll) return nobody;
    if (lists.size >= fewLists) {
      readAll();
      return lists.get(manager) ?? nobody;
    }
    const reports = claims.reportsOf(manager);
    lists.set(manager, reports);
    return reports;
  };

  return {
    keyOf: ids.find,
    cardOf: people.cardOfKey,
    upward: upward.now,
    reportsOf,
    isKnown: (key) => {
      if (knownKeys.has(key)) return true;
      if (hasAll || known.get(key) === undefined) return false;
      knownKeys.add(key);
      return true;
    },
    isNotFound: (key) => {
      if (missing === null) {
        missing = new KeySet();
        for (const one of notFound.every()) missing.add(one);
      }
      return missing.has(key);
    },
    // Read at each question: they come and go while a sync runs, and are few.
    failed: () => numbersIn(failed.one()[0] ?? ''),
    missed: (some) => {
      upward.peopleChanged(keysOf(some));
      // What is read later has them.
      if (missing === null) return;
      for (const key of keysOf(some)) missing.add(key);
    },
    changed: (recorded) => {
      if (recorded.some((one) => one.claims === 'changed')) upward.claimsChanged();
      else upward.peopleChanged(keysOf(recorded.map(({ id }) => id)));
      // Nothing is kept yet that could become untrue, and looking ids up takes long.
      if (!hasAll && lists.size === 0) return;
      for (const { id, what, claims: listed } of recorded) {
        const key = listed === 'changed' || (hasAll && what === 'added') ? ids.find(id) : null;
        if (key === null) continue;
        if (hasAll && what === 'added') knownKeys.add(key);
        if (listed === 'changed') {
          if (hasAll) lists.set(key, claims.reportsOf(key));
          else lists.delete(key);
        }
      }
    },
  };
}
