/** Every address of a person with all that is known of it. A doubtful primary says so. */
import { IconAlertTriangle, IconCircleCheck, IconStarFilled } from '@tabler/icons-react';
import type { ShownUser } from '../../contract/person.ts';
import type { EmailReading } from '../../contract/reach.ts';
import type { Contradiction, Email } from '../../contract/user.ts';
import { CopyButton } from '../copy/copy-button.tsx';
import { CopyGroup } from '../copy/copy-group.tsx';
import { Banner } from '../failure/banner.tsx';
import { DrawMore } from '../layout/draw-more.tsx';
import { useDrawn } from '../layout/use-drawn.ts';
import { Address } from '../name/address.tsx';
import { shortId } from '../name/short-id.ts';
import { Ago, Day } from '../time/ago.tsx';
import { contradictionWords } from '../words/record-words.ts';
import { copiedAddress, EmailMeaning, oneAddress } from './email-reading.tsx';
import own from './emails.module.css';
import classes from './person.module.css';
import table from './small-table.module.css';
import { WriteButton } from './write-button.tsx';

/** Nobody has so many; more take longer to draw than a click may. */
const emailsDrawn = 12;

const aboutEmails: readonly Contradiction[] = [
  'primary-email-not-listed',
  'primary-email-unverified',
  'email-of-another-user',
];

type EmailsProps = {
  readonly user: ShownUser;
  /** One for each of the e-mails. */
  readonly readings: readonly EmailReading[];
  readonly contradictions: readonly Contradiction[];
};

export function Emails({ user, readings, contradictions }: EmailsProps) {
  const drawn = useDrawn(user.emails.length, emailsDrawn);
  const doubts = contradictions.filter((one) => aboutEmails.includes(one));
  if (user.emails.length === 0) return <p className={classes.nothing}>This person has no e-mail.</p>;
  return (
    <div className={classes.stack}>
      {doubts.map((doubt) => (
        <Banner key={doubt} tone="warn" title={contradictionWords[doubt]} />
      ))}
      <CopyGroup className={table.frame}>
        <table className={table.table}>
          <thead>
            <tr>
              <th scope="col">Address</th>
              <th scope="col">Type</th>
              <th scope="col">Verified</th>
              <th scope="col">Added</th>
              <th scope="col">Changed</th>
              <th scope="col">
                <span className={own.unseen}>Actions</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {user.emails.slice(0, drawn.drawn).map((email, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the same address may come twice, and the order is the reply's
              <EmailRow key={index} email={email} reading={readings[index] ?? notRead} user={user} />
            ))}
          </tbody>
        </table>
      </CopyGroup>
      <DrawMore of={drawn} />
    </div>
  );
}

const notRead: EmailReading = { addresses: [], odd: [] };

type EmailRowProps = { readonly email: Email; readonly reading: EmailReading; readonly user: ShownUser };

function EmailRow({ email, reading, user }: EmailRowProps) {
  const writeTo = oneAddress(reading);
  const isAnothers = email.owner !== null && email.owner !== user.id;
  return (
    <tr>
      <th scope="row">
        <Address text={email.address} />
        {email.isPrimary && (
          <span className={table.tag} data-tone="accent">
            <IconStarFilled size={11} aria-hidden="true" />
            primary
          </span>
        )}
        {!email.isListed && <span className={table.tag}>not in the list</span>}
        {isAnothers && (
          <span className={table.tag} title={email.owner ?? undefined}>
            belongs to <bdi>{shortId(email.owner ?? '')}</bdi>
          </span>
        )}
        <EmailMeaning address={email.address} reading={reading} className={table.below} />
        {email.normalized !== null && email.normalized !== email.address && (
          <span className={table.below}>
            normalised <Address text={email.normalized} />
          </span>
        )}
        {(email.id !== null || email.owner === user.id) && (
          <span className={table.below}>
            {email.id !== null && (
              <>
                record <bdi>{email.id}</bdi>
              </>
            )}
            {email.id !== null && email.owner === user.id && ', '}
            {email.owner === user.id && 'belongs to this user'}
          </span>
        )}
      </th>
      <td>{email.type ?? <span className={table.none}>not set</span>}</td>
      <td>
        {email.isVerified === null ? (
          <span className={table.none}>not said</span>
        ) : email.isVerified ? (
          <span className={table.yes}>
            <IconCircleCheck size={15} stroke={1.8} aria-hidden="true" /> Yes
          </span>
        ) : (
          <span className={table.no}>
            <IconAlertTriangle size={15} stroke={1.8} aria-hidden="true" /> No
          </span>
        )}
      </td>
      <td>{email.createdAt === null ? <span className={table.none}>not set</span> : <Day at={email.createdAt} />}</td>
      <td>{email.updatedAt === null ? <span className={table.none}>not set</span> : <Ago at={email.updatedAt} />}</td>
      <td className={table.acts}>
        {writeTo !== null && <WriteButton id={user.id} address={writeTo} />}
        <CopyButton text={copiedAddress(email.address, reading)} what={writeTo ?? email.address} />
      </td>
    </tr>
  );
}
