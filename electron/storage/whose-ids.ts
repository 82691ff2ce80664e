/** What this directory's own ids look like, and who goes by one: by it ids are told from other texts that are pasted. */
import type { DatabaseSync } from 'node:sqlite';
import { type OwnForm, ownFormOf } from '../pasted/own-form.ts';
import type { Whose } from '../pasted/whose.ts';
import { number, orNull, prepareQuery, text } from '../sqlite/typed-query.ts';
import type { Tables } from './tables.ts';

export type WhoseIdsNeeds = {
  readonly database: DatabaseSync;
  readonly tables: Pick<Tables, 'ids' | 'people'>;
  /** The origin they are fetched from. */
  readonly server: string | null;
};

/** Ids that are looked at, from all over the directory: a millisecond's worth. */
const sampled = 400;
/** The form is worked out again once there are so many times as many people. */
const grown = 1.25;

export function createWhoseIds({ database, tables: { ids, people }, server }: WhoseIdsNeeds): () => Whose {
  const last = prepareQuery(database, 'SELECT max(key) FROM people', [orNull(number)]);
  const from = prepareQuery(
    database,
    'SELECT i.key, i.id FROM people p CROSS JOIN ids i ON i.key = p.key WHERE p.key >= ? ORDER BY p.key LIMIT 1',
    { key: number, id: text },
  );
  const start = prepareQuery(database, 'SELECT id FROM start_ids ORDER BY position LIMIT ?', [text]);
  let known: { readonly form: OwnForm | null; readonly people: number } | null = null;

  const sample = (): string[] => {
    const most = last.one()[0] ?? 0;
    const found: string[] = [];
    const step = Math.max(1, most / sampled);
    for (let key = 1; key <= most; ) {
      const row = from.get(Math.ceil(key));
      if (row === undefined) break;
      found.push(row.id);
      key = Math.max(key + step, row.key + 1);
    }
    return found;
  };
  const formOf = (some: readonly string[]) => (some.length === 0 ? null : ownFormOf(some));
  const ownForm = (): OwnForm | null => {
    const stored = people.count();
    // While nobody is known more ids to start from may be added at any time.
    if (stored === 0) return formOf(start.all(sampled).map(([id]) => id));
    if (known === null || stored < known.people || stored > known.people * grown) {
      known = { form: formOf(sample()), people: stored };
    }
    return known.form;
  };

  return () => {
    const form = ownForm();
    const isKnown = (id: string) => ids.findAll(id).length > 0;
    return { server, isKnown, ownForm: form, hasBareUuids: form?.hasBareUuids === true };
  };
}
