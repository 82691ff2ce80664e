/**
 * How many match a text, by status. It is asked only where more match than were listed, and looks at no more than so many:
 * of a text that thousands match, that there are more is enough to know, and counting them would take longest of all.
 */
import { mostCounted } from '../../contract/bounds.ts';
import type { MatchCounts } from '../../contract/person.ts';
import type { PersonKey } from '../sqlite/person-ids.ts';
import { nobodyOfAny, statusFromNumber } from '../sqlite/status-order.ts';
import type { Decided } from './candidates.ts';
import { any, handleBegun, handleWhole, inPhone } from './expressions.ts';
import type { Candidate, IndexTable } from './index-table.ts';
import type { Labels } from './labels.ts';
import type { Query } from './query.ts';
import { waysOf } from './ways.ts';
import { asHandle } from './words.ts';

const limit = mostCounted;

export type CountMatchesNeeds = { readonly index: IndexTable; readonly labels: Labels };

export function createCountMatches({ index, labels }: CountMatchesNeeds) {
  const expressionOf = (query: Query, decided: readonly Decided[]): string | null => {
    const ways = query.address === null ? waysOf(query, labels, decided[0]?.isFullName) : [];
    if (query.address !== null) ways.push(handleBegun(asHandle(query.address)));
    const digits = query.numbers.find((some) => index.match(inPhone(some), { status: null, limit: 1 }).length > 0);
    if (digits !== undefined) ways.push(inPhone(digits));
    ways.push(...decided.flatMap(({ slipWays }) => slipWays ?? []));
    return ways.length === 0 ? null : any(ways.map((way) => `(${way})`));
  };

  /** Who is found by what the index of words does not hold, or not all of it. */
  const elsewhere = ({ address, handle, idsBegun }: Query): Candidate[] => {
    const asked = { status: null, limit };
    const begun = idsBegun.flatMap((id) => index.byIdPrefix(id, asked));
    const isOwner = address !== null && handle !== '';
    return isOwner ? [...index.matchAddress(handleWhole(handle), address, asked), ...begun] : begun;
  };

  return (query: Query, decided: readonly Decided[]): MatchCounts => {
    const expression = expressionOf(query, decided);
    const others = elsewhere(query);
    const byStatus = nobodyOfAny();
    if (others.length > 0) {
      const found = expression === null ? [] : index.match(expression, { status: null, limit });
      const statuses = new Map<PersonKey, number>([...found, ...others].map(({ key, status }) => [key, status]));
      for (const status of statuses.values()) byStatus[statusFromNumber(status)] += 1;
      return { byStatus, more: found.length === limit || others.length >= limit };
    }
    let all = 0;
    for (const [status, people] of expression === null ? [] : index.tally(expression, limit)) {
      byStatus[statusFromNumber(status)] = people;
      all += people;
    }
    return { byStatus, more: all === limit };
  };
}
