/** The roles and teams that people have, with how many have each: what there is to choose from. */
import type { DatabaseSync } from 'node:sqlite';
import { withoutLabel } from '../../contract/people-view.ts';
import type { LabelCount, LabelCounts, LabelKind, LabelsAsked } from '../../contract/table.ts';
import { fold } from '../search/fold.ts';
import type { PersonKey } from '../sqlite/person-ids.ts';
import { number, orNull, prepareQuery, text } from '../sqlite/typed-query.ts';
import { labelOrder } from './label-order.ts';
import type { Narrowing } from './narrowing.ts';
import { labelName } from './stored-columns.ts';

/** More than anybody looks through; the rest is reached by typing. */
const mostLabels = 100;

export function createLabelCounts(database: DatabaseSync, narrowing: Narrowing) {
  return ({ filter, kind, text: typed }: LabelsAsked): LabelCounts => {
    const { where, values } = narrowing({ ...filter, [kind]: null });
    const counts = prepareQuery(
      database,
      `SELECT coalesce(had.id, '${withoutLabel}') AS id, ${labelName(kind, 'had.id')} AS name, had.people
        FROM (SELECT p.${kind} AS id, count(*) AS people FROM people p ${where} GROUP BY 1) had`,
      { id: text, name: orNull(text), people: number },
    );
    return labelsNamed(counts.all(...values), typed);
  };
}

/** How many of the people have each role or team that one of them has. */
export function countLabels(database: DatabaseSync, kind: LabelKind, people: readonly PersonKey[]): LabelCount[] {
  const counts = prepareQuery(
    database,
    `SELECT coalesce(had.id, '${withoutLabel}') AS id, ${labelName(kind, 'had.id')} AS name, had.people
      FROM (SELECT p.${kind} AS id, count(*) AS people FROM json_each(?) one CROSS JOIN people p ON p.key = one.value
        GROUP BY 1) had`,
    { id: text, name: orNull(text), people: number },
  );
  return counts.all(JSON.stringify(people));
}

/** Those whose name has what is typed in it, in their order. One label may be counted in several parts. */
export function labelsNamed(counts: readonly LabelCount[], typed: string): LabelCounts {
  const whole = new Map<string, LabelCount>();
  for (const one of counts) whole.set(one.id, { ...one, people: one.people + (whole.get(one.id)?.people ?? 0) });
  const wanted = fold(typed.trim());
  const found = [...whole.values()]
    .filter((label) => fold(label.name ?? label.id).includes(wanted))
    .map((label) => ({ label, order: labelOrder(label.name ?? label.id) }))
    .sort((a, b) => rank(a.label) - rank(b.label) || (a.order < b.order ? -1 : a.order > b.order ? 1 : 0))
    .map(({ label }) => label);
  return { labels: found.slice(0, mostLabels), more: Math.max(0, found.length - mostLabels) };
}

/** Those with a name, then those of which only the id is known, then those who have none. */
function rank({ id, name }: LabelCount): number {
  return id === withoutLabel ? 2 : name === null ? 1 : 0;
}
