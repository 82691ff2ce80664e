/**
 * Each id that was ever named has one number, its key, for good. Keys are small and grow by one.
 *
 * A UUID is one id with its dashes and without. Other ids that differ only in letter case are one where nothing says
 * otherwise: two people who are both stored, or both listed by one manager, stay two. What is stored is the spelling that
 * is asked with; the server's own, once there is a record of it.
 */
import type { DatabaseSync } from 'node:sqlite';
import { otherSpelling, type UserId } from '../../contract/ids.ts';
import type { PersonKey } from '../reporting/claim-graph.ts';
import { number, prepareQuery, userId } from './typed-query.ts';

export type { PersonKey };
export type PersonIds = ReturnType<typeof createPersonIds>;

/**
 * So many spellings of one id are looked at: a server may name thousands that differ in letter case alone, each of which would be
 * compared with all the others.
 */
const mostAlike = 16;

type Row = { readonly key: PersonKey; readonly id: UserId };

export function createPersonIds(database: DatabaseSync) {
  const keyOf = prepareQuery(database, 'SELECT key FROM ids WHERE id = ?', [number]);
  // As the index over them has it: what has 36 characters is a UUID in small letters, nearly always.
  const unlike = 'length(id) <> 36';
  const byLetters = prepareQuery(
    database,
    `SELECT key, id FROM ids WHERE id = ? COLLATE NOCASE AND ${unlike} LIMIT ${mostAlike}`,
    {
      key: number,
      id: userId,
    },
  );
  const isAnyUnlike = prepareQuery(database, `SELECT 1 FROM ids WHERE ${unlike} LIMIT 1`, [number]);
  const absent = prepareQuery(
    database,
    'SELECT w.key FROM json_each(?) w LEFT JOIN ids i ON i.id = w.value WHERE i.key IS NULL',
    [number],
  );
  const add = database.prepare('INSERT INTO ids (id) VALUES (?)');
  const addAs = database.prepare('INSERT INTO ids (key, id) VALUES (?, ?)');
  const rename = database.prepare('UPDATE ids SET id = ? WHERE key = ?');
  const idOf = prepareQuery(database, 'SELECT id FROM ids WHERE key = ?', [userId]);
  const isStored = prepareQuery(database, 'SELECT 1 FROM people WHERE key = ?', [number]);

  const exact = (id: string): PersonKey | null => keyOf.get(id)?.[0] ?? null;
  /** Whether there is anybody but UUIDs with dashes, which have no other spelling here. Once so, it stays so. */
  let isMixed = false;
  const isUnlike = (): boolean => {
    isMixed ||= isAnyUnlike.get() !== undefined;
    return isMixed;
  };
  /** Ids that are spelled otherwise and may be the same. */
  const alike = (id: string): Row[] => {
    const other = otherSpelling(id);
    if (id.length === 36 && other !== null && !isUnlike()) return [];
    const rows = byLetters.all(id);
    if (other === null) return rows;
    const key = exact(other);
    return [...rows, ...(key === null ? byLetters.all(other) : [{ key, id: other }])];
  };
  const find = (id: string): PersonKey | null => {
    const key = exact(id);
    if (key !== null) return key;
    const [one, ...others] = alike(id);
    return one === undefined || others.length > 0 ? null : one.key;
  };
  const insert = (id: UserId): PersonKey => Number(add.run(id).lastInsertRowid);
  const spelling = (key: PersonKey): UserId => idOf.one(key)[0];

  /** `given`: to records that come along. */
  const ownRow = (id: UserId, given: ReadonlySet<PersonKey>): Row => {
    const key = exact(id);
    if (key !== null) return { key, id };
    const rows = alike(id);
    const free = rows.find((row) => !given.has(row.key) && isStored.get(row.key) === undefined);
    if (free !== undefined) {
      rename.run(id, free.key);
      return { key: free.key, id };
    }
    const same = otherSpelling(id) === null ? undefined : rows[0];
    return same ?? { key: insert(id), id };
  };

  return {
    /** The key of an id, in whichever spelling; null for one that was never named, and where several may be meant. */
    find,
    /** The keys of the people an id may mean: the one of its very spelling, else the first that are spelled alike. */
    findAll: (id: string): PersonKey[] => {
      const key = exact(id);
      return key === null ? alike(id).map((row) => row.key) : [key];
    },
    /** Of a database that has some people of another: an id under its key there. Throws where either is taken. */
    giveAs: (key: PersonKey, id: UserId): void => {
      addAs.run(key, id);
    },
    /** The key of an id, given one where it has none. Within a transaction only, as all that follow. */
    give: (id: UserId): PersonKey => find(id) ?? insert(id),
    /**
     * For records that are stored together: gives the key of a record's own id, and how that is stored. A spelling that
     * nobody answered to gives way to the record's.
     */
    givingOwn: (): ((id: UserId) => Row) => {
      const given = new Set<PersonKey>();
      return (id) => {
        const row = ownRow(id, given);
        given.add(row.key);
        return row;
      };
    },
    /**
     * The key of an id that could not be had. Null where somebody is known by another spelling alone: they are asked for by
     * that one, and the answer is not about them.
     */
    giveMissed: (id: UserId): PersonKey | null => exact(id) ?? (alike(id).length > 0 ? null : insert(id)),
    /** The keys of the people one reply lists. */
    giveListed: (listed: readonly UserId[]): Set<PersonKey> => {
      const keys = new Set<PersonKey>();
      let apart: Set<UserId> | null = null;
      for (const id of listed) {
        const key = exact(id);
        if (key !== null) {
          keys.add(key);
          continue;
        }
        const [one, ...others] = alike(id);
        if (one !== undefined) apart ??= new Set(listed);
        const isSame = one !== undefined && others.length === 0 && apart?.has(one.id) !== true;
        keys.add(isSame ? one.key : insert(id));
      }
      return keys;
    },
    /** The id of a key that was given out. */
    idOf: spelling,
    /** The ids as they are stored, each once, in their order; those of nobody as they are. */
    asStored: (ids: readonly UserId[]): UserId[] => {
      // Most people lead nobody.
      if (ids.length === 0 || (ids.every((id) => id.length === 36) && !isUnlike())) return [...ids];
      const stored: UserId[] = [...ids];
      for (const [nth] of absent.all(JSON.stringify(ids))) {
        const id = stored[nth];
        const key = id === undefined ? null : find(id);
        if (key !== null) stored[nth] = spelling(key);
      }
      return [...new Set(stored)];
    },
  };
}
