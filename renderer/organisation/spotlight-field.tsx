// biome-ignore-all lint/a11y/useFocusableInteractive: the field has the focus and names the active one
// biome-ignore-all lint/a11y/useKeyWithClickEvents: the field's keys choose too
/** Says who is in the spotlight: a role or a team of those there are, each with how many have it, or any text. */
import { TextInput } from '@mantine/core';
import { IconBulb } from '@tabler/icons-react';
import { type RefObject, useState } from 'react';
import { handleKeys, type KeyHandlers } from '../keyboard/handle-keys.ts';
import { labelKinds, wordOf } from '../people/label-words.ts';
import { count } from '../words/locale.ts';
import list from './options.module.css';
import classes from './spotlight.module.css';
import type { Shining } from './tree-state.ts';
import { useActiveOption } from './use-active-option.ts';
import { type Label, useLabels } from './use-labels.ts';

type SpotlightFieldProps = {
  readonly field: RefObject<HTMLInputElement | null>;
  readonly spotlight: Shining | null;
  readonly onChoose: (spotlight: Shining) => void;
  readonly onBack: () => void;
};

/** More is no name of a role or a team. */
const longest = 200;

const ofText = (text: string): Shining => ({ by: 'text', value: text, words: `“${text}”` });
const ofLabel = (label: Label): Shining => ({
  by: label.kind,
  value: label.id,
  words: `${labelKinds[label.kind]}: ${wordOf(label.kind, label)}`,
});

export function SpotlightField({ field, spotlight, onChoose, onBack }: SpotlightFieldProps) {
  /** Null: what is shown is who is in the spotlight. */
  const [text, setText] = useState<string | null>(spotlight === null ? '' : null);
  const [isOpen, setIsOpen] = useState(spotlight === null);
  const found = useLabels(isOpen ? (text ?? '').trim() : null);
  const typed = (text ?? '').trim();
  const options: readonly Shining[] = [...(typed === '' ? [] : [ofText(typed)]), ...(found?.labels ?? []).map(ofLabel)];
  const { id, active, point, move, combobox } = useActiveOption(isOpen ? options.length : 0);

  const choose = (chosen: Shining | undefined): boolean => {
    if (chosen === undefined) return false;
    setText(null);
    setIsOpen(false);
    onChoose(chosen);
    return true;
  };
  const onKeys: KeyHandlers<'aim'> = {
    move: (press) => {
      if (!move(press)) setIsOpen(true);
    },
    choose: () => active !== null && choose(options[active]),
    back: () => {
      setText(spotlight === null ? '' : null);
      setIsOpen(false);
      onBack();
    },
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the list is closed once the focus has left it
    <div
      className={classes.aim}
      onBlur={({ currentTarget, relatedTarget }) => {
        if (currentTarget.contains(relatedTarget)) return;
        setIsOpen(false);
        if (spotlight !== null) setText(null);
      }}
    >
      <TextInput
        ref={field}
        {...combobox(isOpen)}
        aria-label="Spotlight on"
        placeholder="A role, a team or any text"
        maxLength={longest}
        leftSection={<IconBulb size={15} stroke={1.7} aria-hidden="true" />}
        value={text ?? spotlight?.words ?? ''}
        onFocus={(event) => event.currentTarget.select()}
        onChange={(event) => {
          setText(event.currentTarget.value);
          point(0);
          setIsOpen(true);
        }}
        onKeyDown={(event) => handleKeys('aim', event, onKeys)}
      />
      {isOpen && (
        <div className={`${list.list} ${classes.choices}`}>
          <div id={`${id}-list`} role="listbox" aria-label="Roles and teams">
            {options.map((option, index) => (
              <div
                key={`${option.by} ${option.value}`}
                id={`${id}-${index}`}
                role="option"
                aria-selected={index === active}
                className={`${list.option} ${classes.option}`}
                onMouseMove={() => point(index)}
                // The field keeps the focus.
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => choose(option)}
              >
                <bdi className={classes.optionName} title={option.words}>
                  {option.by === 'text' ? `Anybody who matches ${option.words}` : option.words}
                </bdi>
                {option.by !== 'text' && (
                  <span className={classes.optionCount}>
                    {count(found?.labels[index - (typed === '' ? 0 : 1)]?.people ?? 0)}
                  </span>
                )}
              </div>
            ))}
          </div>
          {found !== null && found.more > 0 && (
            <p className={classes.more}>{count(found.more)} more: type part of the name.</p>
          )}
        </div>
      )}
    </div>
  );
}
