/** Status as icon and word, never colour alone. */
import { IconCircleCheck, IconCircleMinus, IconHelpCircle, IconTrash, IconUserX } from '@tabler/icons-react';
import type { Status } from '../../contract/user.ts';
import { statusWords } from '../../contract/words.ts';
import classes from './status.module.css';

export const statusIcons = {
  active: IconCircleCheck,
  inactive: IconCircleMinus,
  deleted: IconTrash,
  'not-found': IconUserX,
  unknown: IconHelpCircle,
} as const satisfies Record<Status, unknown>;

type StatusBadgeProps = {
  readonly status: Status;
  /** On a person's own page the badge is the answer to a question, so it carries that question's name. */
  readonly labelled?: boolean;
};

export function StatusBadge({ status, labelled = false }: StatusBadgeProps) {
  const Icon = statusIcons[status];
  const label = labelled ? { role: 'group', 'aria-label': 'Status' } : {};
  return (
    <span className={classes.badge} data-status={status} {...label}>
      <Icon size={14} stroke={1.9} aria-hidden="true" />
      {statusWords[status]}
    </span>
  );
}
