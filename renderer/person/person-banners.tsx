/** What has to be known about this record before it is trusted: trouble, absence, errors, and what could not be read. */
import type { Failure } from '../../contract/failures.ts';
import type { PersonPage } from '../../contract/person.ts';
import { Banner } from '../failure/banner.tsx';
import { FailureNotice } from '../failure/failure-notice.tsx';
import { useStore } from '../store/use-store.ts';
import { Age, Since } from '../time/ago.tsx';
import { count } from '../time/locale.ts';
import classes from './person.module.css';

export function PersonBanners({ page, again }: { readonly page: PersonPage; readonly again: Failure | null }) {
  const refresh = useStore((state) => state.refreshPerson);
  const { user, notFoundSince } = page;
  const trouble = again ?? page.trouble;
  const { unread, serverErrors } = user;
  if (trouble === null && notFoundSince === null && unread.length === 0 && serverErrors.length === 0) return null;
  return (
    <div className={classes.banners}>
      {notFoundSince !== null && (
        <Banner tone="bad" title="The server no longer has this user">
          No longer found since <Since at={notFoundSince} />. What is shown is the local copy from{' '}
          <Age at={page.fetchedAt} />.
        </Banner>
      )}
      {trouble !== null && !(trouble.kind === 'not-found' && notFoundSince !== null) && (
        <FailureNotice failure={trouble} onRetry={refresh}>
          What is shown is the local copy from <Age at={page.fetchedAt} />.
        </FailureNotice>
      )}
      {serverErrors.length > 0 && (
        <Banner tone="warn" title="The server sent errors beside the data">
          <ul>
            {serverErrors.map((error, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the same message may come twice, and the list never changes
              <li key={index}>
                <bdi>{error}</bdi>
              </li>
            ))}
          </ul>
        </Banner>
      )}
      {unread.length > 0 && (
        <Banner
          tone="warn"
          title={
            <>
              {unread.length === 1 ? '1 field could not be read' : `${count(unread.length)} fields could not be read`}:{' '}
              <bdi>{unread.map(({ field }) => field).join(', ')}</bdi>
            </>
          }
        >
          <details>
            <summary>What was expected, and what came</summary>
            <ul className={classes.unread}>
              {unread.map(({ field, expected, came }) => (
                <li key={field}>
                  <code>{field}</code>: expected {expected}, came <code>{came}</code>
                </li>
              ))}
            </ul>
          </details>
        </Banner>
      )}
    </div>
  );
}
