/** How many of those whom somebody lists are still there, where that somebody is gone. Pure. */
import type { PersonPage } from '../../contract/person.ts';
import { isGone } from '../status/status-of.ts';
import { otherReports } from './other-reports.ts';

/** 0 for whoever is there themselves. Only those who are known so far count. */
export function livingReports(page: Pick<PersonPage, 'user' | 'card' | 'reports'>): number {
  if (!isGone(page.card)) return 0;
  return otherReports(page).filter((entry) => entry.state === 'known' && !isGone(entry.card)).length;
}
