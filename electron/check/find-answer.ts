/** What is known of a row: who is meant by it, by what, and what the server last said of them. */
import type { DatabaseSync } from 'node:sqlite';
import { mostEntries } from '../../contract/bounds.ts';
import type { CheckAnswer, MatchedBy, WhyNotUnderstood } from '../../contract/check.ts';
import { FailureSchema } from '../../contract/failure-schema.ts';
import type { Failure } from '../../contract/failures.ts';
import type { UserId } from '../../contract/ids.ts';
import type { ListedItem } from '../pasted/list-items.ts';
import type { PersonKey } from '../sqlite/person-ids.ts';
import { statusFromNumber } from '../sqlite/status-order.ts';
import { number, orNull, prepareQuery, text } from '../sqlite/typed-query.ts';
import type { CheckAsked, Choice } from '../storage/checks-table.ts';
import { usernameHandle } from '../storage/handles-of.ts';
import type { Owner } from '../storage/handles-table.ts';
import type { Tables } from '../storage/tables.ts';
import { handlesOfItem, sortNamesOf } from './lookups.ts';
import type { RowText } from './row-text.ts';

/** Who may be meant: people who are stored, and ids of nobody who is. */
export type Several = { readonly keys: readonly PersonKey[]; readonly ids: readonly UserId[] };

/**
 * `key` null: nobody is meant, or an id that was never named. `id`: of an id that nobody who is stored has. `several`: of
 * `ambiguous` and of names; also where one of them was chosen.
 */
export type Answered = {
  readonly answer: CheckAnswer;
  readonly key: PersonKey | null;
  readonly id: UserId | null;
  readonly by: MatchedBy | null;
  readonly why: WhyNotUnderstood | null;
  readonly several: Several | null;
};

/** What the server last said of somebody. Times are milliseconds since 1970-01-01T00:00Z; null: never. */
export type Said = {
  readonly status: number | null;
  readonly fetchedAt: number | null;
  readonly notFoundAt: number | null;
  readonly notFoundSince: number | null;
  readonly failedAt: number | null;
  readonly failure: string | null;
};

export type FindAnswer = {
  readonly find: (read: RowText, choice: Choice | null, asked: CheckAsked | null) => Answered;
  readonly said: (key: PersonKey) => Said;
};

const none = { key: null, id: null, by: null, why: null, several: null };
const isRefusal = (kind: Failure['kind']) => kind === 'forbidden' || kind === 'unauthorized';

/** When the server last gave somebody, or said that there is no such user. */
export function answeredAt({ fetchedAt, notFoundAt }: Said): number | null {
  if (fetchedAt === null || notFoundAt === null) return fetchedAt ?? notFoundAt;
  return Math.max(fetchedAt, notFoundAt);
}

/** Whether somebody is still to be asked for, where the server was asked for this list. */
export function isToAsk(said: Said | null, { at, olderThan }: Pick<CheckAsked, 'at' | 'olderThan'>): boolean {
  if (said === null) return true;
  const tried = Math.max(answeredAt(said) ?? Number.NEGATIVE_INFINITY, said.failedAt ?? Number.NEGATIVE_INFINITY);
  return tried < at - olderThan;
}

/** Why the server gave no record, where that is the last thing known. Of somebody who is stored only where this list asked. */
export function failureIn(said: Said, asked: CheckAsked | null): Failure | null {
  const { status, failedAt, failure } = said;
  if (failedAt === null || failure === null) return null;
  if (failedAt < (answeredAt(said) ?? Number.NEGATIVE_INFINITY)) return null;
  if (status !== null && (asked === null || failedAt < asked.at)) return null;
  return FailureSchema.parse(JSON.parse(failure));
}

