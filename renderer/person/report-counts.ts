/** Counts of reports in words. Pure. */
import type { ReportSummary } from '../../contract/person.ts';
import { count } from '../words/locale.ts';

/** "8 direct · 42 in all", or "8 direct · ≥ 42 in all, 5 not fetched yet, 1 not found, 1 could not be fetched". */
export function reportCounts(summary: ReportSummary, failedDirect: number): string {
  return [`${count(summary.direct)} direct · ${totalBelow(summary)} in all`, ...notKnown(summary, failedDirect)].join(
    ', ',
  );
}

/** "3 direct reports not found, 2 could not be fetched": a server's "no" is an answer, and trying again brings no other. */
export function missingReports({ failed, notFound }: { readonly failed: number; readonly notFound: number }): string {
  const parts: string[] = [];
  if (notFound > 0) parts.push(`${count(notFound)} not found`);
  if (failed > 0) parts.push(`${count(failed)} could not be fetched`);
  const [first = '', ...others] = parts;
  return [first.replace(' ', (notFound || failed) === 1 ? ' direct report ' : ' direct reports '), ...others].join(
    ', ',
  );
}

/** "42", or "≥ 42" where more may come. */
export function totalBelow({ total, notFetched }: ReportSummary): string {
  return `${notFetched > 0 ? '≥ ' : ''}${count(total)}`;
}

/** How many people nothing is known about, and why: one part for each reason. `failedDirect`: of direct reports. */
export function notKnown({ notFetched, failed: failedBelow, notFound }: ReportSummary, failedDirect: number): string[] {
  const parts: string[] = [];
  // A direct report's failure may be newer than the summary. Who could not be fetched is not fetched either.
  const failed = Math.max(failedBelow, failedDirect);
  if (notFetched > failed) parts.push(`${count(notFetched - failed)} not fetched yet`);
  if (notFound > 0) parts.push(`${count(notFound)} not found`);
  if (failed > 0) parts.push(`${count(failed)} could not be fetched`);
  return parts;
}
