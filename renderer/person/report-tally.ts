/** How many direct reports of each kind there are, the person themselves not among them. Pure. */
import type { PersonPage, ReportEntry } from '../../contract/person.ts';
import type { Status } from '../../contract/user.ts';
import { otherReports } from './other-reports.ts';

export type ReportTally = {
  readonly entries: number;
  readonly byStatus: Partial<Record<Status, number>>;
  readonly waiting: number;
  readonly failed: number;
  readonly notFound: number;
};

export function reportTally(page: Pick<PersonPage, 'user' | 'reports' | 'reportTotals'>): ReportTally {
  if (page.reportTotals !== null) return page.reportTotals;
  const reports = otherReports(page);
  const byStatus: Partial<Record<Status, number>> = {};
  for (const entry of reports) {
    const status = statusOf(entry);
    if (status !== null) byStatus[status] = (byStatus[status] ?? 0) + 1;
  }
  const ofState = (wanted: ReportEntry['state']) => reports.filter(({ state }) => state === wanted).length;
  return {
    entries: reports.length,
    byStatus,
    waiting: ofState('waiting'),
    failed: ofState('failed'),
    notFound: ofState('not-found'),
  };
}

/** As which status an entry counts; null: nothing is known of it. */
export function statusOf(entry: ReportEntry): Status | null {
  return entry.state === 'known' ? entry.card.status : entry.state === 'not-found' ? 'not-found' : null;
}
