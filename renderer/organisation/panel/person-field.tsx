/** Chooses one of the two people. The field has the focus throughout; the arrow keys lead through those found. */
import { TextInput } from '@mantine/core';
import { type RefObject, useState } from 'react';
import { longestSearchText } from '../../../contract/bounds.ts';
import type { UserId } from '../../../contract/ids.ts';
import type { Named } from '../../../contract/organisation.ts';
import { handleKeys, type KeyHandlers } from '../../keyboard/handle-keys.ts';
import { FoundList } from '../found-list.tsx';
import { useActiveOption } from '../use-active-option.ts';
import { useFound } from '../use-found.ts';
import classes from './panel.module.css';

type PersonFieldProps = {
  readonly label: string;
  readonly field: RefObject<HTMLInputElement | null>;
  /** Null: nobody yet. */
  readonly chosen: Named | null;
  /** The panel has no more to say until somebody is chosen here. */
  readonly isWanted?: boolean;
  readonly onChoose: (id: UserId) => void;
};

export function PersonField({ label, field, chosen, isWanted = false, onChoose }: PersonFieldProps) {
  /** Null: the chosen person is shown. */
  const [typed, setTyped] = useState<string | null>(null);
  const { found, newest } = useFound(typed ?? '');
  const people = found?.people ?? [];
  const isShown = typed !== null && typed.trim() !== '' && found !== null;
  const { id, active, point, move, combobox } = useActiveOption(isShown ? people.length : 0);

  const choose = (who: UserId | undefined): boolean => {
    if (who === undefined) return false;
    setTyped(null);
    onChoose(who);
    return true;
  };
  const onKeys: KeyHandlers<'pick'> = {
    move,
    // What is typed last decides: its answer may still be on its way.
    choose: () => {
      if (typed === null) return false;
      if (found?.text === typed) return choose(people[active ?? 0]?.card.id);
      return newest().then((answer) => choose(answer?.people[0]?.card.id));
    },
    back: () => {
      if (typed === null) return false;
      setTyped(null);
      return true;
    },
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: who was chosen is shown again once the focus has left it
    <div
      className={classes.field}
      onBlur={({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget)) setTyped(null);
      }}
    >
      <TextInput
        ref={field}
        {...combobox(isShown)}
        label={label}
        placeholder="Name, e-mail, phone or id"
        data-wanted={isWanted || undefined}
        title={chosen?.name}
        value={typed ?? chosen?.name ?? ''}
        onFocus={({ currentTarget }) => currentTarget.select()}
        onChange={({ currentTarget }) => {
          setTyped(currentTarget.value.slice(0, longestSearchText));
          point(0);
        }}
        onKeyDown={(event) => handleKeys('pick', event, onKeys)}
      />
      {isShown && <FoundList id={id} found={found} active={active} onPoint={point} onChoose={choose} />}
    </div>
  );
}
