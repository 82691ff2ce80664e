/** Direct reports that arrived while a page is open: told to it in messages that it can hold, with how they count now where that is due. */
import { isDeepStrictEqual } from 'node:util';
import { mostReports } from '../../contract/bounds.ts';
import type { EventData } from '../../contract/events.ts';
import type { UserId } from '../../contract/ids.ts';
import type { PersonPage, ReportEntry } from '../../contract/person.ts';
import type { Announce } from '../announce.ts';
import type { DirectoryReads } from '../storage/reads.ts';
import type { ReportParts } from './report-parts.ts';

type Counts = Pick<EventData<'reports.arrived'>, 'summary' | 'totals'>;

const uncounted: Counts = { summary: null, totals: null };

export type ArrivedReports = {
  /** Of nobody, the counts alone, where they are others than were told last. */
  readonly tell: (manager: UserId, entries: readonly ReportEntry[], withCounts: boolean) => void;
  /** The page that is open, as it was told whole. */
  readonly toldPage: (page: PersonPage) => void;
};

export type ArrivedReportsNeeds = {
  readonly store: Pick<DirectoryReads, 'summaryOf'>;
  readonly parts: ReportParts;
  readonly announce: Announce;
};

export function createArrivedReports({ store, parts, announce }: ArrivedReportsNeeds): ArrivedReports {
  let told: (Counts & { readonly id: UserId }) | null = null;

  const counted = (manager: UserId): Counts => {
    parts.changed();
    // Only of a list that is longer than the page holds.
    const isLong = told?.id === manager && told.totals !== null;
    return { summary: store.summaryOf(manager), totals: isLong ? parts.totals(manager) : null };
  };
  return {
    toldPage: ({ user: { id }, summary, reportTotals }) => {
      told = { id, summary, totals: reportTotals };
    },
    tell: (manager, entries, withCounts) => {
      const counts = withCounts ? counted(manager) : uncounted;
      if (withCounts) {
        const now = { id: manager, ...counts };
        if (entries.length === 0 && isDeepStrictEqual(told, now)) return;
        told = now;
      }
      for (let from = 0; from === 0 || from < entries.length; from += mostReports) {
        announce('reports.arrived', { manager, entries: entries.slice(from, from + mostReports), ...counts });
      }
    },
  };
}
