/**
 * Direct reports of somebody who lists more than one message to the page may hold: how many there are of each kind, and
 * any part of the list. The list itself is read from the stored reply, once for all parts.
 */
import type { CallOutput, ParsedInput } from '../../contract/calls.ts';
import type { UserId } from '../../contract/ids.ts';
import type { ReportTotals } from '../../contract/person.ts';
import type { Status } from '../../contract/user.ts';
import { isGone } from '../reading/status.ts';
import { nobodyOfAny } from '../sqlite/status-order.ts';
import type { Standing } from '../storage/report-standings.ts';
import { type PageNeeds, reportEntries } from './page.ts';

type Listed = {
  readonly id: UserId;
  readonly fetchedAt: number;
  /** Without the person, who may be listed as well. */
  readonly ids: readonly UserId[];
  readonly notIds: readonly string[];
};

export type ReportParts = {
  /** Null for somebody who is not stored. */
  readonly totals: (id: UserId) => ReportTotals | null;
  /** An empty part for somebody who is not stored. */
  readonly part: (asked: ParsedInput<'people.reports'>) => CallOutput<'people.reports'>;
  /** To be called when people were stored, or could not be fetched. */
  readonly changed: () => void;
};

export function createReportParts(needs: Pick<PageNeeds, 'store' | 'failures' | 'canFetch'>): ReportParts {
  const { store, failures, canFetch } = needs;
  let listed: Listed | null = null;
  /** Of `listed`; null: it must be read again. */
  let standings: readonly Standing[] | null = null;
  let chosen: { readonly status: Status; readonly ids: readonly UserId[] } | null = null;

  const changed = () => {
    standings = null;
    chosen = null;
  };
  const listOf = (id: UserId): Listed | null => {
    const fetchedAt = store.cards([id]).get(id)?.fetchedAt;
    if (listed?.id === id && listed.fetchedAt === fetchedAt) return listed;
    const stored = store.user(id);
    listed =
      stored === null
        ? null
        : {
            id,
            fetchedAt: stored.fetchedAt,
            ids: stored.user.reports.filter((report) => report !== id),
            notIds: stored.user.notIds,
          };
    changed();
    return listed;
  };
  const standingsOf = ({ ids }: Listed): readonly Standing[] => {
    standings ??= store.standingsOf(ids);
    return standings;
  };
  const idsOf = (list: Listed, status: Status | null): readonly UserId[] => {
    if (status === null) return list.ids;
    if (chosen?.status !== status) {
      const all = standingsOf(list);
      chosen = { status, ids: list.ids.filter((_, nth) => shownAs(all[nth] ?? null) === status) };
    }
    return chosen.ids;
  };

  return {
    changed,
    totals: (id) => {
      const list = listOf(id);
      if (list === null) return null;
      const byStatus = nobodyOfAny();
      const unknown: UserId[] = [];
      const there: UserId[] = [];
      let notFound = 0;
      standingsOf(list).forEach((standing, nth) => {
        const report = list.ids[nth];
        const status = shownAs(standing);
        if (status !== null) byStatus[status] += 1;
        if (standing === 'never-stored') notFound += 1;
        if (report === undefined) return;
        if (standing === null) unknown.push(report);
        else if (standing !== 'never-stored' && !isGone(standing)) there.push(report);
      });
      const card = store.cards([id]).get(id);
      const failed = canFetch() ? unknown.filter((report) => failures.has(report)).length : unknown.length;
      return {
        entries: list.ids.length + list.notIds.length,
        byStatus,
        notFound,
        failed,
        waiting: unknown.length - failed,
        living: card !== undefined && isGone(card.status) ? store.countManaged(id, there) : 0,
      };
    },
    part: ({ id, status, offset, limit }) => {
      const list = listOf(id);
      if (list === null) return { entries: [], total: 0 };
      const ids = idsOf(list, status);
      const notIds = status === null ? list.notIds : [];
      const end = offset + limit;
      const some = notIds.slice(Math.max(0, offset - ids.length), Math.max(0, end - ids.length));
      return { entries: reportEntries(needs, id, ids.slice(offset, end), some), total: ids.length + notIds.length };
    },
  };
}

/** As which status a line of the list counts. */
function shownAs(standing: Standing): Status | null {
  return standing === 'never-stored' ? 'not-found' : standing;
}
