/** What can be done with the directory that is open: its sync, switching to another, its name, token, and end. Loaded after the page. */
import { Menu } from '@mantine/core';
import {
  IconCalendarRepeat,
  IconFileImport,
  IconKey,
  IconPencil,
  IconPlayerPause,
  IconPlayerStop,
  IconPlugConnectedX,
  IconPlus,
  IconRefresh,
  IconServer2,
} from '@tabler/icons-react';
import type { Connection } from '../../contract/account.ts';
import type { SyncStatus } from '../../contract/sync.ts';
import { useStore } from '../store/use-store.ts';
import { beginWords, pauseWords, stopWords } from '../words/sync-words.ts';

const canStop: { readonly [S in SyncStatus]: boolean } = {
  never: false,
  running: true,
  waiting: true,
  paused: true,
  stopped: false,
  done: false,
};

export function ConnectionMenu({ connection }: { readonly connection: Connection }) {
  const showDialog = useStore((state) => state.showDialog);
  const remembered = useStore((state) => state.overview?.remembered ?? []);
  const switchTo = useStore((state) => state.switchTo);
  const addAnother = useStore((state) => state.addAnother);
  const tellFailure = useStore((state) => state.tellFailure);
  const askForToken = useStore((state) => state.askForToken);
  const addFromList = useStore((state) => state.addFromList);
  const status = useStore((state) => state.sync?.status ?? 'never');
  const beginSync = useStore((state) => state.beginSync);
  const pauseSync = useStore((state) => state.pauseSync);
  const stopSync = useStore((state) => state.stopSync);
  const others = remembered.filter(({ id }) => id !== connection.id);
  return (
    <>
      <Menu.Label>Sync</Menu.Label>
      {status !== 'running' && (
        <Menu.Item leftSection={<IconRefresh size={16} aria-hidden="true" />} onClick={() => void beginSync()}>
          {beginWords[status]}
        </Menu.Item>
      )}
      {(status === 'running' || status === 'waiting') && (
        <Menu.Item leftSection={<IconPlayerPause size={16} aria-hidden="true" />} onClick={() => void pauseSync()}>
          {pauseWords}
        </Menu.Item>
      )}
      {canStop[status] && (
        <Menu.Item leftSection={<IconPlayerStop size={16} aria-hidden="true" />} onClick={() => void stopSync()}>
          {stopWords}
        </Menu.Item>
      )}
      <Menu.Item leftSection={<IconFileImport size={16} aria-hidden="true" />} onClick={() => addFromList(true)}>
        Add people from a list…
      </Menu.Item>
      <Menu.Item leftSection={<IconCalendarRepeat size={16} aria-hidden="true" />} onClick={() => showDialog('budget')}>
        Keep people fresh…
      </Menu.Item>
      <Menu.Divider />
      <Menu.Label>{others.length > 0 ? 'Switch to' : 'Directory'}</Menu.Label>
      {others.map((other) => (
        <Menu.Item
          key={other.id}
          leftSection={<IconServer2 size={16} aria-hidden="true" />}
          onClick={async () => {
            const failure = await switchTo(other.id);
            if (failure !== null) tellFailure(failure);
          }}
        >
          <bdi>{other.name}</bdi>
        </Menu.Item>
      ))}
      <Menu.Item leftSection={<IconPlus size={16} aria-hidden="true" />} onClick={() => addAnother(true)}>
        Add another…
      </Menu.Item>
      {others.length > 0 && <Menu.Divider />}
      <Menu.Item leftSection={<IconPencil size={16} aria-hidden="true" />} onClick={() => showDialog('rename')}>
        Rename…
      </Menu.Item>
      {connection.kind !== 'demo' && (
        <Menu.Item leftSection={<IconKey size={16} aria-hidden="true" />} onClick={() => askForToken(true)}>
          Give another token…
        </Menu.Item>
      )}
      <Menu.Item
        data-danger
        leftSection={<IconPlugConnectedX size={16} aria-hidden="true" />}
        onClick={() => showDialog('disconnect')}
      >
        Disconnect…
      </Menu.Item>
    </>
  );
}
