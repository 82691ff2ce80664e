/** How to reach a person: e-mails, phones, username, and their clock. */
import { ActionIcon, Tooltip } from '@mantine/core';
import { IconCircleCheck, IconPhone } from '@tabler/icons-react';
import type { User } from '../../contract/user.ts';
import { Address } from '../name/address.tsx';
import { useStore } from '../store/use-store.ts';
import { parseTimeZone, timeZoneName } from '../time/time-zone.ts';
import { Fact, Facts } from './facts.tsx';
import classes from './person.module.css';
import { WriteButton } from './write-button.tsx';

export function ContactFacts({ user }: { readonly user: User }) {
  const callNumber = useStore((state) => state.callNumber);
  const showTab = useStore((state) => state.showTab);
  const [email, ...otherEmails] = user.emails;
  const hasAny = email !== undefined || user.phones.length > 0 || user.username !== null || user.timezone !== null;
  return (
    <Facts title="Contact">
      {!hasAny && <Fact name="Contact">Nothing is set.</Fact>}
      {email !== undefined && (
        <Fact
          name="E-mail"
          copy={{ text: email.address, what: 'the e-mail' }}
          act={<WriteButton id={user.id} address={email.address} />}
        >
          <Address text={email.address} />
          {email.isVerified === true && (
            <span className={classes.verified}>
              <IconCircleCheck size={14} stroke={1.9} aria-hidden="true" />
              verified
            </span>
          )}
          {email.isVerified === false && <span className={classes.unverified}>not verified</span>}
          {otherEmails.length > 0 && (
            <button type="button" className={classes.inline} onClick={() => showTab('emails')}>
              and {otherEmails.length} more
            </button>
          )}
        </Fact>
      )}
      {user.phones.map((phone) => (
        <Fact
          key={phone.number}
          name="Phone"
          copy={{ text: phone.number, what: 'the phone number' }}
          act={
            <Tooltip label="Call this number">
              <ActionIcon
                size={28}
                aria-label={`Dial ${phone.number}`}
                onClick={() => void callNumber(user.id, phone.number)}
              >
                <IconPhone size={16} stroke={1.7} aria-hidden="true" />
              </ActionIcon>
            </Tooltip>
          }
        >
          <bdi>{phone.number}</bdi>
          {phone.type !== null && <span className={classes.aside}>{phone.type}</span>}
          {phone.isPrimary && user.phones.length > 1 && <span className={classes.aside}>primary</span>}
        </Fact>
      ))}
      {user.username !== null && (
        <Fact name="Username" copy={{ text: user.username, what: 'the username' }}>
          <bdi>{user.username}</bdi>
        </Fact>
      )}
      {user.timezone !== null && (
        <Fact name="Time zone" copy={{ text: user.timezone, what: 'the time zone' }}>
          <ZoneWords timezone={user.timezone} />
        </Fact>
      )}
    </Facts>
  );
}

function ZoneWords({ timezone }: { readonly timezone: string }) {
  const zone = parseTimeZone(timezone);
  if (zone === null) {
    return (
      <>
        <bdi>{timezone}</bdi>
        <span className={classes.aside}>not a time zone that is known</span>
      </>
    );
  }
  return (
    <>
      <bdi>{timeZoneName(zone)}</bdi>
      {zone.kind === 'offset' && <span className={classes.aside}>no daylight saving known</span>}
    </>
  );
}
