/** The line below the list: what the keys do, and how many of how many are shown. */
import { IconCornerDownLeft } from '@tabler/icons-react';
import { commandKey } from '../frame/command-key.ts';
import { useStore } from '../store/use-store.ts';
import { count } from '../time/locale.ts';
import classes from './search.module.css';

type SearchFootProps = { readonly id: string; readonly isEmpty: boolean; readonly inDeeds: boolean };

export function SearchFoot({ id, isEmpty, inDeeds }: SearchFootProps) {
  const found = useStore((state) => state.found);
  const peopleCount = useStore((state) => state.overview?.open?.peopleCount ?? 0);
  const known = found?.known ?? peopleCount;
  const shown = isEmpty || found === null ? `${count(known)} known` : `${count(found.found.length)} of ${count(known)}`;
  return (
    <div className={classes.foot} id={id}>
      <span className={classes.hint}>
        <kbd className={classes.key}>
          <IconCornerDownLeft size={12} aria-label="Enter" role="img" />
        </kbd>
        {inDeeds ? 'do it' : 'open'}
      </span>
      {!inDeeds && (
        <span className={classes.hint}>
          <kbd className={classes.key}>{commandKey('C')}</kbd> copy e-mail
        </span>
      )}
      <span className={classes.hint}>
        <kbd className={classes.key}>Tab</kbd> {inDeeds ? 'back' : 'actions'}
      </span>
      <span className={classes.shown} role="status">
        {shown}
      </span>
    </div>
  );
}
