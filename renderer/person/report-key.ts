/** What tells one line of the reports from another, whatever state it is in. */
import type { ReportEntry } from '../../contract/person.ts';

export function reportKey(entry: ReportEntry): string {
  return entry.state === 'not-an-id' ? `text:${entry.text}` : entry.id;
}

/** What it is called where it stands in a list; null: it has no name yet, or none at all. */
export function reportName(entry: ReportEntry | undefined): string | null {
  return entry?.state === 'known' ? entry.card.name : null;
}
