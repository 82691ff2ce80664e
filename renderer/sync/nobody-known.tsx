/** Where a page shows people and nobody is known yet: why, and what to do about it. */
import { Button } from '@mantine/core';
import type { SyncState } from '../../contract/sync.ts';
import { Empty } from '../layout/empty.tsx';
import { useStore } from '../store/use-store.ts';
import { addPeopleWords } from '../words/sync-words.ts';

export function NobodyKnown() {
  const addFromList = useStore((state) => state.addFromList);
  const sync = useStore((state) => state.sync);
  const isOffline = useStore(({ overview }) => overview?.open?.reachability.state === 'offline');
  const { words, isToAdd } = whyNobody(sync, isOffline);
  return (
    <Empty
      title="Nobody is known yet"
      action={isToAdd ? <Button onClick={() => addFromList(true)}>{addPeopleWords}</Button> : undefined}
    >
      {words}
    </Empty>
  );
}

/** `isToAdd`: nobody comes by themselves. `sync` null: not told yet. */
export function whyNobody(
  sync: Pick<SyncState, 'status' | 'found'> | null,
  isOffline: boolean,
): { readonly words: string; readonly isToAdd: boolean } {
  const { status, found } = sync ?? { status: 'running', found: 0 };
  const comes = (words: string) => ({ words, isToAdd: false });
  if (status === 'paused' || status === 'stopped')
    return comes(`The sync is ${status}. What the rail says at its foot lets it go on.`);
  if (status === 'running' || status === 'waiting')
    return comes(
      isOffline ? 'The server cannot be reached. They come once it can be.' : 'They come as they are fetched.',
    );
  if (status === 'never' && found > 0)
    return comes('Not synced yet. What the rail says at its foot lets the sync begin.');
  const why = found > 0 ? 'Nobody to start from could be fetched.' : 'The server named nobody.';
  return {
    words: `${why} Add an id or a profile link, such as your own: the people who report to them follow.`,
    isToAdd: true,
  };
}
