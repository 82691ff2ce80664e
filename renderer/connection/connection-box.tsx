/** Which directory is open, how it is doing and how far its sync is; its menu is what can be done with it. */
import { Menu, VisuallyHidden } from '@mantine/core';
import { IconKey, IconSelector } from '@tabler/icons-react';
import type { OpenConnection } from '../../contract/account.ts';
import { PersonName } from '../name/person-name.tsx';
import { SyncProgress } from '../sync/sync-progress.tsx';
import { useNow } from '../time/now.ts';
import { clockTime, fullTime } from '../time/relative-time.ts';
import { count } from '../words/locale.ts';
import { reachabilityWords, tokenStateWords } from '../words/token-words.ts';
import classes from './connection-box.module.css';
import { ConnectionMenu } from './connection-menu.tsx';
import { hostOf } from './host-of.ts';

export function ConnectionBox({ open }: { readonly open: OpenConnection }) {
  const now = useNow();
  const { connection, reachability, token, peopleCount } = open;
  const isDemo = connection.kind === 'demo';
  const people = peopleCount === 1 ? '1 person' : `${count(peopleCount)} people`;
  // What is wrong needs the room more; how many they are stands at the top of the rail as well.
  const isWell = reachability.state === 'online' || reachability.state === 'untried';

  return (
    <div className={classes.box}>
      <Menu position="top-start" width={260}>
        <Menu.Target>
          <button type="button" className={classes.boxButton}>
            <span className={classes.boxName}>
              <span className={classes.dot} data-state={reachability.state} aria-hidden="true" />
              <PersonName name={connection.name} status="active" short />
              <IconSelector size={16} aria-hidden="true" />
            </span>
            <span className={classes.boxLine} title={connection.server}>
              {isDemo ? 'On this computer' : hostOf(connection.server)}
            </span>
            <span className={classes.boxLine} title={`Since ${fullTime(reachability.since)}`}>
              {reachabilityWords[reachability.state]}
              {reachability.state === 'offline' && ` since ${clockTime(reachability.since, now)}`}
              {isWell ? ` · ${people}` : <VisuallyHidden>, {people}</VisuallyHidden>}
            </span>
            {token !== 'stored' && !isDemo && (
              <span className={classes.boxLine} data-trouble title={tokenStateWords[token].detail}>
                <IconKey size={13} aria-hidden="true" />
                {tokenStateWords[token].short}
              </span>
            )}
          </button>
        </Menu.Target>
        <ConnectionMenu connection={connection} />
      </Menu>
      <SyncProgress />
    </div>
  );
}
