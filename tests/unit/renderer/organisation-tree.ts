/** An organisation of a few people as the main process answers about it, in which rows are opened and closed. */
import type { Call, CallName } from '../../../contract/calls.ts';
import { type Outcome, succeeded } from '../../../contract/failures.ts';
import type { UserId } from '../../../contract/ids.ts';
import type { Member, TreeRow } from '../../../contract/organisation.ts';
import { cardOf, idOf } from '../../renderer-double/people.ts';

/** The people that each number leads; 0: nobody is above them. */
export type Leading = Readonly<Record<number, readonly number[]>>;

export function memberOf(number: number, change: Partial<Member> = {}): Member {
  return {
    ...{
      key: number,
      id: idOf(number),
      card: cardOf(number),
      missing: null,
      level: 1,
      nth: 1,
      of: 1,
      direct: 0,
      below: 0,
    },
    ...{
      notFetched: 0,
      failed: 0,
      notFound: 0,
      throughOthers: 0,
      otherManagers: [],
      moreManagers: 0,
      listsThemselves: false,
    },
    ...{ circle: null, nearestThere: null },
    ...change,
  };
}

export function createOrganised(start: Leading) {
  let leading = start;
  let snapshot = 1;
  let isOutdated = false;
  const open = new Set<number>();
  let isBlockOpen = false;
  let active: number | null = null;
  let asOf: number | null = null;
  const under = (one: number): readonly number[] => leading[one] ?? [];
  const below = (one: number): number => under(one).reduce((sum, each) => sum + 1 + below(each), 0);
  const managerOf = (one: number): number | undefined => {
    const found = Object.entries(leading).find(([, theirs]) => theirs.includes(one));
    return found === undefined ? undefined : Number(found[0]);
  };
  const wayTo = (one: number): number[] => {
    const manager = managerOf(one);
    return manager === undefined || manager === 0 ? [] : [...wayTo(manager), manager];
  };
  const numberOf = (id: UserId | null): number | null => {
    const numbers = [...Object.keys(leading).map(Number), ...Object.values(leading).flat()];
    return numbers.find((one) => one !== 0 && idOf(one) === id) ?? null;
  };
  const leaders = () => under(0).filter((one) => under(one).length > 0);
  const alone = () => under(0).filter((one) => under(one).length === 0);

  const rows = (): { readonly row: TreeRow; readonly one: number | null }[] => {
    const found: { readonly row: TreeRow; readonly one: number | null }[] = [];
    const put = (ones: readonly number[], level: number, of = ones.length) => {
      for (const [nth, one] of ones.entries()) {
        const counts = { direct: under(one).length, below: below(one) };
        const isOpen = counts.direct === 0 ? null : open.has(one);
        found.push({
          one,
          row: { kind: 'member', isOpen, spot: null, member: memberOf(one, { level, nth: nth + 1, of, ...counts }) },
        });
        if (isOpen) put(under(one), level + 1);
      }
    };
    const tops = leaders().length + (alone().length > 0 ? 1 : 0);
    put(leaders(), 1, tops);
    if (alone().length > 0) {
      found.push({ one: null, row: { kind: 'alone', count: alone().length, of: tops, isOpen: isBlockOpen } });
      if (isBlockOpen) put(alone(), 1);
    }
    return found;
  };
  const totals = () => ({
    ...{
      people: Object.values(leading).flat().length,
      notFetched: 0,
      failed: 0,
      notFound: 0,
      tops: under(0).length,
      layers: 3,
    },
    byStatus: { active: 0, inactive: 0, deleted: 0, unknown: 0, 'not-found': 0 },
  });
  const rowOf = (one: number | null) => {
    const at = one === null ? -1 : rows().findIndex((each) => each.one === one);
    return at < 0 ? null : at;
  };
  const answers: { readonly [N in CallName]?: (input: never) => unknown } = {
    'organisation.look': ({ id, asOf: moment }: { id: UserId | null; asOf: number | null }) => {
      if (moment !== asOf) snapshot += 1;
      asOf = moment;
      const wanted = numberOf(id);
      active = wanted ?? active ?? leaders()[0] ?? alone()[0] ?? null;
      const shown = active === null ? null : idOf(active);
      return { totals: totals(), active: shown, isThere: id === null || wanted !== null, isOutdated };
    },
    'organisation.rows': ({ offset, limit, follow }: { offset: number; limit: number; follow: UserId[] }) => ({
      snapshot,
      offset,
      rows: rows()
        .slice(offset, offset + limit)
        .map(({ row }) => row),
      total: rows().length,
      places: follow.map((id) => rowOf(numberOf(id))),
      totals: totals(),
      isOutdated: false,
      asOf,
    }),
    'organisation.open': ({ id, what }: { id: UserId | null; what: string }) => {
      const one = numberOf(id);
      if (one === null) isBlockOpen = what === 'open';
      else if (what === 'open') open.add(one);
      else if (what === 'close') open.delete(one);
      else if (what === 'path') {
        for (const each of wayTo(one)) open.add(each);
        if (alone().includes(one)) isBlockOpen = true;
      }
      return { row: rowOf(one), total: rows().length };
    },
    'organisation.seek': ({ id }: { id: UserId }) => {
      const one = numberOf(id);
      if (one === null) return null;
      const above = wayTo(one).map((each) => ({ id: idOf(each), name: cardOf(each).name }));
      return { member: memberOf(one), above, row: rowOf(one) };
    },
    'organisation.typed': ({ typed }: { typed: string }) => {
      const at = rows().findIndex(({ one }) => one !== null && cardOf(one).name.startsWith(typed));
      return { row: at < 0 ? null : at };
    },
    'organisation.leave': () => null,
  };
  const asked: CallName[] = [];
  const call = (async (name: CallName, input: never): Promise<Outcome<unknown>> => {
    asked.push(name);
    await Promise.resolve();
    return succeeded(answers[name]?.(input) ?? null);
  }) as unknown as Call;
  return {
    call,
    asked,
    /** The thread that knew which moment is shown was lost. */
    lose: () => {
      asOf = null;
      snapshot += 1;
    },
    /** People have changed, and are read again in a moment. */
    outdate: (outdated: boolean) => {
      isOutdated = outdated;
    },
    /** Others report to others: a newer snapshot. */
    change: (next: Leading) => {
      leading = next;
      snapshot += 1;
    },
  };
}
