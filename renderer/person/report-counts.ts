/** Counts of reports in words. Pure. */
import type { ReportSummary } from '../../contract/person.ts';
import { count } from '../time/locale.ts';

/** "8 direct · 42 in all", or "8 direct · ≥ 42 in all, 5 not fetched yet". */
export function reportCounts({ direct, total, notFetched }: ReportSummary): string {
  const least = notFetched > 0 ? '≥ ' : '';
  const missing = notFetched > 0 ? `, ${count(notFetched)} not fetched yet` : '';
  return `${count(direct)} direct · ${least}${count(total)} in all${missing}`;
}
