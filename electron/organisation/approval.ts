/** Who of the managers above somebody could approve now: active and available, by what is stored now. */
import type { DatabaseSync } from 'node:sqlite';
import { cardBounds, mostPassedOver } from '../../contract/bounds.ts';
import type { Approval, Approver } from '../../contract/organisation-relation.ts';
import { shortened } from '../reading/read-notes.ts';
import type { PersonKey } from '../sqlite/person-ids.ts';
import { statusFromNumber } from '../sqlite/status-order.ts';
import { number, orNull, prepareQuery, text } from '../sqlite/typed-query.ts';
import { isAvailable } from '../storage/is-available.ts';
import type { Forest } from './forest.ts';
import type { Members } from './members.ts';

/** How many managers are read at a time: the first few usually hold the answer. */
const aFew = 8;
const mostAtOnce = 500;

export function createApproval(database: DatabaseSync, { named }: Pick<Members, 'named'>) {
  const query = prepareQuery(
    database,
    `SELECT w.value, p.status, p.availability, p.fetched_at, coalesce(${isAvailable}, 0)
    FROM json_each(?) w LEFT JOIN people p ON p.key = w.value`,
    [number, orNull(number), orNull(text), orNull(number), number],
  );
  return ({ keys, parent, level }: Pick<Forest, 'keys' | 'parent' | 'level'>, first: number): Approval => {
    const above = level[first] ?? 0;
    const passed: Read[] = [];
    let nearest: Read | null = null;
    let at = first;
    let count = 0;
    for (let size = aFew; at !== 0 && nearest === null; size = mostAtOnce) {
      const some: PersonKey[] = [];
      for (; at !== 0 && some.length < size; at = parent[at] ?? 0) some.push(keys[at] ?? 0);
      const readOf = new Map(query.all(JSON.stringify(some)).map((row) => [row[0], row]));
      for (const key of some) {
        const read = readOf.get(key) ?? [key, null, null, null, 0];
        if (canApprove(read)) {
          nearest = read;
          break;
        }
        count += 1;
        if (passed.length < mostPassedOver) passed.push(read);
      }
    }
    const names = named([...passed, ...(nearest === null ? [] : [nearest])].map(([key]) => key));
    const told = (read: Read): Approver[] => {
      const [key, status, availability, seenAt] = read;
      const person = names.get(key);
      if (person === undefined) return [];
      const word = availability === null ? null : shortened(availability, cardBounds.word);
      return [{ person, status: status === null ? null : statusFromNumber(status), availability: word, seenAt }];
    };
    return {
      above,
      nearest: nearest === null ? null : (told(nearest)[0] ?? null),
      passed: passed.flatMap(told),
      morePassed: count - passed.length,
    };
  };
}

type Read = readonly [
  key: PersonKey,
  status: number | null,
  availability: string | null,
  fetchedAt: number | null,
  isAvailable: number,
];

function canApprove([, status, , , isFree]: Read): boolean {
  return status !== null && statusFromNumber(status) === 'active' && isFree === 1;
}
