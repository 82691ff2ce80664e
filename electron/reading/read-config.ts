/** Reads the names of teams and roles out of Fetch Config, which holds much else and whose shapes vary. */

import { boundedText } from '../../contract/bounded-text.ts';
import { longestWord } from '../../contract/bounds.ts';
import { failed, type Outcome, succeeded } from '../../contract/failures.ts';
import { isRecord, type JsonRecord } from './read-notes.ts';
import { asIdentifier, asLine, isBlank, isWord, nameIn } from './read-text.ts';
import type { LabelNames } from './user-reply.ts';

const roleFields = new Set(['role', 'roles']);
const teamFields = new Set(['team', 'teams', 'pod', 'pods']);

/** Of teams, and of roles. All of them are held in memory for the search. */
const mostNames = 20_000;

/** Puts the id and name of one entry into `names`. `key` is what the entry stood under, where it stood in a map. */
const collectOne = (entry: unknown, key: string | null, names: Map<string, string>): void => {
  const id = asIdentifier(isRecord(entry) ? (entry.id ?? key) : key);
  if (id === null || !isWord(id) || names.has(id) || names.size >= mostNames) return;
  if (isRecord(entry)) {
    const name = nameIn(entry);
    if (name !== null) names.set(id, boundedText(name, longestWord));
  } else if (typeof entry === 'string' && !isBlank(entry)) {
    names.set(id, boundedText(asLine(entry).trim(), longestWord));
  }
};

/** A list of objects, a map from id to object or to name, or a single object. */
const collect = (value: unknown, names: Map<string, string>): void => {
  if (Array.isArray(value)) {
    for (const entry of value) collectOne(entry, null, names);
  } else if (isRecord(value)) {
    if (asIdentifier(value.id) !== null || nameIn(value) !== null) collectOne(value, null, names);
    else for (const key in value) collectOne(value[key], key, names);
  }
};

const collectFrom = (data: JsonRecord, teams: Map<string, string>, roles: Map<string, string>): void => {
  for (const key in data) {
    const field = key.toLowerCase();
    if (roleFields.has(field)) collect(data[key], roles);
    else if (teamFields.has(field)) collect(data[key], teams);
  }
};

/**
 * Names by id, from the reply's `_data`: whatever stands under `roles`, and under `team`, `teams` or `pods`, there or
 * inside a single `team` object. UUIDs are in lower case. Fails with `bad-reply` where no name at all was found.
 */
export const readLabels = (body: unknown): Outcome<LabelNames> => {
  if (!isRecord(body) || !Object.hasOwn(body, '_data')) {
    return failed({ kind: 'bad-reply', where: 'envelope', detail: 'no _data' });
  }
  const data = body._data;
  const teams = new Map<string, string>();
  const roles = new Map<string, string>();
  if (isRecord(data)) {
    collectFrom(data, teams, roles);
    if (isRecord(data.team)) collectFrom(data.team, teams, roles);
  }
  if (teams.size === 0 && roles.size === 0) {
    return failed({ kind: 'bad-reply', where: 'data', detail: 'no names of teams or roles' });
  }
  return succeeded({ teams, roles });
};
