/** The status as its icon alone, where the word stands elsewhere in the same row. */
import type { Status } from '../../contract/user.ts';
import classes from './status.module.css';
import { statusIcons } from './status-badge.tsx';

export function StatusIcon({ status, size = 16 }: { readonly status: Status; readonly size?: number }) {
  const Icon = statusIcons[status];
  return (
    <span className={classes.icon} data-status={status}>
      <Icon size={size} stroke={1.9} aria-hidden="true" />
    </span>
  );
}
