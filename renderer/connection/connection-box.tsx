/** Which directory is open and how it is doing; its menu is what can be done with it. */
import { Menu, VisuallyHidden } from '@mantine/core';
import { IconSelector } from '@tabler/icons-react';
import { useEffect } from 'react';
import type { OpenConnection } from '../../contract/account.ts';
import { later, whenIdle } from '../boundary/later.tsx';
import { PersonName } from '../name/person-name.tsx';
import { knownPeople } from '../store/known-people.ts';
import { useStore } from '../store/use-store.ts';
import { count } from '../words/locale.ts';
import { reachabilityWords } from '../words/token-words.ts';
import classes from './connection-box.module.css';
import { DirectoryLine } from './directory-line.tsx';
import { hostOf } from './host-of.ts';

const ConnectionMenu = later(async () => (await import('./connection-menu.tsx')).ConnectionMenu);

export function ConnectionBox({ open }: { readonly open: OpenConnection }) {
  const { connection, reachability } = open;
  const known = useStore(knownPeople);
  const isDemo = connection.kind === 'demo';
  const people = known === 1 ? '1 person' : `${count(known)} people`;
  useEffect(() => whenIdle(() => void ConnectionMenu.prefetch()), []);
  // What is wrong is said by the line below, once.
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
            <VisuallyHidden>
              {isWell && `, ${reachabilityWords[reachability.state]}`}, {people}
            </VisuallyHidden>
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          <ConnectionMenu connection={connection} />
        </Menu.Dropdown>
      </Menu>
      <DirectoryLine open={open} />
    </div>
  );
}
