// biome-ignore-all lint/a11y/useFocusableInteractive: the field has the focus and names the active one
// biome-ignore-all lint/a11y/useKeyWithClickEvents: the field's keys choose too
/** Says who is in the spotlight: a role or a team of those there are, each with how many have it, or any text. */
import { TextInput } from '@mantine/core';
import { IconBulb } from '@tabler/icons-react';
import { type RefObject, useEffect, useId, useState } from 'react';
import { handleKeys, type KeyHandlers } from '../keyboard/handle-keys.ts';
import { labelKinds, wordOf } from '../people/label-words.ts';
import { count } from '../words/locale.ts';
import classes from './spotlight.module.css';
import type { Shining } from './tree-state.ts';
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
  const [at, setAt] = useState(0);
  const found = useLabels(isOpen ? (text ?? '').trim() : null);
  const id = useId();
  const typed = (text ?? '').trim();
  const options: readonly Shining[] = [...(typed === '' ? [] : [ofText(typed)]), ...(found?.labels ?? []).map(ofLabel)];
  const active = isOpen && options.length > 0 ? Math.min(at, options.length - 1) : null;

  useEffect(() => {
    if (active !== null) document.getElementById(`${id}-${active}`)?.scrollIntoView({ block: 'nearest' });
  }, [id, active]);

  const choose = (chosen: Shining | undefined): boolean => {
    if (chosen === undefined) return false;
    setText(null);
    setIsOpen(false);
    onChoose(chosen);
    return true;
  };
  const onKeys: KeyHandlers<'aim'> = {
    move: (press) => {
      if (active === null) return setIsOpen(true);
      setAt((active + (press === 'ArrowDown' ? 1 : -1) + options.length) % options.length);
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
        role="combobox"
        aria-label="Spotlight on"
        aria-expanded={isOpen}
        aria-controls={isOpen ? `${id}-list` : undefined}
        aria-autocomplete="list"
        aria-activedescendant={active === null ? undefined : `${id}-${active}`}
        placeholder="A role, a team or any text"
        maxLength={longest}
        leftSection={<IconBulb size={15} stroke={1.7} aria-hidden="true" />}
        value={text ?? spotlight?.words ?? ''}
        onFocus={(event) => event.currentTarget.select()}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setAt(0);
          setIsOpen(true);
        }}
        onKeyDown={(event) => handleKeys('aim', event, onKeys)}
      />
      {isOpen && (
        <div className={classes.choices}>
          <div id={`${id}-list`} role="listbox" aria-label="Roles and teams">
            {options.map((option, index) => (
              <div
                key={`${option.by} ${option.value}`}
                id={`${id}-${index}`}
                role="option"
                aria-selected={index === active}
                className={classes.option}
                onMouseMove={() => setAt(index)}
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
