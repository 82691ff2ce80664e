/** What has to be known of somebody before anything on their tabs is acted on: what contradicts itself, and who reports to somebody who is gone. */
import { IconAlertTriangle } from '@tabler/icons-react';
import type { PersonCard, PersonPage } from '../../contract/person.ts';
import type { PersonTab } from '../../contract/shown-page.ts';
import { LongText } from '../name/long-text.tsx';
import { PersonLink } from '../name/person-link.tsx';
import { PersonName } from '../name/person-name.tsx';
import { useStore } from '../store/use-store.ts';
import { count } from '../words/locale.ts';
import { contradictionWords } from '../words/record-words.ts';
import { livingReports } from './living-reports.ts';
import classes from './strip.module.css';

export function PersonStrip({ page, tab }: { readonly page: PersonPage; readonly tab: PersonTab }) {
  const showTab = useStore((state) => state.showTab);
  const living = livingReports(page);
  const openProblems = useStore((state) => state.openProblems);
  const { leftBehind } = page;
  if (page.contradictions.length === 0 && living === 0 && leftBehind === null) return null;
  return (
    <section aria-label="Contradictions" className={classes.strip}>
      <IconAlertTriangle size={16} stroke={1.8} aria-hidden="true" />
      <ul className={classes.sentences}>
        {leftBehind !== null && <LeftBehindLine nearest={leftBehind.nearest} />}
        {living > 0 && (
          <li>
            {living === 1 ? '1 person still reports' : `${count(living)} people still report`} to{' '}
            <bdi>
              <LongText text={page.user.name} />
            </bdi>
            .{' '}
            {tab !== 'reports' && (
              <button type="button" className={classes.show} onClick={() => showTab('reports')}>
                Show {living === 1 ? 'who' : 'them'}
              </button>
            )}{' '}
            <button type="button" className={classes.show} onClick={() => openProblems('gone-manager')}>
              All such managers
            </button>
          </li>
        )}
        {page.contradictions.map((one) => (
          <li key={one}>{contradictionWords[one]}</li>
        ))}
      </ul>
    </section>
  );
}

/** `nearest`: null: nobody above is there. */
function LeftBehindLine({ nearest }: { readonly nearest: PersonCard | null }) {
  return (
    <li>
      Reports to somebody who has left.{' '}
      {nearest === null ? (
        'No manager above is there.'
      ) : (
        <>
          Nearest manager who is there:{' '}
          <PersonLink id={nearest.id} className={classes.show}>
            <PersonName name={nearest.name} status={nearest.status} />
          </PersonLink>
        </>
      )}
    </li>
  );
}
