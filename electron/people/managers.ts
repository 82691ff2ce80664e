/** The managers of many people at once: their manager first, then the others, the one whose claim was seen last first. */
import type { DatabaseSync } from 'node:sqlite';
import type { UserId } from '../../contract/ids.ts';
import { inOrder } from '../reporting/claim-order.ts';
import type { PersonKey } from '../sqlite/person-ids.ts';
import { number, prepareQuery, text, userId } from '../sqlite/typed-query.ts';
import type { ClaimsUpward } from '../storage/claims-upward.ts';

export type Manager = { readonly id: UserId; readonly name: string };

/** Of so many the names are kept, which take a few megabytes. */
const mostKept = 20_000;

/** `mark`: differs whenever something was written. */
export function createManagers(database: DatabaseSync, mark: () => string, upward: Pick<ClaimsUpward, 'now'>) {
  const claims = prepareQuery(
    database,
    `SELECT c.report, c.manager
    FROM json_each(?) wanted
    CROSS JOIN claims c ON c.report = wanted.value AND c.ended_at IS NULL AND c.manager <> c.report`,
    [number, number],
  );
  const names = prepareQuery(
    database,
    `SELECT m.key, i.id, m.name
    FROM json_each(?) wanted CROSS JOIN people m ON m.key = wanted.value CROSS JOIN ids i ON i.key = m.key`,
    [number, userId, text],
  );
  // Many people share a manager, and few are managers: each is read once, for as long as nothing is written.
  const kept = new Map<PersonKey, Manager>();
  let keptAt = '';

  /** Those who are nobody's direct report have no entry; a claim on oneself is none. */
  return (people: readonly PersonKey[]): Map<PersonKey, Manager[]> => {
    const now = mark();
    if (keptAt !== now || kept.size > mostKept) kept.clear();
    keptAt = now;
    const living = claims.all(JSON.stringify(people));
    const unknown = new Set(living.map(([, manager]) => manager).filter((manager) => !kept.has(manager)));
    for (const [key, id, name] of unknown.size === 0 ? [] : names.all(JSON.stringify([...unknown])))
      kept.set(key, { id, name });
    const found = new Map<PersonKey, Manager[]>();
    for (const [report, key] of living) {
      const manager = kept.get(key);
      if (manager === undefined) continue;
      const others = found.get(report);
      if (others === undefined) found.set(report, [manager]);
      else others.push(manager);
    }
    const contested = [...found].flatMap(([report, some]) => (some.length > 1 ? [report] : []));
    if (contested.length === 0) return found;
    const { claims: all, managers } = upward.now(contested);
    for (const report of contested) {
      const ordered = inOrder(all.claimsOn(report), { first: managers.of(report) });
      found.set(
        report,
        ordered.flatMap(({ manager }) => kept.get(manager) ?? []),
      );
    }
    return found;
  };
}
