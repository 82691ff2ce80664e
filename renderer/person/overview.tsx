/** How to reach a person, what they say of themselves, their record, and who reports to them. What is not set is not shown. */
import { Button } from '@mantine/core';
import type { PersonPage } from '../../contract/person.ts';
import { CopyGroup } from '../copy/copy-group.tsx';
import { TypedList } from '../layout/typed-list.tsx';
import { LongText } from '../name/long-text.tsx';
import { useStore } from '../store/use-store.ts';
import { count } from '../words/locale.ts';
import { ContactFacts } from './contact-facts.tsx';
import { otherReports } from './other-reports.ts';
import own from './overview.module.css';
import { PeerList } from './peer-list.tsx';
import classes from './person.module.css';
import { RecordFacts } from './record-facts.tsx';
import { reportCounts } from './report-counts.ts';
import { reportKey, reportName } from './report-key.ts';
import { ReportRow } from './report-row.tsx';
import { reportTally } from './report-tally.ts';
import { SelfListed } from './self-listed.tsx';
import { useKeptHeight } from './use-kept-height.ts';

const reportsShown = 12;

export function Overview({ page }: { readonly page: PersonPage }) {
  const { user, reach } = page;
  return (
    <div className={classes.columns}>
      <CopyGroup className={classes.card}>
        <ContactFacts user={user} reach={reach} />
        {user.bio !== null && (
          <section className={classes.group} aria-label="About">
            <h2 className={classes.caption}>About</h2>
            <p className={own.bio} dir="auto">
              <LongText text={user.bio} />
            </p>
          </section>
        )}
        <RecordFacts page={page} />
      </CopyGroup>
      <div className={classes.card}>
        {otherReports(page).length > 0 ? <FirstReports page={page} /> : <NoReports page={page} />}
      </div>
    </div>
  );
}

function FirstReports({ page }: { readonly page: PersonPage }) {
  const showTab = useStore((state) => state.showTab);
  const reports = otherReports(page);
  const { entries: all, failed } = reportTally(page);
  const counts = useKeptHeight<HTMLParagraphElement>(page.user.id);
  return (
    <section aria-labelledby="direct-reports">
      <h2 id="direct-reports" className={classes.caption}>
        Direct reports
      </h2>
      <p
        ref={counts}
        className={`${classes.counts} ${own.reportCounts}`}
        data-partial={page.summary.notFetched > 0 || undefined}
      >
        {reportCounts(page.summary, failed)}
      </p>
      <SelfListed page={page} />
      <TypedList className={classes.reportList} names={reports.slice(0, reportsShown).map(reportName)}>
        {reports.slice(0, reportsShown).map((entry) => (
          <li key={reportKey(entry)}>
            <ReportRow entry={entry} brief />
          </li>
        ))}
      </TypedList>
      {all > reportsShown && (
        <Button variant="subtle" onClick={() => showTab('reports')}>
          Show all {count(all)}
        </Button>
      )}
    </section>
  );
}

function NoReports({ page }: { readonly page: PersonPage }) {
  return (
    <>
      <section aria-labelledby="direct-reports">
        <h2 id="direct-reports" className={classes.caption}>
          Direct reports
        </h2>
        <p className={classes.nothing}>None.</p>
        <SelfListed page={page} />
      </section>
      <PeerList page={page} />
    </>
  );
}
