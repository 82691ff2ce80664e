// biome-ignore-all lint/a11y/useFocusableInteractive: the field has the focus and names the active one
// biome-ignore-all lint/a11y/useKeyWithClickEvents: the field's keys choose too
/**
 * Chooses the person to look below, and how far down. The field keeps the focus while the arrow keys lead through those
 * found; until something is typed they are those who were opened last.
 */
import { TextInput } from '@mantine/core';
import { useEffect, useId, useRef, useState } from 'react';
import { longestSearchText } from '../../contract/bounds.ts';
import type { PersonCard } from '../../contract/person.ts';
import type { Below } from '../../contract/table.ts';
import { handleKeys, type KeyHandlers } from '../keyboard/handle-keys.ts';
import { labelText } from '../name/label-text.ts';
import { PersonName } from '../name/person-name.tsx';
import { useStore } from '../store/use-store.ts';
import classes from './below.module.css';
import filters from './filters.module.css';
import { useLateFocus } from './use-late-focus.ts';

type BelowChoicesProps = {
  readonly below: Below | null;
  /** `isDone`: a person was chosen, and not only how far down. */
  readonly onChoose: (below: Below, isDone: boolean) => void;
};

type Found = { readonly text: string; readonly people: readonly PersonCard[] };

const depths: readonly (readonly [Below['which'], string])[] = [
  ['all', 'Everybody below'],
  ['direct', 'Direct reports only'],
];

export function BelowChoices({ below, onChoose }: BelowChoicesProps) {
  const findPeople = useStore((state) => state.findPeople);
  const recents = useStore((state) => state.recents);
  const [which, setWhich] = useState(below?.which ?? 'all');
  const [text, setText] = useState('');
  const [found, setFound] = useState<Found | null>(null);
  const [at, setAt] = useState(0);
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  useLateFocus(field);
  const isAny = text.trim() === '';
  const people = isAny ? recents : (found?.people ?? []);
  const active = people.length === 0 ? null : Math.min(at, people.length - 1);

  useEffect(() => {
    if (text.trim() === '') return;
    let isWanted = true;
    void findPeople(text).then((answer) => {
      if (isWanted) setFound({ text, people: answer });
    });
    return () => {
      isWanted = false;
    };
  }, [text, findPeople]);
  useEffect(() => {
    if (active !== null) document.getElementById(`${id}-${active}`)?.scrollIntoView({ block: 'nearest' });
  }, [id, active]);

  const choose = (card: PersonCard | undefined): boolean => {
    if (card === undefined) return false;
    onChoose({ id: card.id, which }, true);
    return true;
  };
  const onKeys: KeyHandlers<'below'> = {
    move: (press) => {
      if (active === null) return false;
      setAt((active + (press === 'ArrowDown' ? 1 : -1) + people.length) % people.length);
      return true;
    },
    // What is typed last decides: its answer may still be on its way.
    choose: () =>
      isAny || found?.text === text ? choose(people[active ?? 0]) : findPeople(text).then(([first]) => choose(first)),
  };
  return (
    <>
      <TextInput
        ref={field}
        role="combobox"
        aria-label="Person to look below"
        aria-expanded={people.length > 0}
        aria-controls={people.length > 0 ? `${id}-list` : undefined}
        aria-autocomplete="list"
        aria-activedescendant={active === null ? undefined : `${id}-${active}`}
        placeholder="Name, e-mail, phone or id"
        data-autofocus
        dir="auto"
        value={text}
        onChange={({ currentTarget }) => {
          setText(currentTarget.value.slice(0, longestSearchText));
          setAt(0);
        }}
        onKeyDown={(event) => handleKeys('below', event, onKeys)}
      />
      {/* Above those who are found: however many come, it stays where it is. */}
      <fieldset className={classes.depths}>
        <legend>How far down</legend>
        {depths.map(([depth, words]) => (
          <label key={depth}>
            <input
              type="radio"
              name={`${id}-depth`}
              checked={depth === which}
              onChange={() => {
                setWhich(depth);
                if (below !== null) onChoose({ ...below, which: depth }, false);
              }}
            />
            {words}
          </label>
        ))}
      </fieldset>
      {people.length > 0 && (
        <div id={`${id}-list`} role="listbox" aria-label={isAny ? 'Opened last' : 'Found'} className={filters.labels}>
          {people.map((card, index) => (
            <div
              key={card.id}
              id={`${id}-${index}`}
              role="option"
              aria-selected={index === active}
              className={filters.label}
              onMouseMove={() => setAt(index)}
              // The field keeps the focus.
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => choose(card)}
            >
              <span className={classes.who}>
                <PersonName name={card.name} status={card.status} short />
              </span>
              <bdi className={classes.facts} title={factsOf(card)}>
                {factsOf(card)}
              </bdi>
            </div>
          ))}
        </div>
      )}
      {!isAny && found !== null && people.length === 0 && (
        <p className={filters.labelNote} role="status">
          Nobody known so far matches
        </p>
      )}
    </>
  );
}

function factsOf({ role, team, username }: PersonCard): string {
  const facts = [role && labelText(role, 'role'), team && labelText(team, 'team')].filter(Boolean).join(' · ');
  return facts || (username === null ? '' : `@${username}`);
}
