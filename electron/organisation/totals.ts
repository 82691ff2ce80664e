/** How many there are of everybody in the organisation. */
import type { OrganisationTotals } from '../../contract/organisation.ts';
import { countBelow, type Forest } from './forest.ts';

export function totalsOf(forest: Forest): OrganisationTotals {
  const { direct, level, sums } = forest;
  const all = (sum: Int32Array) => countBelow(forest, sum, 0);
  const [inactive, deleted, unknown, gone] = [sums.inactive, sums.deleted, sums.unknown, sums.gone].map(all);
  const [notFetched = 0, failed = 0, notFound = 0] = [sums.notFetched, sums.failed, sums.notFound].map(all);
  const byStatus = { inactive: inactive ?? 0, deleted: deleted ?? 0, unknown: unknown ?? 0, 'not-found': gone ?? 0 };
  const people = forest.people - notFetched - notFound;
  const others = Object.values(byStatus).reduce((sum, of) => sum + of, 0);
  const layers = level.reduce((most, one) => Math.max(most, one), 0);
  const tops = direct[0] ?? 0;
  return { people, notFetched, failed, notFound, tops, layers, byStatus: { active: people - others, ...byStatus } };
}
