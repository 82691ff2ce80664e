/** Why what a panel says may change: people are still being fetched, or were not yet. */
import { onlyListedWords } from '../../../contract/people-count.ts';
import { useStore } from '../../store/use-store.ts';
import { count } from '../../words/locale.ts';
import { notFetchedWords } from '../../words/not-fetched.ts';
import { useOrganisation } from '../use-organisation.ts';
import classes from './panel.module.css';

type Missing = Parameters<typeof notFetchedWords>[0];

/** `of`: the person the panel is about; null: everybody. */
export function StillComing({ of = null }: { readonly of?: Missing | null }) {
  const totals = useOrganisation((state) => state.totals);
  const isSyncing = useStore(({ sync }) => sync !== null && isUnderWay(sync));
  const missing = of ?? totals ?? { notFetched: 0, failed: 0 };
  const people = missing.notFetched;
  if (!isSyncing && people === 0) return null;
  const words = [
    ...(isSyncing ? ['The sync is still running.'] : []),
    ...(people > 0
      ? [
          `${count(people)} who ${people === 1 ? 'is' : 'are'} ${onlyListedWords} may lead others: ${notFetchedWords(missing).join(', ')}.`,
        ]
      : []),
  ];
  return <p className={classes.coming}>{words.join(' ')}</p>;
}

function isUnderWay({ status, task }: { readonly status: string; readonly task: string }): boolean {
  return (status === 'running' || status === 'waiting' || status === 'paused') && task !== 'refreshing';
}
