/** Which directory is open and how it is doing; its menu switches, adds, renames and disconnects. */
import { Menu } from '@mantine/core';
import { IconKey, IconPencil, IconPlugConnectedX, IconPlus, IconSelector, IconServer2 } from '@tabler/icons-react';
import { useState } from 'react';
import type { OpenConnection } from '../../contract/account.ts';
import { failureWords, reachabilityWords, tokenStateWords } from '../../contract/words.ts';
import { hostOf } from '../first-run/host-of.ts';
import { PersonName } from '../name/person-name.tsx';
import { useStore } from '../store/use-store.ts';
import { count } from '../time/locale.ts';
import { useNow } from '../time/now.ts';
import { clockTime, fullTime } from '../time/relative-time.ts';
import { DisconnectDialog } from './disconnect-dialog.tsx';
import classes from './rail.module.css';
import { RenameDialog } from './rename-dialog.tsx';

type Dialog = 'rename' | 'disconnect' | null;

export function ConnectionBox({ open }: { readonly open: OpenConnection }) {
  const remembered = useStore((state) => state.overview?.remembered ?? []);
  const switchTo = useStore((state) => state.switchTo);
  const addAnother = useStore((state) => state.addAnother);
  const tell = useStore((state) => state.tell);
  const askForToken = useStore((state) => state.askForToken);
  const [dialog, setDialog] = useState<Dialog>(null);
  const now = useNow();
  const { connection, reachability, token, peopleCount } = open;
  const isDemo = connection.kind === 'demo';
  const others = remembered.filter(({ id }) => id !== connection.id);

  return (
    <>
      <Menu position="top-start" width={260}>
        <Menu.Target>
          <button type="button" className={classes.box}>
            <span className={classes.boxWords}>
              <span className={classes.boxName}>
                <span className={classes.dot} data-state={reachability.state} aria-hidden="true" />
                <PersonName name={connection.name} standing="active" short />
              </span>
              <span className={classes.boxLine} title={connection.server}>
                {isDemo ? 'On this computer' : hostOf(connection.server)}
              </span>
              <span className={classes.boxLine} title={`Since ${fullTime(reachability.since)}`}>
                {reachabilityWords[reachability.state]}
                {reachability.state === 'offline' && ` since ${clockTime(reachability.since, now)}`} ·{' '}
                {peopleCount === 1 ? '1 person' : `${count(peopleCount)} people`}
              </span>
              {token !== 'stored' && !isDemo && (
                <span className={classes.boxLine} data-trouble title={tokenStateWords[token].detail}>
                  <IconKey size={13} aria-hidden="true" />
                  {tokenStateWords[token].short}
                </span>
              )}
            </span>
            <IconSelector size={16} aria-hidden="true" />
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          {others.length > 0 && <Menu.Label>Switch to</Menu.Label>}
          {others.map((other) => (
            <Menu.Item
              key={other.id}
              leftSection={<IconServer2 size={16} aria-hidden="true" />}
              onClick={async () => {
                const failure = await switchTo(other.id);
                if (failure !== null) tell(`${failureWords(failure).title}. ${failureWords(failure).detail}`);
              }}
            >
              <bdi>{other.name}</bdi>
            </Menu.Item>
          ))}
          {others.length > 0 && <Menu.Divider />}
          <Menu.Item leftSection={<IconPlus size={16} aria-hidden="true" />} onClick={() => addAnother(true)}>
            Add another…
          </Menu.Item>
          <Menu.Item leftSection={<IconPencil size={16} aria-hidden="true" />} onClick={() => setDialog('rename')}>
            Rename…
          </Menu.Item>
          {!isDemo && (
            <Menu.Item leftSection={<IconKey size={16} aria-hidden="true" />} onClick={() => askForToken(true)}>
              Give another token…
            </Menu.Item>
          )}
          <Menu.Item
            data-danger
            leftSection={<IconPlugConnectedX size={16} aria-hidden="true" />}
            onClick={() => setDialog('disconnect')}
          >
            Disconnect…
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <RenameDialog connection={connection} opened={dialog === 'rename'} onClose={() => setDialog(null)} />
      <DisconnectDialog open={open} opened={dialog === 'disconnect'} onClose={() => setDialog(null)} />
    </>
  );
}
