/** What roles and teams are called. Many people share one: each is asked for once, for as long as nothing is written. */
import type { DatabaseSync } from 'node:sqlite';
import type { Label } from '../../contract/person.ts';
import type { LabelKind } from '../../contract/table.ts';
import { orNull, prepareQuery, text } from '../sqlite/typed-query.ts';
import { toLabel } from '../storage/cards.ts';
import { ownName, servedName } from './stored-columns.ts';

/** The label of an id; null for none. Of ids that were not among those asked for, too. */
export type LabelOf = (id: string | null) => Label | null;

/** A directory in which each person has a role of their own is asked again. */
const mostKept = 10_000;

/** `mark`: differs whenever something was written. */
export function createLabelNames(database: DatabaseSync, mark: () => string, kind: LabelKind) {
  const names = prepareQuery(
    database,
    `SELECT wanted.value, ${servedName(kind, 'wanted.value')}, ${ownName(kind, 'wanted.value')} FROM json_each(?) wanted`,
    [text, orNull(text), orNull(text)],
  );
  const kept = new Map<string, Label | null>();
  let keptAt = '';

  /** The labels of these ids, now. */
  return (ids: readonly (string | null)[]): LabelOf => {
    const now = mark();
    if (keptAt !== now || kept.size > mostKept) kept.clear();
    keptAt = now;
    const unknown = new Set(ids.filter((id): id is string => id !== null && !kept.has(id)));
    for (const [id, served, own] of unknown.size === 0 ? [] : names.all(JSON.stringify([...unknown])))
      kept.set(id, toLabel(id, served, own));
    return (id) => (id === null ? null : (kept.get(id) ?? { id, name: null, namedBy: null }));
  };
}
