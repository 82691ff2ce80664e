/** What reporting should answer, worked out from the replies alone and in the plainest way. */
import type { ReportSummary } from '../../../contract/person.ts';
import type { RecordStatus } from '../../../contract/user.ts';
import { age, plainManagers } from './plain-rule.ts';

/** Replies in the order they came: who lists whom, when. The last reply of a manager holds. */
export type Listing = {
  readonly manager: string;
  readonly reports: readonly string[];
  readonly at: number;
  readonly status: RecordStatus;
};

/**
 * `missed`: people the server said at some time do not exist. `gone`: those where that was its last answer.
 * `named`: everybody in the order in which they were first named.
 */
export function plainOrganisation(
  listings: readonly Listing[],
  {
    missed,
    gone,
    named,
  }: { readonly [W in 'missed' | 'gone']: ReadonlySet<string> } & {
    readonly named: readonly string[];
  },
) {
  const newest = new Map<string, Listing>();
  const since = new Map<string, number>();
  for (const listing of listings) {
    const before = newest.get(listing.manager)?.reports ?? [];
    for (const report of listing.reports) {
      if (!before.includes(report)) since.set(`${listing.manager} ${report}`, listing.at);
    }
    newest.set(listing.manager, listing);
  }
  const reportsOf = (id: string) => [...new Set(newest.get(id)?.reports ?? [])];
  const claimsOn = (id: string) =>
    [...newest.values()]
      .filter(({ manager, reports }) => manager !== id && reports.includes(id))
      .map(({ manager, status, at, reports }) => ({
        manager: named.indexOf(manager),
        status: gone.has(manager) ? ('not-found' as const) : status,
        ...{ seenAt: at, begunAt: since.get(`${manager} ${id}`) ?? 0, listed: new Set(reports).size },
      }));
  const managers = plainManagers(new Map(named.map((id, key) => [key, claimsOn(id)])));
  const managerOf = (id: string): string | null => named[managers.get(named.indexOf(id)) ?? -1] ?? null;
  /** From the manager of a person on, until there is none or somebody comes again. */
  const above = (id: string): string[] => {
    const line: string[] = [];
    for (let next = managerOf(id); next !== null && !line.includes(next); next = managerOf(next)) line.push(next);
    return line;
  };
  /** Who lists a person: their manager first, then the one seen last. */
  const managersOf = (id: string) => {
    const claims = claimsOn(id).sort(age);
    const main = claims.filter(({ manager }) => named[manager] === managerOf(id));
    return [...main, ...claims.filter((claim) => !main.includes(claim))].map(({ manager, seenAt }) => ({
      manager: named[manager] ?? '',
      seenAt,
    }));
  };

  function summaryOf(id: string): ReportSummary {
    const depth = new Map([[id, 0]]);
    for (const person of depth.keys()) {
      for (const report of reportsOf(person)) {
        if (!depth.has(report)) depth.set(report, (depth.get(person) ?? 0) + 1);
      }
    }
    const depths = [...depth.values()];
    const onlyNamed = [...depth.keys()].filter((person) => person !== id && !newest.has(person));
    return {
      direct: depths.filter((levels) => levels === 1).length,
      total: depth.size - 1,
      notFetched: onlyNamed.filter((person) => !missed.has(person)).length,
      failed: 0,
      notFound: onlyNamed.filter((person) => missed.has(person)).length,
      layers: Math.max(...depths),
    };
  }

  /** Ids from the top down to the claiming manager, and how the line ends. */
  function linesToTop(id: string) {
    return managersOf(id).map(({ manager, seenAt }) => {
      const steps = [manager];
      for (;;) {
        const [top = ''] = steps;
        const next = managerOf(top);
        if (next === null) return { steps, end: 'top', seenAt };
        if (next === id) return { steps, end: 'loop', seenAt };
        if (above(top).includes(top) && !above(top).includes(id)) return { steps, end: 'into-loop', seenAt };
        steps.unshift(next);
      }
    });
  }

  /** How many go round with a person, by any claims; null: nobody. */
  function loopOf(id: string): number | null {
    let level = claimsOn(id).map(({ manager }) => named[manager] ?? '');
    const reached = new Set(level);
    for (let length = 1; level.length > 0; length += 1) {
      if (level.includes(id)) return length;
      level = level.flatMap((one) => claimsOn(one).map(({ manager }) => named[manager] ?? ''));
      level = [...new Set(level)].filter((one) => !reached.has(one));
      for (const one of level) reached.add(one);
    }
    return null;
  }

  const people = () => new Set(listings.flatMap(({ manager, reports }) => [manager, ...reports]));
  return { summaryOf, linesToTop, loopOf, managersOf, reportsOf, people };
}
