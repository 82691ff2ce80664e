/** What has to be known about this record before it is trusted: errors beside it, what could not be read, what is older. */
import type { CarriedField, PersonPage } from '../../contract/person.ts';
import { Banner } from '../failure/banner.tsx';
import { Age } from '../time/ago.tsx';
import { count } from '../time/locale.ts';
import classes from './person.module.css';

/** Fields named in a title; all of them stand below it. */
const mostNamed = 4;

export function PersonBanners({ page }: { readonly page: PersonPage }) {
  const { carried } = page;
  const { unread, serverErrors } = page.user;
  if (unread.length === 0 && serverErrors.length === 0 && carried.length === 0) return null;
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
      {carried.length > 0 && (
        <Banner
          tone="note"
          title={
            <>
              {carried.length === 1
                ? '1 field is shown from an older reply'
                : `${count(carried.length)} fields are shown from an older reply`}
              : <bdi>{namesOf(carried)}</bdi>
            </>
          }
        >
          <details>
            <summary>What the newest reply leaves out, and when it was last said</summary>
            <ul className={classes.unread}>
              {carried.map(({ field, seenAt, why }) => (
                <li key={field}>
                  <code>{field}</code>: {why === 'missing' ? 'left out' : 'could not be read'}, last said{' '}
                  <Age at={seenAt} />
                </li>
              ))}
            </ul>
          </details>
        </Banner>
      )}
    </div>
  );
}

function namesOf(carried: readonly CarriedField[]): string {
  const names = carried.slice(0, mostNamed).map(({ field }) => field);
  const left = carried.length - names.length;
  return left > 0 ? `${names.join(', ')} and ${count(left)} more` : names.join(', ');
}
