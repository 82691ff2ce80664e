/** How many direct reports of somebody who is gone are still there, and have no other manager. Pure. */
import type { PersonPage } from '../../contract/person.ts';
import { isGone } from '../status/status-of.ts';
import { otherReports } from './other-reports.ts';

/** 0 for somebody who is there. Only reports that are known so far count. */
export function livingReports(page: Pick<PersonPage, 'user' | 'card' | 'reports' | 'reportTotals'>): number {
  if (!isGone(page.card)) return 0;
  if (page.reportTotals !== null) return page.reportTotals.living;
  return otherReports(page).filter((entry) => entry.state === 'known' && entry.isTheirs && !isGone(entry.card)).length;
}
