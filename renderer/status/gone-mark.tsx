/** Beside a name where there is no room for a badge: that this person is deleted, or no longer found. */
import { statusWords } from '../../contract/status-words.ts';
import classes from './status.module.css';
import { statusIcons } from './status-badge.tsx';
import { isGone, type StatusOf, statusSentence } from './status-of.ts';

type GoneMarkProps = {
  readonly of: StatusOf;
  /** The icon alone, named for who cannot see it. */
  readonly brief?: boolean;
};

/** Nothing beside somebody who is there. */
export function GoneMark({ of, brief = false }: GoneMarkProps) {
  if (!isGone(of)) return null;
  const Icon = statusIcons[of.status];
  const sentence = statusSentence(of);
  return brief ? (
    <span className={classes.mark} role="img" aria-label={sentence} title={sentence}>
      <Icon size={14} stroke={1.9} aria-hidden="true" />
    </span>
  ) : (
    <span className={classes.mark} title={sentence}>
      <Icon size={13} stroke={1.9} aria-hidden="true" />
      {statusWords[of.status]}
    </span>
  );
}
