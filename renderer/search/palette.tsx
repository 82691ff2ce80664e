/** What the palette says below its list, and where no action is called as typed. */
import { IconCornerDownLeft } from '@tabler/icons-react';
import classes from './search.module.css';

export function NoAction() {
  return (
    <div className={classes.nothing}>
      <p className={classes.nothingTitle}>No action is called so, or it cannot be run now</p>
      <p>Delete the “&gt;” to look for people.</p>
    </div>
  );
}

export function PaletteFoot({ id, count }: { readonly id: string; readonly count: number }) {
  return (
    <div className={classes.foot} id={id}>
      <span className={classes.hint}>
        <kbd className={classes.key}>
          <IconCornerDownLeft size={12} aria-label="Enter" role="img" />
        </kbd>
        run
      </span>
      <span className={classes.shown} role="status">
        {actionCount(count)}
      </span>
    </div>
  );
}

/** "1 action", "12 actions". */
export function actionCount(actions: number): string {
  return actions === 1 ? '1 action' : `${actions} actions`;
}
