/** Why what a panel says may change: people are still being fetched, or were not yet. */
import type { UserId } from '../../../contract/ids.ts';
import { onlyListedWords } from '../../../contract/people-count.ts';
import { useStore } from '../../store/use-store.ts';
import { count } from '../../words/locale.ts';
import { notFetchedWords } from '../../words/not-fetched.ts';
import { useOrganisation } from '../use-organisation.ts';
import classes from './panel.module.css';
import { useHasBeen } from './use-has-been.ts';

type Missing = Parameters<typeof notFetchedWords>[0];

/** `of`: who is missing of what the panel is about, and of whose branch (`id`); without it: of everybody. */
export function StillComing({ of = null, id = null }: { readonly of?: Missing | null; readonly id?: UserId | null }) {
  const totals = useOrganisation((state) => state.totals);
  const isSyncing = useStore(({ sync }) => sync !== null && isUnderWay(sync));
  const missing = of ?? totals ?? { notFetched: 0, failed: 0 };
  const people = missing.notFetched;
  const isKept = useHasBeen(isSyncing || people > 0, id);
  if (!isKept) return null;
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
