/** Who lists whom, for many people at once: their manager first, then the others, the one whose claim was seen last first. */
import type { DatabaseSync } from 'node:sqlite';
import type { UserId } from '../../../contract/ids.ts';
import type { Claim } from '../../reporting/claim-graph.ts';
import { mainFirst } from '../../reporting/claim-order.ts';
import type { ClaimsUpward } from '../claims-upward.ts';
import type { PersonKey } from '../person-ids.ts';
import { statusFromNumber } from '../status-order.ts';

export type Manager = { readonly id: UserId; readonly name: string };

type Row = Manager & Omit<Claim, 'status'> & { readonly report: PersonKey; readonly status: number };

export function createManagers(database: DatabaseSync, upward: Pick<ClaimsUpward, 'now'>) {
  const claims = database.prepare(`
    SELECT c.report, c.manager, i.id, m.name, m.status, coalesce(m.reports_at, m.fetched_at) AS seenAt, c.first_seen_at AS begunAt,
      m.report_count AS listed
    FROM json_each(?) wanted
    CROSS JOIN claims c ON c.report = wanted.value AND c.ended_at IS NULL AND c.manager <> c.report
    CROSS JOIN people m ON m.key = c.manager
    CROSS JOIN ids i ON i.key = c.manager`);

  /** Those who are nobody's direct report have no entry; a claim on oneself is none. */
  return (people: readonly PersonKey[]): Map<PersonKey, Manager[]> => {
    const found = new Map<PersonKey, (Claim & Manager)[]>();
    for (const { report, ...row } of claims.all(JSON.stringify(people)) as Row[]) {
      const claim = { ...row, status: statusFromNumber(row.status) };
      const others = found.get(report);
      if (others === undefined) found.set(report, [claim]);
      else others.push(claim);
    }
    const { managers } = upward.now();
    return new Map(
      [...found].map(([report, some]) => {
        const ordered = some.length > 1 ? mainFirst(some, managers.of(report)) : some;
        return [report, ordered.map(({ id, name }) => ({ id, name }))];
      }),
    );
  };
}
