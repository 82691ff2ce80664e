/** Keeps the place of kinds of problems that are on their way. */
import classes from './kinds.module.css';

const kinds = 3;

export function OverviewWaiting() {
  return (
    <div className={classes.group} aria-busy="true">
      {Array.from({ length: kinds }, (_, nth) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: all are alike
        <div key={nth} className={classes.waiting} aria-hidden="true">
          <span />
          <span />
          <span />
        </div>
      ))}
    </div>
  );
}
