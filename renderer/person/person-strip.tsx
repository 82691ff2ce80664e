/** What has to be known of somebody before anything on their tabs is acted on: what contradicts itself, and who still reports to one who is gone. */
import { IconAlertTriangle } from '@tabler/icons-react';
import type { PersonPage } from '../../contract/person.ts';
import type { PersonTab } from '../../contract/shown-page.ts';
import { LongText } from '../name/long-text.tsx';
import { useStore } from '../store/use-store.ts';
import { count } from '../words/locale.ts';
import { contradictionWords } from '../words/record-words.ts';
import { livingReports } from './living-reports.ts';
import classes from './strip.module.css';

export function PersonStrip({ page, tab }: { readonly page: PersonPage; readonly tab: PersonTab }) {
  const showTab = useStore((state) => state.showTab);
  const living = livingReports(page);
  if (page.contradictions.length === 0 && living === 0) return null;
  return (
    <section aria-label="Contradictions" className={classes.strip}>
      <IconAlertTriangle size={16} stroke={1.8} aria-hidden="true" />
      <ul className={classes.sentences}>
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
            )}
          </li>
        )}
        {page.contradictions.map((one) => (
          <li key={one}>{contradictionWords[one]}</li>
        ))}
      </ul>
    </section>
  );
}
