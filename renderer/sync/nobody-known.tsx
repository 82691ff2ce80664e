/** Where a page shows people and nobody is known yet: why, and what to do about it. */
import { Button } from '@mantine/core';
import { Empty } from '../layout/empty.tsx';
import { useStore } from '../store/use-store.ts';
import { addPeopleWords } from '../words/sync-words.ts';

export function NobodyKnown() {
  const addFromList = useStore((state) => state.addFromList);
  const status = useStore(({ sync }) => sync?.status ?? 'running');
  const isNamed = useStore(({ sync }) => (sync?.found ?? 0) > 0);
  const title = 'Nobody is known yet';
  if (status === 'running' || status === 'waiting') return <Empty title={title}>They come as they are fetched.</Empty>;
  if (status === 'paused' || status === 'stopped')
    return <Empty title={title}>The sync is {status}. What the rail says at its foot lets it go on.</Empty>;
  return (
    <Empty title={title} action={<Button onClick={() => addFromList(true)}>{addPeopleWords}</Button>}>
      {isNamed ? 'Nobody to start from could be fetched.' : 'The server gave no list of its people.'} Add an id or a
      profile link, such as your own: the people who report to them follow.
    </Empty>
  );
}
