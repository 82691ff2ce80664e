/** What tells one line of the reports from another, whatever state it is in. */
import type { ReportEntry } from '../../contract/person.ts';

export function reportKey(entry: ReportEntry): string {
  return entry.state === 'not-an-id' ? `text:${entry.text}` : entry.id;
}
