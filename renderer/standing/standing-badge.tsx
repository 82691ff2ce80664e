/** Standing as icon and word, never colour alone. */
import { IconCircleCheck, IconCircleMinus, IconHelpCircle, IconTrash } from '@tabler/icons-react';
import type { Standing } from '../../contract/user.ts';
import { standingWords } from '../../contract/words.ts';
import classes from './standing.module.css';

export const standingIcons = {
  active: IconCircleCheck,
  inactive: IconCircleMinus,
  deleted: IconTrash,
  unknown: IconHelpCircle,
} as const satisfies Record<Standing, unknown>;

type StandingBadgeProps = {
  readonly standing: Standing;
  /** On a person's own page the badge is the answer to a question, so it carries that question's name. */
  readonly labelled?: boolean;
};

export function StandingBadge({ standing, labelled = false }: StandingBadgeProps) {
  const Icon = standingIcons[standing];
  const label = labelled ? { role: 'group', 'aria-label': 'Standing' } : {};
  return (
    <span className={classes.badge} data-standing={standing} {...label}>
      <Icon size={14} stroke={1.9} aria-hidden="true" />
      {standingWords[standing]}
    </span>
  );
}
