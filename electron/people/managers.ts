/** The managers of many people at once: their manager first, then the others, the one whose claim was seen last first. */
import type { DatabaseSync } from 'node:sqlite';
import type { UserId } from '../../contract/ids.ts';
import { inOrder } from '../reporting/claim-order.ts';
import type { PersonKey } from '../sqlite/person-ids.ts';
import { number, prepareQuery, text, userId } from '../sqlite/typed-query.ts';
import type { ClaimsUpward } from '../storage/claims-upward.ts';

export type Manager = { readonly id: UserId; readonly name: string };

export function createManagers(database: DatabaseSync, upward: Pick<ClaimsUpward, 'now'>) {
  const claims = prepareQuery(
    database,
    `SELECT c.report, c.manager, i.id, m.name
    FROM json_each(?) wanted
    CROSS JOIN claims c ON c.report = wanted.value AND c.ended_at IS NULL AND c.manager <> c.report
    CROSS JOIN people m ON m.key = c.manager
    CROSS JOIN ids i ON i.key = c.manager`,
    [number, number, userId, text],
  );

  /** Those who are nobody's direct report have no entry; a claim on oneself is none. */
  return (people: readonly PersonKey[]): Map<PersonKey, Manager[]> => {
    const found = new Map<PersonKey, Manager[]>();
    const byKey = new Map<PersonKey, Manager>();
    for (const [report, key, id, name] of claims.all(JSON.stringify(people))) {
      const manager = { id, name };
      byKey.set(key, manager);
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
        ordered.flatMap(({ manager }) => byKey.get(manager) ?? []),
      );
    }
    return found;
  };
}
