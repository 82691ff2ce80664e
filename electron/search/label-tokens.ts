/**
 * The one character that stands in the index for a role, a team or a status. It belongs to the value that a person
 * carries, so a label that gets another name is found by it without anybody being indexed anew. The characters are of
 * Unicode's private use areas: no name and no handle has them in the index.
 */

import type { DatabaseSync } from 'node:sqlite';
import type { LabelKind } from '../../contract/table.ts';
import type { Status } from '../../contract/user.ts';
import { statusToNumber } from '../sqlite/status-order.ts';
import { onRollback } from '../sqlite/transaction.ts';
import { number, oneOf, prepareQuery, text } from '../sqlite/typed-query.ts';

export type LabelToken = {
  readonly token: string;
  readonly number: number;
  readonly kind: LabelKind;
  readonly id: string;
};

const firstOfStatuses = 0xe000;
const firstOfLabels = 0xe010;
const lastOfArea = 0xf8ff;
const secondArea = 0xf_0000;
/** Labels beyond so many are not found by their name. */
const mostLabels = 60_000;

export type LabelTokens = ReturnType<typeof createLabelTokens>;

export function createLabelTokens(database: DatabaseSync) {
  const insert = database.prepare('INSERT OR IGNORE INTO label_tokens (kind, id) VALUES (?, ?)');
  const read = prepareQuery(database, 'SELECT token FROM label_tokens WHERE kind = ? AND id = ?', [number]);
  const later = prepareQuery(
    database,
    'SELECT token AS number, kind, id FROM label_tokens WHERE token > ? ORDER BY token',
    { number, kind: oneOf('role', 'team'), id: text },
  );
  const given = { role: new Map<string, string>(), team: new Map<string, string>() };
  onRollback(database, () => {
    given.role.clear();
    given.team.clear();
  });

  return {
    /** The token of a label, made where it has none. Within a transaction only. */
    give: (kind: LabelKind, id: string): string => {
      const known = given[kind].get(id);
      if (known !== undefined) return known;
      insert.run(kind, id);
      const made = labelToken(read.one(kind, id)[0]);
      if (given[kind].size < mostLabels) given[kind].set(id, made);
      return made;
    },
    /** Labels that were given a token after the one with this number, in that order. */
    after: (token: number): LabelToken[] => later.all(token).map((row) => ({ ...row, token: labelToken(row.number) })),
  };
}

export function statusToken(status: Status): string {
  return String.fromCodePoint(firstOfStatuses + statusToNumber(status));
}

function labelToken(number: number): string {
  if (number > mostLabels) return '';
  const inFirst = firstOfLabels + number;
  return String.fromCodePoint(inFirst <= lastOfArea ? inFirst : secondArea + number);
}
