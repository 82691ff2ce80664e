/** What has to be known about this record before it is trusted: errors beside it, and what could not be read. */
import type { User } from '../../contract/user.ts';
import { Banner } from '../failure/banner.tsx';
import { count } from '../time/locale.ts';
import classes from './person.module.css';

export function PersonBanners({ user: { unread, serverErrors } }: { readonly user: User }) {
  if (unread.length === 0 && serverErrors.length === 0) return null;
  return (
    <div className={classes.banners}>
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