export function createFindAnswer(
  database: DatabaseSync,
  { ids, handles }: Pick<Tables, 'ids' | 'handles'>,
): FindAnswer {
  const said = prepareQuery(
    database,
    `SELECT p.status, p.fetched_at AS fetchedAt, n.last_at AS notFoundAt, n.since AS notFoundSince, f.at AS failedAt, f.failure
    FROM (SELECT ?1 AS key) k LEFT JOIN people p ON p.key = k.key
    LEFT JOIN not_found n ON n.person = k.key AND n.ended_at IS NULL
    LEFT JOIN fetch_failures f ON f.person = k.key`,
    {
      status: orNull(number),
      fetchedAt: orNull(number),
      notFoundAt: orNull(number),
      notFoundSince: orNull(number),
      failedAt: orNull(number),
      failure: orNull(text),
    },
  );
  const named = prepareQuery(database, `SELECT key FROM people WHERE sort_name = ? ORDER BY key LIMIT ${mostEntries}`, [
    number,
  ]);

  const answerOf = (key: PersonKey, asked: CheckAsked | null): CheckAnswer => {
    const one = said.one(key);
    const failure = failureIn(one, asked);
    if (failure !== null) return isRefusal(failure.kind) ? 'no-permission' : 'failed';
    if (one.status !== null) return statusFromNumber(one.status);
    return one.notFoundAt === null ? 'not-fetched' : 'not-found';
  };
  const person = (key: PersonKey, by: MatchedBy, asked: CheckAsked | null): Answered => ({
    ...none,
    answer: answerOf(key, asked),
    key,
    by,
  });

  const ofIds = (wanted: readonly UserId[], asked: CheckAsked | null): Answered => {
    const stored = new Set<PersonKey>();
    const others = new Map<UserId, PersonKey | null>();
    for (const id of wanted) {
      const keys = ids.findAll(id);
      const known = keys.filter((key) => said.one(key).status !== null);
      for (const key of known) stored.add(key);
      if (known.length === 0) others.set(id, keys[0] ?? null);
    }
    if (stored.size + others.size > 1) {
      return { ...none, answer: 'ambiguous', several: { keys: [...stored], ids: [...others.keys()] } };
    }
    for (const key of stored) return person(key, 'id', asked);
    for (const [id, key] of others) {
      return { ...none, answer: key === null ? 'not-fetched' : answerOf(key, asked), key, id, by: 'id' };
    }
    return { ...none, answer: 'nobody-known' };
  };

  /** The first of the handles by which anybody is known counts. */
  const ownersOf = (some: readonly string[]): readonly Owner[] => {
    for (const handle of some) {
      const owners = handles.ownersOf(handle, mostEntries);
      if (owners.length > 0) return owners;
    }
    return [];
  };
  const ofOwners = (owners: readonly Owner[], asked: CheckAsked | null): Answered | null => {
    const each = new Map<PersonKey, Owner>();
    for (const owner of owners) if (!each.has(owner.key)) each.set(owner.key, owner);
    const [one, ...others] = [...each.values()];
    if (one === undefined) return null;
    if (others.length === 0) return person(one.key, one.kind, asked);
    return { ...none, answer: 'ambiguous', several: { keys: [...each.keys()], ids: [] } };
  };

  const ofItems = (items: readonly ListedItem[], asked: CheckAsked | null): Answered => {
    // A line of a log that names an id says whose address stands beside it.
    const wanted = items.flatMap((item) => (item.kind === 'id' ? [item.id] : []));
    if (wanted.length > 0) return ofIds(wanted, asked);
    const owners = items.flatMap((item) => ownersOf(handlesOfItem(item)));
    return ofOwners(owners, asked) ?? { ...none, answer: 'nobody-known' };
  };

  const ofName = (name: string): Answered => {
    const keys = [...new Set(sortNamesOf(name).flatMap((way) => named.all(way).map(([key]) => key)))];
    const several = keys.length === 0 ? null : { keys, ids: [] };
    return { ...none, answer: 'not-understood', why: 'name', several };
  };

  const found = (read: RowText, asked: CheckAsked | null): Answered => {
    switch (read.kind) {
      case 'items':
        return ofItems(read.items, asked);
      case 'username': {
        const owner = ofOwners(ownersOf([usernameHandle(read.text)]), asked);
        if (owner !== null) return owner;
        if (read.otherwise === 'name') return ofName(read.text);
        if (read.otherwise === null) return { ...none, answer: 'nobody-known' };
        return { ...none, answer: 'not-understood', why: read.otherwise };
      }
      case 'name':
        return ofName(read.text);
      case 'none':
        return { ...none, answer: 'not-understood', why: read.why };
      case 'empty':
        return { ...none, answer: 'not-understood', why: 'no-id' };
    }
  };

  return {
    said: (key) => said.one(key),
    find: (read, choice, asked) => {
      const answered = found(read, asked);
      if (choice === null) return answered;
      return { ...person(choice.key, choice.isByName ? 'name' : 'chosen', asked), several: answered.several };
    },
  };
}
