/** What reporting should answer, worked out from the replies alone and in the plainest way. */
import type { ReportSummary } from '../../../contract/person.ts';

/** Replies in the order they came: who lists whom, when. The last reply of a manager holds. */
export type Listing = { readonly manager: string; readonly reports: readonly string[]; readonly at: number };

/** `missed`: of whom the server said at some time that they do not exist. */
export function plainOrganisation(listings: readonly Listing[], missed: ReadonlySet<string> = new Set()) {
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
  /** Who lists a person, the one seen last first. */
  const managersOf = (id: string) =>
    [...newest.values()]
      .filter(({ manager, reports }) => manager !== id && reports.includes(id))
      .sort((a, b) => b.at - a.at || (since.get(`${b.manager} ${id}`) ?? 0) - (since.get(`${a.manager} ${id}`) ?? 0));

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
      notFound: onlyNamed.filter((person) => missed.has(person)).length,
      layers: Math.max(...depths),
    };
  }

  /** Ids from the top down to the claiming manager, and how the line ends. */
  function linesToTop(id: string) {
    return managersOf(id).map((first) => {
      const steps = [first.manager];
      for (;;) {
        const next = managersOf(steps[0] ?? '')[0]?.manager;
        if (next === undefined) return { steps, end: 'top', seenAt: first.at };
        if (next === id || steps.includes(next)) return { steps, end: 'loop', seenAt: first.at };
        steps.unshift(next);
      }
    });
  }

  const people = () => new Set(listings.flatMap(({ manager, reports }) => [manager, ...reports]));
  return { summaryOf, linesToTop, managersOf, reportsOf, people };
}
