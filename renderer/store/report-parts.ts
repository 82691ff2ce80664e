/** Parts of a list of direct reports that is too long for one answer, of the person shown and of one status. */

import { mostReports } from '../../contract/bounds.ts';
import type { Call } from '../../contract/calls.ts';
import type { UserId } from '../../contract/ids.ts';
import type { ReportEntry } from '../../contract/person.ts';
import type { Status } from '../../contract/user.ts';
import { mergeReports } from './merge-reports.ts';
import type { SliceOf } from './slice.ts';

export type ReportParts = {
  readonly id: UserId;
  readonly status: Status | null;
  /** Null until it is known. */
  readonly total: number | null;
  /** By their number: entries `n * mostReports` and on. */
  readonly parts: ReadonlyMap<number, readonly ReportEntry[]>;
  /** Parts that are asked for again when they are seen. */
  readonly outdated: ReadonlySet<number>;
};

export type ReportPartsSlice = {
  readonly reportParts: ReportParts | null;
  /** Asks for a part that is not there, or outdated. Latest wins where another list is asked for. */
  readonly readReportPart: (id: UserId, status: Status | null, part: number) => Promise<void>;
  readonly mergeReportParts: (arrived: ReadonlyMap<string, ReportEntry>) => void;
  readonly reportPartsOutdated: () => void;
};

/** Parts kept on each side of the one asked for last. */
const keptAround = 8;

export function createReportPartsSlice(call: Call): SliceOf<ReportPartsSlice> {
  return (set, get) => {
    const asked = new Set<number>();
    const listOf = (id: UserId, status: Status | null): ReportParts => {
      const { reportParts } = get();
      if (reportParts?.id === id && reportParts.status === status) return reportParts;
      asked.clear();
      return { id, status, total: null, parts: new Map(), outdated: new Set() };
    };
    return {
      reportParts: null,
      readReportPart: async (id, status, part) => {
        const list = listOf(id, status);
        if (list !== get().reportParts) set({ reportParts: list });
        if (asked.has(part) || (list.parts.has(part) && !list.outdated.has(part))) return;
        asked.add(part);
        const answer = await call('people.reports', { id, status, offset: part * mostReports, limit: mostReports });
        const now = get().reportParts;
        if (now?.id !== id || now.status !== status) return;
        asked.delete(part);
        if (!answer.ok) {
          get().tellFailure(answer.failure);
          return;
        }
        const parts = new Map([...now.parts].filter(([other]) => Math.abs(other - part) <= keptAround));
        parts.set(part, answer.value.entries);
        const outdated = new Set([...now.outdated].filter((other) => other !== part));
        set({ reportParts: { ...now, total: answer.value.total, parts, outdated } });
      },
      mergeReportParts: (arrived) => {
        const { reportParts } = get();
        if (reportParts === null) return;
        const parts = new Map(
          [...reportParts.parts].map(([part, entries]) => [part, mergeReports(entries, arrived)] as const),
        );
        set({ reportParts: { ...reportParts, parts } });
      },
      reportPartsOutdated: () => {
        const { reportParts } = get();
        if (reportParts !== null) set({ reportParts: { ...reportParts, outdated: new Set(reportParts.parts.keys()) } });
      },
    };
  };
}
