/** The statuses to narrow people to, as a menu: where the line of filters is too narrow for a button each. */
import { Button, Menu } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import type { Status } from '../../contract/user.ts';
import { type StatusCounts, statusChoices } from '../status/status-choices.ts';
import { count } from '../words/locale.ts';
import classes from './filters.module.css';

type StatusMenuProps = {
  /** Null: not known yet. */
  readonly counts: StatusCounts | null;
  readonly chosen: Status | null;
  /** No buttons stand beside it: it is always seen. */
  readonly isAlone?: boolean;
  readonly onChoose: (status: Status | null) => void;
};

export function StatusMenu({ counts, chosen, isAlone = false, onChoose }: StatusMenuProps) {
  const choices = statusChoices(counts, chosen);
  const word = choices.find(({ status }) => status === chosen)?.word ?? 'All';
  return (
    <Menu position="bottom-end" width={200}>
      <Menu.Target>
        <Button
          variant="default"
          justify="space-between"
          className={isAlone ? (classes.choice ?? '') : `${classes.choice} ${classes.statusMenu}`}
          data-chosen={chosen !== null || undefined}
          rightSection={<IconChevronDown size={14} aria-hidden="true" />}
        >
          <span className={classes.choiceKind}>Status</span>
          <span className={classes.choiceName}>{word}</span>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {choices.map(({ status, word: name, people }) => (
          <Menu.RadioItem
            key={status ?? 'all'}
            value={status ?? 'all'}
            checked={status === chosen}
            closeMenuOnClick
            rightSection={people === null ? null : <span className={classes.labelCount}>{count(people)}</span>}
            onChange={() => onChoose(status)}
          >
            {name}
          </Menu.RadioItem>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
