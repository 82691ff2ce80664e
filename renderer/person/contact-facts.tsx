/** How to reach a person: e-mails, phones, username, and their clock. */
import { IconCircleCheck } from '@tabler/icons-react';
import type { ShownUser } from '../../contract/person.ts';
import type { EmailReading, PhoneReading, Reach, ZoneReading } from '../../contract/reach.ts';
import { useDrawn } from '../layout/use-drawn.ts';
import { Address } from '../name/address.tsx';
import { useStore } from '../store/use-store.ts';
import { isKnownZone, timeZoneName, zoneRemark } from '../time/time-zone.ts';
import { count } from '../words/locale.ts';
import own from './contact-facts.module.css';
import { copiedAddress, EmailMeaning, oneAddress } from './email-reading.tsx';
import { Fact, Facts } from './facts.tsx';
import classes from './person.module.css';
import { PhoneFact } from './phone-fact.tsx';
import { WriteButton } from './write-button.tsx';

/** Nobody has so many; more take longer to draw than a click may. */
const phonesDrawn = 12;

const notRead: EmailReading & PhoneReading = {
  ...{ addresses: [], odd: [] },
  ...{ dial: null, shown: null, extension: null, others: 0 },
};

export function ContactFacts({ user, reach }: { readonly user: ShownUser; readonly reach: Reach }) {
  const showTab = useStore((state) => state.showTab);
  const drawn = useDrawn(user.phones.length, phonesDrawn);
  const [email, ...otherEmails] = user.emails;
  const reading = reach.emails[0] ?? notRead;
  const writeTo = oneAddress(reading);
  const hasAny = email !== undefined || user.phones.length > 0 || user.username !== null || user.timezone !== null;
  return (
    <Facts title="Contact">
      {!hasAny && <Fact name="Contact">Nothing is set.</Fact>}
      {email !== undefined && (
        <Fact
          name="E-mail"
          copy={{ text: copiedAddress(email.address, reading), what: 'the e-mail' }}
          act={writeTo !== null && <WriteButton id={user.id} address={writeTo} />}
          isActInHead
        >
          <Address text={email.address} />
          <EmailMeaning address={email.address} reading={reading} className={classes.aside} />
          {email.isVerified === true && (
            <span className={own.verified}>
              <IconCircleCheck size={14} stroke={1.9} aria-hidden="true" />
              verified
            </span>
          )}
          {email.isVerified === false && <span className={own.unverified}>not verified</span>}
          {otherEmails.length > 0 && (
            <button type="button" className={classes.inline} onClick={() => showTab('emails')}>
              and {otherEmails.length} more
            </button>
          )}
        </Fact>
      )}
      {user.phones.slice(0, drawn.drawn).map((phone, nth) => (
        <PhoneFact
          key={phone.number}
          id={user.id}
          phone={phone}
          reading={reach.phones[nth] ?? notRead}
          isOneOfSeveral={user.phones.length > 1}
        />
      ))}
      {drawn.left > 0 && (
        <Fact name="Phone">
          <button type="button" className={classes.inline} onClick={drawn.drawMore}>
            and {count(drawn.left)} more
          </button>
        </Fact>
      )}
      {user.username !== null && (
        <Fact name="Username" copy={{ text: user.username, what: 'the username' }}>
          <bdi>{user.username}</bdi>
        </Fact>
      )}
      {user.timezone !== null && (
        <Fact name="Time zone" copy={{ text: user.timezone, what: 'the time zone' }}>
          <ZoneWords timezone={user.timezone} zone={reach.zone} />
        </Fact>
      )}
    </Facts>
  );
}

function ZoneWords({ timezone, zone }: { readonly timezone: string; readonly zone: ZoneReading | null }) {
  const remark = zoneRemark(zone);
  return (
    <>
      <bdi>{isKnownZone(zone) ? timeZoneName(zone) : timezone}</bdi>
      {remark !== null && <span className={classes.aside}>{remark}</span>}
    </>
  );
}
