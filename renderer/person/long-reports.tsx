/** Direct reports that are too many for one answer: the parts in view are asked for as they are scrolled to. */
import { useCallback, useEffect, useState } from 'react';
import { mostReports } from '../../contract/bounds.ts';
import type { PersonPage } from '../../contract/person.ts';
import type { Status } from '../../contract/user.ts';
import { RowSkeleton } from '../card/person-row.tsx';
import { VirtualRows } from '../layout/virtual-rows.tsx';
import { useStore } from '../store/use-store.ts';
import { reportName } from './report-key.ts';
import { ReportRow } from './report-row.tsx';
import classes from './reports.module.css';

type LongReportsProps = {
  readonly page: PersonPage;
  readonly status: Status | null;
  /** How many there are, for as long as the parts do not say. */
  readonly count: number;
  readonly rowHeight: number;
};

export function LongReports({ page, status, count, rowHeight }: LongReportsProps) {
  const { id } = page.user;
  const held = useStore((state) => state.reportParts);
  const readReportPart = useStore((state) => state.readReportPart);
  const [inView, setInView] = useState<readonly [number, number]>([0, 0]);
  const [first, last] = inView;
  const list = held?.id === id && held.status === status ? held : null;

  // biome-ignore lint/correctness/useExhaustiveDependencies: what is outdated is asked for again
  useEffect(() => {
    for (let part = first; part <= last; part += 1) void readReportPart(id, status, part);
  }, [id, status, first, last, list?.outdated, readReportPart]);

  const onView = useCallback((top: number, bottom: number) => {
    const next = [Math.floor(top / mostReports), Math.floor(bottom / mostReports)] as const;
    setInView((before) => (before[0] === next[0] && before[1] === next[1] ? before : next));
  }, []);

  const entryAt = (index: number) => list?.parts.get(Math.floor(index / mostReports))?.[index % mostReports];
  return (
    <VirtualRows
      label="Direct reports"
      count={list?.total ?? count}
      rowHeight={rowHeight}
      onView={onView}
      nameAt={(index) => reportName(entryAt(index))}
      row={(index) => {
        const entry = entryAt(index);
        if (entry !== undefined) return <ReportRow entry={entry} />;
        return (
          <div className={classes.row}>
            <RowSkeleton />
          </div>
        );
      }}
    />
  );
}
