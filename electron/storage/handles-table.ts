/** Who can be reached by an address, a number or a username: looked up exactly, for lists of hundreds at once. */
import type { DatabaseSync } from 'node:sqlite';
import type { PersonKey } from '../sqlite/person-ids.ts';
import { number, orNull, prepareQuery, text } from '../sqlite/typed-query.ts';
import { fromLines } from './cards.ts';
import type { FiledContacts } from './filed-contacts.ts';
import { type Handle, type HandleKind, handleKinds, handlesOf } from './handles-of.ts';

export type Owner = { readonly key: PersonKey; readonly kind: HandleKind };

export type HandlesTable = ReturnType<typeof createHandlesTable>;

const codeOf = (kind: HandleKind): number => handleKinds.indexOf(kind);
const asOne = ({ handle, kind }: Handle): string => `${codeOf(kind)}${handle}`;

export function createHandlesTable(database: DatabaseSync) {
  const add = database.prepare('INSERT OR IGNORE INTO handles (handle, kind, person) VALUES (?, ?, ?)');
  const remove = database.prepare('DELETE FROM handles WHERE handle = ? AND kind = ? AND person = ?');
  const owners = prepareQuery(
    database,
    'SELECT person, kind FROM handles WHERE handle = ? ORDER BY kind, person LIMIT ?',
    [number, number],
  );
  const filledTo = prepareQuery(database, 'SELECT done_to FROM handles_filling', [number]);
  const setFilled = database.prepare('UPDATE handles_filling SET done_to = ?');
  const endFilling = database.prepare('DELETE FROM handles_filling');
  const next = prepareQuery(
    database,
    'SELECT key, username, emails, phones FROM people WHERE key > ? ORDER BY key LIMIT ?',
    { key: number, username: orNull(text), emails: orNull(text), phones: orNull(text) },
  );
  const left = prepareQuery(database, 'SELECT count(*) FROM people WHERE key > ?', [number]);

  const addAll = (key: PersonKey, some: readonly Handle[]) => {
    for (const { handle, kind } of some) add.run(handle, codeOf(kind), key);
  };

  return {
    /** Within a transaction. `before` null: nothing of the person is there yet. */
    put: (key: PersonKey, before: FiledContacts | null, after: FiledContacts): void => {
      const now = handlesOf(after);
      const kept = new Set(now.map(asOne));
      for (const one of before === null ? [] : handlesOf(before)) {
        if (!kept.has(asOne(one))) remove.run(one.handle, codeOf(one.kind), key);
      }
      addAll(key, now);
    },
    /** At most `limit` people, each once, those first whose own it is most surely. */
    ownersOf: (handle: string, limit: number): Owner[] => {
      const found = new Map<PersonKey, HandleKind>();
      for (const [key, code] of owners.all(handle, limit)) {
        if (!found.has(key)) found.set(key, handleKinds[code] ?? 'username');
      }
      return Array.from(found, ([key, kind]) => ({ key, kind }));
    },
    /** Fills in the next people who were stored before there was this table; how many. 0: everybody is in it. Within a transaction. */
    fill: (limit: number): number => {
      const from = filledTo.get()?.[0];
      if (from === undefined) return 0;
      const rows = next.all(from, limit);
      for (const { key, username, emails, phones } of rows) {
        addAll(key, handlesOf({ username, emails: fromLines(emails), phones: fromLines(phones) }));
      }
      const last = rows.at(-1);
      if (last === undefined) endFilling.run();
      else setFilled.run(last.key);
      return rows.length;
    },
    /** People whose handles are not filled in yet: so many at most. */
    lacking: (): number => {
      const from = filledTo.get()?.[0];
      return from === undefined ? 0 : left.one(from)[0];
    },
  };
}
