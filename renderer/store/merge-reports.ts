/** Puts direct reports that arrived in the places kept for them. Pure. */
import type { ReportEntry } from '../../contract/person.ts';

/** Entries by id; those that can have none are left out, since they never arrive. */
export function keyed(entries: readonly ReportEntry[]): ReadonlyMap<string, ReportEntry> {
  return new Map(entries.flatMap((entry) => (entry.state === 'not-an-id' ? [] : [[entry.id, entry] as const])));
}

/** The order stays as it was; what is not in the list is not added to it. */
export function mergeReports(
  reports: readonly ReportEntry[],
  arrived: ReadonlyMap<string, ReportEntry>,
): ReportEntry[] {
  return reports.map((entry) => (entry.state === 'not-an-id' ? entry : (arrived.get(entry.id) ?? entry)));
}
