/** The status of somebody as icon and word, never colour alone; of who is gone, with since when. */
import { IconCircleCheck, IconCircleMinus, IconHelpCircle, IconTrash, IconUserX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { statusWords } from '../../contract/status-words.ts';
import type { Status } from '../../contract/user.ts';
import classes from './status.module.css';
import { isGone, type StatusOf, statusSentence } from './status-of.ts';
import { AlsoNotFound, StatusSince } from './status-since.tsx';

export const statusIcons = {
  active: IconCircleCheck,
  inactive: IconCircleMinus,
  deleted: IconTrash,
  'not-found': IconUserX,
  unknown: IconHelpCircle,
} as const satisfies Record<Status, unknown>;

/** On a person's own page: in one line, as the answer to a question, so it carries that question's name. */
export function StatusAnswer({ of }: { readonly of: StatusOf }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for what can be filled in
    <span className={classes.answer} role="group" aria-label="Status">
      <StatusWord status={of.status}>
        <StatusSince of={of} />
      </StatusWord>
      <AlsoNotFound of={of} />
    </span>
  );
}

/** In a row: the date stands below the word. `brief`: what there is no room for is left out, and in the tooltip. */
export function StatusBadge({ of, brief = false }: { readonly of: StatusOf; readonly brief?: boolean }) {
  if (!isGone(of)) return <StatusWord status={of.status} />;
  return (
    <span className={classes.stack} data-brief={brief || undefined}>
      <StatusWord status={of.status} /> <SinceLine of={of} brief={brief} />
      {!brief && <AlsoNotFound of={of} />}
    </span>
  );
}

/** The date alone, in a line of its own, where the word stands above it. */
export function SinceLine({ of, brief = false }: { readonly of: StatusOf; readonly brief?: boolean }) {
  return (
    <span className={classes.since} title={statusSentence(of)}>
      <StatusSince of={of} below brief={brief} />
    </span>
  );
}

/** The word alone, where since when stands beside it. */
export function StatusWord({ status, children }: { readonly status: Status; readonly children?: ReactNode }) {
  const Icon = statusIcons[status];
  return (
    <span className={classes.badge} data-status={status}>
      <Icon size={14} stroke={1.9} aria-hidden="true" />
      <span>
        {statusWords[status]}
        {children}
      </span>
    </span>
  );
}
