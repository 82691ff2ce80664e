/** Who lists whom, for many people at once: their managers, the one whose claim was seen last first. */
import type { DatabaseSync } from 'node:sqlite';
import type { UserId } from '../../../contract/ids.ts';
import type { PersonKey } from '../person-ids.ts';

export type Manager = { readonly id: UserId; readonly name: string };

export function createManagers(database: DatabaseSync) {
  const claims = database.prepare(`
    SELECT c.report, i.id, m.name
    FROM json_each(?) wanted
    CROSS JOIN claims c ON c.report = wanted.value AND c.ended_at IS NULL AND c.manager <> c.report
    CROSS JOIN people m ON m.key = c.manager
    CROSS JOIN ids i ON i.key = c.manager
    ORDER BY c.report, m.fetched_at DESC, c.first_seen_at DESC, c.manager`);

  /** Those who are nobody's direct report have no entry; a claim on oneself is none. */
  return (people: readonly PersonKey[]): Map<PersonKey, Manager[]> => {
    const found = new Map<PersonKey, Manager[]>();
    const rows = claims.all(JSON.stringify(people)) as ({ readonly report: PersonKey } & Manager)[];
    for (const { report, id, name } of rows) {
      const managers = found.get(report);
      if (managers === undefined) found.set(report, [{ id, name }]);
      else managers.push({ id, name });
    }
    return found;
  };
}
