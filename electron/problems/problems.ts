/**
 * What is wrong with the data, found by looking at all of it: loops, people nobody can be, ids that are none. Takes
 * seconds with a million people, so it is asked in a thread; the list is kept until something was written.
 */
import type { DatabaseSync } from 'node:sqlite';
import { mostNamed } from '../../contract/bounds.ts';
import type { Outcome } from '../../contract/failures.ts';
import type { UserId } from '../../contract/ids.ts';
import type { PersonCard } from '../../contract/person.ts';
import type { Problem } from '../../contract/sync.ts';
import { inOrder } from '../reporting/claim-order.ts';
import { loopsIn } from '../reporting/loops.ts';
import type { PersonKey } from '../sqlite/person-ids.ts';
import { number, prepareQuery } from '../sqlite/typed-query.ts';
import { createWriteMark } from '../sqlite/write-mark.ts';
import { createClaimsWatched } from '../storage/claims-upward.ts';
import type { Look } from '../storage/guarded-work.ts';
import type { Tables } from '../storage/tables.ts';

/** More direct reports than anybody can lead: ten times a broad span of control. */
export const tooManyReports = 500;
/** Of one kind. Beyond that the data is broken as a whole, and a longer list says no more. */
const mostOfOneKind = 5000;

export type ProblemsNeeds = {
  readonly database: DatabaseSync;
  readonly tables: Tables;
  readonly look: Look;
};

function firstOf<K extends string, T>(name: K, all: readonly T[]) {
  const some = all.slice(0, mostNamed);
  return { [name]: some, more: all.length - some.length } as { readonly [N in K]: T[] } & { readonly more: number };
}

export type ProblemWindow = { readonly rows: Problem[]; readonly total: number };

/** A problem as it is kept: small, and turned into what is shown for the rows that are. */
type Found =
  | { readonly kind: 'list-part' }
  | { readonly kind: 'cycle'; readonly keys: readonly PersonKey[] }
  | { readonly kind: 'bad-entry'; readonly nth: number }
  | { readonly kind: OfOne; readonly key: PersonKey };

/** What is about one person. */
type OfOne = Exclude<Problem['kind'], 'list-part' | 'cycle' | 'bad-entry'>;

export function createProblems({ database, tables, look }: ProblemsNeeds) {
  const { ids, people, claims, notFound, failures, listOddities, sync } = tables;
  const keysOf = (sql: string) => {
    const query = prepareQuery(database, `${sql} LIMIT ${mostOfOneKind}`, [number]);
    return () => query.all().map(([key]) => key);
  };
  const failed = keysOf('SELECT person FROM fetch_failures ORDER BY person');
  const gone = keysOf('SELECT person FROM not_found WHERE ended_at IS NULL ORDER BY person');
  const selfReports = keysOf('SELECT manager FROM claims WHERE manager = report AND ended_at IS NULL');
  const crowded = keysOf(`SELECT key FROM people WHERE report_count > ${tooManyReports} ORDER BY report_count DESC`);
  const odd = keysOf('SELECT key FROM people WHERE report_oddities IS NOT NULL ORDER BY sort_name');
  const claimedTwice = keysOf(`
    SELECT report FROM claims WHERE ended_at IS NULL AND manager <> report GROUP BY report HAVING count(*) > 1`);
  const writeMark = createWriteMark(database);
  const upward = createClaimsWatched(database, claims);

  let kept: { readonly at: string; readonly found: readonly Found[] } | null = null;

  const findAll = (): Found[] => {
    const each = (kind: OfOne, keys: readonly PersonKey[]) => keys.map((key): Found => ({ kind, key }));
    const strange = odd().map((key) => ({ key, ...people.reportOddities(key) }));
    return [
      ...(sync.load().listPart === null ? [] : [{ kind: 'list-part' } as const]),
      ...loopsIn(claims.everyList()).map((keys): Found => ({ kind: 'cycle', keys })),
      ...each('self-report', selfReports()),
      ...each(
        'not-an-id',
        strange.flatMap(({ key, notIds }) => (notIds.length > 0 ? [key] : [])),
      ),
      ...each(
        'duplicate-report',
        strange.flatMap(({ key, duplicates }) => (duplicates.length > 0 ? [key] : [])),
      ),
      ...listOddities.badEntries().map((nth): Found => ({ kind: 'bad-entry', nth })),
      ...each('listed-twice', listOddities.listedTwice()),
      ...each('too-many-reports', crowded()),
      ...each('failed', failed()),
      ...each('not-found', gone()),
      ...each('several-managers', claimedTwice()),
    ];
  };

  const cards = (keys: readonly PersonKey[]): PersonCard[] => keys.flatMap((key) => people.cardOfKey(key) ?? []);
  const managers = (key: PersonKey) => {
    const now = upward.now();
    const first = inOrder(now.claims.claimsOn(key), { first: now.managers.of(key), limit: mostNamed });
    return cards(first.map(({ manager }) => manager));
  };

  const shown = (found: Found): Problem | null => {
    if (found.kind === 'list-part') {
      const part = sync.load().listPart;
      return part === null ? null : { kind: found.kind, ...part };
    }
    if (found.kind === 'cycle') {
      const people = cards(found.keys.slice(0, mostNamed));
      return { kind: 'cycle', people, more: found.keys.length - people.length };
    }
    if (found.kind === 'bad-entry') {
      const bad = listOddities.badEntry(found.nth);
      return bad === null ? null : { kind: found.kind, entry: found.nth + 1, why: bad.why, text: bad.text };
    }
    const { kind, key } = found;
    const id: UserId = ids.idOf(key);
    const person = people.cardOfKey(key);
    if (kind === 'not-found') {
      return { kind, id, person, since: notFound.since(key) ?? 0, listedBy: managers(key) };
    }
    if (kind === 'failed') {
      const failure = failures.of(key);
      return failure === null ? null : { kind, id, person, ...failure, listedBy: managers(key) };
    }
    if (person === null) return null;
    switch (kind) {
      case 'self-report':
        return { kind, person };
      case 'too-many-reports':
        return { kind, person, reports: person.reportCount };
      case 'listed-twice':
        return { kind, person, times: listOddities.times(key) };
      case 'several-managers':
        return { kind, person, managers: managers(key) };
      case 'not-an-id':
        return { kind, person, ...firstOf('texts', people.reportOddities(key).notIds) };
      case 'duplicate-report':
        return { kind, person, ...firstOf('ids', people.reportOddities(key).duplicates) };
    }
  };

  /** A window of all problems, those that make the organisation unreadable first. */
  return ({ offset, limit }: { readonly offset: number; readonly limit: number }): Outcome<ProblemWindow> =>
    look('problems', () => {
      const at = writeMark();
      if (kept?.at !== at) kept = { at, found: findAll() };
      const rows = kept.found.slice(offset, offset + limit).flatMap((found) => shown(found) ?? []);
      return { rows, total: kept.found.length };
    });
}
