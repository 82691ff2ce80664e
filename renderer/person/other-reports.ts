/** Whom a person lists as direct reports, but themselves: data does that, and nobody is below themselves. Pure. */
import type { PersonPage, ReportEntry } from '../../contract/person.ts';

export function otherReports({ user, reports }: Pick<PersonPage, 'user' | 'reports'>): readonly ReportEntry[] {
  return reports.filter((entry) => entry.state === 'not-an-id' || entry.id !== user.id);
}
