/** Why what a panel says may change: people are still being fetched, or were not yet. */
import { useStore } from '../../store/use-store.ts';
import { count } from '../../words/locale.ts';
import { useOrganisation } from '../use-organisation.ts';
import classes from './panel.module.css';

/** `notFetched`: of whom the panel is about; null: of everybody. */
export function StillComing({ notFetched = null }: { readonly notFetched?: number | null }) {
  const all = useOrganisation((state) => state.totals?.notFetched ?? 0);
  const isSyncing = useStore(({ sync }) => sync !== null && isUnderWay(sync));
  const waiting = notFetched ?? all;
  if (!isSyncing && waiting === 0) return null;
  const words = [
    ...(isSyncing ? ['The sync is still running.'] : []),
    ...(waiting > 0
      ? [`${count(waiting)} ${waiting === 1 ? 'person is' : 'people are'} not fetched yet, and may lead others.`]
      : []),
  ];
  return <p className={classes.coming}>{words.join(' ')}</p>;
}

function isUnderWay({ status, task }: { readonly status: string; readonly task: string }): boolean {
  return (status === 'running' || status === 'waiting' || status === 'paused') && task !== 'refreshing';
}
