/**
 * The roles or teams that somebody has, each with how many have it. Typing narrows them; the arrow keys lead through
 * them while the focus stays in the field.
 */
import { TextInput } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useEffect, useId, useState } from 'react';
import type { LabelCount, LabelCounts, LabelKind, PeopleFilter } from '../../contract/table.ts';
import { handleKeys, type KeyHandlers } from '../keyboard/handle-keys.ts';
import { useStore } from '../store/use-store.ts';
import { count } from '../words/locale.ts';
import classes from './filters.module.css';
import { wordOf } from './label-words.ts';

type LabelChoicesProps = {
  readonly kind: LabelKind;
  readonly filter: PeopleFilter;
  /** Null: any. */
  readonly onChoose: (label: LabelCount | null) => void;
};

export function LabelChoices({ kind, filter, onChoose }: LabelChoicesProps) {
  const readLabels = useStore((state) => state.readLabels);
  const [text, setText] = useState('');
  const [found, setFound] = useState<LabelCounts | null>(null);
  const [at, setAt] = useState(0);
  const id = useId();
  const choices: readonly (LabelCount | null)[] =
    text === '' ? [null, ...(found?.labels ?? [])] : (found?.labels ?? []);

  useEffect(() => {
    let isWanted = true;
    void readLabels({ filter, kind, text }).then((labels) => {
      if (!isWanted || labels === null) return;
      setFound(labels);
      setAt(0);
    });
    return () => {
      isWanted = false;
    };
  }, [filter, kind, text, readLabels]);
  useEffect(() => {
    document.getElementById(`${id}-${at}`)?.scrollIntoView({ block: 'nearest' });
  }, [id, at]);

  const onKeys: KeyHandlers<'choices'> = {
    move: (press) => {
      const last = choices.length - 1;
      if (press === 'ArrowDown') setAt(at >= last ? 0 : at + 1);
      else setAt(at <= 0 ? last : at - 1);
    },
    choose: () => {
      const choice = choices[at];
      if (choice !== undefined) onChoose(choice);
    },
  };
  return (
    <>
      <TextInput
        role="combobox"
        aria-label={`Find a ${kind}`}
        aria-expanded="true"
        aria-controls={`${id}-list`}
        aria-activedescendant={choices.length > 0 ? `${id}-${at}` : undefined}
        placeholder={`Find a ${kind}`}
        data-autofocus
        maxLength={200}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => handleKeys('choices', event, onKeys)}
      />
      <div id={`${id}-list`} role="listbox" aria-label={`${kind}s`} className={classes.labels}>
        {choices.map((label, index) => {
          const isChosen = (label?.id ?? null) === filter[kind];
          return (
            // biome-ignore lint/a11y/useFocusableInteractive: the field has the focus and names the active one
            // biome-ignore lint/a11y/useKeyWithClickEvents: the field's keys choose too
            <div
              key={label === null ? 'any' : `id ${label.id}`}
              id={`${id}-${index}`}
              role="option"
              aria-selected={index === at}
              className={classes.label}
              onMouseMove={() => setAt(index)}
              onClick={() => onChoose(label)}
            >
              <bdi className={classes.labelName}>{label === null ? `Any ${kind}` : wordOf(kind, label)}</bdi>
              {isChosen && <IconCheck size={15} aria-label="chosen" />}
              {label !== null && <span className={classes.labelCount}>{count(label.people)}</span>}
            </div>
          );
        })}
      </div>
      {found !== null && choices.length === 0 && <p className={classes.labelNote}>No {kind} is called so.</p>}
      {found !== null && found.more > 0 && (
        <p className={classes.labelNote}>{count(found.more)} more: type part of the name.</p>
      )}
    </>
  );
}
