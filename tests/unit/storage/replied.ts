/** A store to which replies come as the API sends them, and what it then remembers. */
import { createHash } from 'node:crypto';
import { afterEach, beforeEach } from 'vitest';
import type { Sha256 } from '../../../contract/ids.ts';
import { readListedUser, readUserBytes } from '../../../electron/reading/user-reply.ts';
import { currentReader, type Reader } from '../../../electron/storage/reader.ts';
import { recordOf } from '../sync/organisation-server.ts';
import { freshFile, idOf, noon, storeAt } from './stored.ts';
import type { DirectoryStore } from './whole-store.ts';

export type Fields = Record<string, unknown>;

export const usersUrl = 'https://api.example.com/v1/ext/users';
const bytesOf = (text: string) => new Uint8Array(Buffer.from(text));
export const hashOf = (text: string) => createHash('sha256').update(text).digest('hex') as Sha256;

/** A whole record of the reference's fields. */
export const wholeRecord = (id: string, more: Fields = {}): Fields => ({ ...recordOf(id, []), ...more });

export const without = (record: Fields, ...fields: string[]): Fields =>
  Object.fromEntries(Object.entries(record).filter(([field]) => !fields.includes(field)));

/** The same reader under another number: whatever differs afterwards differs without a reason. */
export const sameReader = (version: number) => ({ ...currentReader, version });

export const realStoreAt = (file: string, reader = currentReader): DirectoryStore => storeAt(file, { reader }).store;

/** Opens a new store for each test of a file, and hands it over. `reopen` closes it and opens its file again. */
export function storeOfEachTest(use: (store: DirectoryStore) => void): { readonly reopen: (reader: Reader) => void } {
  let file: string;
  let store: DirectoryStore;
  const open = (reader?: Reader) => {
    store = realStoreAt(file, reader);
    use(store);
  };
  beforeEach(() => {
    file = freshFile();
    open();
  });
  afterEach(() => store.close());
  return {
    reopen: (reader) => {
      store.close();
      open(reader);
    },
  };
}

export type Replying = {
  readonly at?: number;
  readonly isServerTime?: boolean;
  readonly meta?: unknown;
  readonly reader?: Reader;
};

/** Records the text of a reply of Fetch User. */
export function tellText(store: DirectoryStore, id: string, text: string, replying: Replying = {}) {
  const { at = noon, isServerTime, reader } = replying;
  const url = `https://api.example.com/v1/ext/user/${id}`;
  const read = readUserBytes({
    id: idOf(id),
    url,
    bytes: bytesOf(text),
    contentType: 'application/json',
    receivedAt: at,
  });
  if (!read.ok) throw new Error(JSON.stringify(read.failure));
  const better = reader?.read(JSON.parse(text), idOf(id));
  const reply = better?.ok === true ? { ...read.value, user: better.value } : read.value;
  const recorded = store.recordUsers([{ ...reply, ...(isServerTime === undefined ? {} : { isServerTime }) }]);
  if (!recorded.ok) throw new Error(JSON.stringify(recorded.failure));
  return recorded.value[0];
}

/** The same for a record in its envelope. */
export function tell(store: DirectoryStore, record: Fields, replying: Replying = {}) {
  const text = JSON.stringify({ _data: record, _meta: replying.meta ?? {}, _errors: [] });
  return tellText(store, String(record.id), text, replying);
}

/** Records an entry of a list. */
export function list(store: DirectoryStore, record: Fields, at = noon) {
  const read = readListedUser(bytesOf(JSON.stringify(record)), at, usersUrl);
  if (!read.ok) throw new Error(JSON.stringify(read.failure));
  const { reply, isWhole } = read.value;
  const recorded = store.recordUsers([{ ...reply, isWhole }]);
  if (!recorded.ok) throw new Error(JSON.stringify(recorded.failure));
  return recorded.value[0];
}

/** The claims, and when each began, was last seen and ended, in hours after noon. */
export function claimsIn(store: DirectoryStore) {
  const rows = store.database
    .prepare(`
      SELECT m.id AS manager, r.id AS report, c.first_seen_at AS began, c.last_seen_at AS seen, c.ended_at AS ended
      FROM claims c JOIN ids m ON m.key = c.manager JOIN ids r ON r.key = c.report ORDER BY c.first_seen_at, m.id, r.id`)
    .all() as { manager: string; report: string; began: number; seen: number | null; ended: number | null }[];
  const hours = (at: number | null) => (at === null ? null : (at - noon) / hour);
  return rows.map(({ manager, report, began, seen, ended }) => [
    `${manager} > ${report}`,
    hours(began),
    hours(seen),
    hours(ended),
  ]);
}

/** Every reply kept: when it was first and last seen, in hours after noon, and its text. */
export function repliesIn(store: DirectoryStore, id: string) {
  const rows = store.database
    .prepare(`
      SELECT o.first_seen_at AS began, o.last_seen_at AS seen, o.text, o.sha256 FROM observations o
      JOIN ids i ON i.key = o.person WHERE i.id = ? ORDER BY o.id`)
    .all(id) as { began: number; seen: number; text: string; sha256: string }[];
  return rows.map(({ began, seen, text, sha256 }) => ({
    began: (began - noon) / hour,
    seen: (seen - noon) / hour,
    text,
    isItsHash: sha256 === hashOf(text),
  }));
}

export const hour = 3_600_000;
export const hours = (count: number) => noon + count * hour;
