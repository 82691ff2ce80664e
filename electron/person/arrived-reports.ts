/** Direct reports that arrived while a page is open: told to it in messages that it can hold, with how they count now. */
import { mostReports } from '../../contract/bounds.ts';
import type { UserId } from '../../contract/ids.ts';
import type { ReportEntry, ReportTotals } from '../../contract/person.ts';
import type { Announce } from '../announce.ts';
import type { Clock } from '../clock.ts';
import type { DirectoryReads } from '../storage/reads.ts';
import type { ReportParts } from './report-parts.ts';

const totalsEveryMs = 2000;

export type ArrivedReports = {
  readonly tell: (manager: UserId, entries: readonly ReportEntry[]) => void;
  /** Whose direct reports are more than the page that is open holds; null: they are not. */
  readonly setLongList: (manager: UserId | null) => void;
};

export type ArrivedReportsNeeds = {
  readonly store: Pick<DirectoryReads, 'summaryOf'>;
  readonly parts: ReportParts;
  readonly clock: Pick<Clock, 'monotonic'>;
  readonly announce: Announce;
};

export function createArrivedReports({ store, parts, clock, announce }: ArrivedReportsNeeds): ArrivedReports {
  let longList: UserId | null = null;
  /** Of such a list: counting all of it with each few that arrive would take all the time there is. */
  let totalsTold = { at: Number.NEGATIVE_INFINITY, id: null as UserId | null };
  const totalsNow = (manager: UserId): ReportTotals | null => {
    parts.changed();
    if (longList !== manager) return null;
    if (totalsTold.id === manager && clock.monotonic() - totalsTold.at < totalsEveryMs) return null;
    totalsTold = { at: clock.monotonic(), id: manager };
    return parts.totals(manager);
  };
  return {
    setLongList: (manager) => {
      longList = manager;
    },
    tell: (manager, entries) => {
      for (let from = 0; from < entries.length; from += mostReports) {
        const some = entries.slice(from, from + mostReports);
        const totals = totalsNow(manager);
        announce('reports.arrived', { manager, entries: some, summary: store.summaryOf(manager), totals });
      }
    },
  };
}
