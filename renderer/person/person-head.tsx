/** Who this is: picture, name, role and team, status, availability, their time of day, and how old all of it is. */
import { Button } from '@mantine/core';
import { IconMail, IconPhone, IconRefresh } from '@tabler/icons-react';
import { useId } from 'react';
import type { PersonPage } from '../../contract/person.ts';
import { useOpenedFocus } from '../layout/use-opened-focus.ts';
import { LabelName } from '../name/label-name.tsx';
import { PersonName } from '../name/person-name.tsx';
import { AvailabilityBadge } from '../status/availability-badge.tsx';
import { StatusAnswer } from '../status/status-badge.tsx';
import { isGone } from '../status/status-of.ts';
import { goTokenWay, lackedWay, refreshFromServer } from '../store/token-way.ts';
import { store, useStore } from '../store/use-store.ts';
import { Age } from '../time/ago.tsx';
import { isKnownZone } from '../time/time-zone.ts';
import { askServerWords } from '../words/token-words.ts';
import { oneAddress } from './email-reading.tsx';
import { HeadPicture } from './head-picture.tsx';
import { LocalTime } from './local-time.tsx';
import classes from './person.module.css';
import own from './person-head.module.css';
import { unreadDeletion } from './unread-deletion.ts';
import { useKeptHeight } from './use-kept-height.ts';

/** Of so many letters some are two lines and more: what does not fit stands in the tooltip. */
const longName = 40;

export function PersonHead({ page, refreshing }: { readonly page: PersonPage; readonly refreshing: boolean }) {
  const way = useStore(lackedWay);
  const wayId = useId();
  const write = useStore((state) => state.write);
  const callNumber = useStore((state) => state.callNumber);
  const { user, card } = page;
  const { zone, emails, phones } = page.reach;
  const heading = useOpenedFocus(user.name);
  const writeTo = emails.map(oneAddress).find((address) => address !== null);
  const phone = user.phones.find((_, nth) => phones[nth]?.dial !== null);
  const { role, team } = card;
  const gone = isGone(card);
  // Somebody who is not found any more has no local time: the tabs below must not move for that.
  const badges = useKeptHeight<HTMLDivElement>(user.id);

  return (
    <header className={classes.head}>
      <HeadPicture page={page} />
      <div className={classes.who}>
        <h1
          ref={heading}
          tabIndex={-1}
          className={classes.name}
          title={user.name.length > longName ? user.name : undefined}
        >
          <PersonName name={user.name} status={card.status} />
        </h1>
        <div className={own.facts}>
          {user.username !== null && (
            <bdi className={own.username} title={`@${user.username}`}>
              @{user.username}
            </bdi>
          )}
          {role !== null && (
            <span>
              <LabelName label={role} kind="role" copyable nameable />
            </span>
          )}
          {team !== null && (
            <span>
              <LabelName label={team} kind="team" copyable nameable />
            </span>
          )}
        </div>
        <div ref={badges} className={own.badges}>
          <StatusAnswer of={{ ...card, isDateUnread: unreadDeletion(user) !== null }} />
          {user.availability !== null && <AvailabilityBadge came={user.availability} muted={gone} />}
          {isKnownZone(zone) && !gone && <LocalTime zone={zone} />}
        </div>
      </div>
      <div className={own.acts}>
        <p className={own.age}>
          {page.source === 'server' ? 'From the server' : 'From the local copy'}, <Age at={page.fetchedAt} />
          {way !== null && (
            <button
              type="button"
              id={wayId}
              className={`${classes.inline} ${own.way}`}
              onClick={() => goTokenWay(store.getState(), way)}
            >
              {askServerWords[way]}
            </button>
          )}
        </p>
        <div className={classes.buttons}>
          <Button
            variant="default"
            aria-busy={refreshing}
            leftSection={
              <IconRefresh size={16} stroke={1.8} aria-hidden="true" className={refreshing ? own.turning : undefined} />
            }
            aria-describedby={way === null ? undefined : wayId}
            onClick={() => refreshFromServer(store.getState())}
          >
            Refresh
          </Button>
          {phone !== undefined && (
            <Button
              variant="default"
              leftSection={<IconPhone size={16} stroke={1.8} aria-hidden="true" />}
              onClick={() => void callNumber(user.id, phone.number)}
            >
              Call
            </Button>
          )}
          {writeTo !== undefined && writeTo !== null && (
            <Button
              variant={gone ? 'default' : 'filled'}
              leftSection={<IconMail size={16} stroke={1.8} aria-hidden="true" />}
              onClick={() => void write(user.id, writeTo)}
            >
              Write
            </Button>
          )}
        </div>
      </div>
    </header>
  );
}
