/** The line below the list: what the keys do, and how many of how many are shown. */
import { VisuallyHidden } from '@mantine/core';
import { IconCornerDownLeft } from '@tabler/icons-react';
import { statusWords } from '../../contract/status-words.ts';
import { keys } from '../keyboard/keys.ts';
import { kitKeys } from '../keyboard/kit-keys.ts';
import { pressWords } from '../keyboard/press.ts';
import { knownPeople } from '../store/known-people.ts';
import { useStore } from '../store/use-store.ts';
import { count } from '../words/locale.ts';
import { actionCount } from './palette.tsx';
import classes from './search.module.css';
import { foundWords, type SearchOption } from './search-option.ts';

type SearchFootProps = {
  readonly id: string;
  readonly isEmpty: boolean;
  readonly inDeeds: boolean;
  readonly options: readonly SearchOption[];
};

export function SearchFoot({ id, isEmpty, inDeeds, options }: SearchFootProps) {
  const found = useStore((state) => state.found);
  const people = useStore(knownPeople);
  const status = useStore((state) => state.findStatus);
  const known = found?.known ?? people;
  const recents = useStore((state) => state.recents.length);
  const everybody = known === 1 ? '1 person' : `${count(known)} people`;
  const lately = options.filter(({ kind }) => kind === 'person').length;
  // Of what is listed: a person's actions, or people, as the statuses above count them.
  const shown = inDeeds
    ? actionCount(options.length)
    : isEmpty && recents > 0
      ? `${count(lately)} opened last`
      : found === null
        ? everybody
        : foundWords(found);
  const hidden = options.flatMap((option) => (option.kind === 'hidden' ? [option.words] : []));
  const only = status === null || inDeeds ? '' : [`, ${statusWords[status].toLowerCase()} only`, ...hidden].join(', ');
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
          <kbd className={classes.key}>{pressWords(keys.search.copyEmail.keys[0])}</kbd> copy e-mail
        </span>
      )}
      <span className={classes.hint}>
        <kbd className={classes.key}>Tab</kbd> {inDeeds ? 'back' : 'actions'}
      </span>
      {!inDeeds && (
        <span className={classes.hint}>
          <kbd className={classes.key}>{pressWords(keys.search.toStatuses.keys[0])}</kbd> status
        </span>
      )}
      {!inDeeds && (
        <span className={`${classes.hint} ${classes.palette}`} data-idle={!isEmpty || undefined}>
          <kbd className={classes.key}>{kitKeys.typed.palette.keys[0]}</kbd> run
        </span>
      )}
      <span className={classes.shown}>
        <span role="status">
          {shown}
          <VisuallyHidden component="span">{only}</VisuallyHidden>
        </span>
      </span>
    </div>
  );
}
