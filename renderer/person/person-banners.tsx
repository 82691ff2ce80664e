/** What has to be known about this record before it is trusted: errors beside it, what could not be read, what is older. */
import type { PersonPage } from '../../contract/person.ts';
import type { CutField } from '../../contract/user.ts';
import { Banner } from '../failure/banner.tsx';
import { LongText } from '../name/long-text.tsx';
import { Age } from '../time/ago.tsx';
import { count } from '../words/locale.ts';
import classes from './person-banners.module.css';

/** Fields named in a title; all of them stand below it. */
const mostNamed = 4;

export function PersonBanners({ page }: { readonly page: PersonPage }) {
  const { carried } = page;
  const { unread, cut, serverErrors } = page.user;
  if (unread.length === 0 && cut.length === 0 && serverErrors.length === 0 && carried.length === 0) return null;
  return (
    <div className={classes.banners}>
      {serverErrors.length > 0 && (
        <Banner tone="warn" title="The server sent errors beside the data">
          <ul>
            {serverErrors.map((error, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the same message may come twice, and the list never changes
              <li key={index}>
                <bdi>
                  <LongText text={error} />
                </bdi>
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
      {cut.length > 0 && (
        <Banner
          tone="note"
          title={
            <>
              {cut.length === 1 ? '1 field is shown in part' : `${count(cut.length)} fields are shown in part`}:{' '}
              <bdi>{namesOf(cut)}</bdi>
            </>
          }
        >
          They are longer than a page can show. Raw has all of them.
          <details>
            <summary>How much is shown</summary>
            <ul className={classes.unread}>
              {cut.map((one) => (
                <li key={one.field}>
                  <code>{one.field}</code>: {cutWords(one)}
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

const cutWords = ({ what, kept, of }: CutField): string =>
  what === 'marks'
    ? `without ${count(of - kept)} combining marks that stand on others`
    : `${count(kept)} of ${count(of)} ${what}`;

function namesOf(fields: readonly { readonly field: string }[]): string {
  const names = fields.slice(0, mostNamed).map(({ field }) => field);
  const left = fields.length - names.length;
  return left > 0 ? `${names.join(', ')} and ${count(left)} more` : names.join(', ');
}
