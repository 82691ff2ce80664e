/** Finds somebody in the organisation and goes to them. The field has the focus throughout; the arrow keys lead through those found. */
import { CloseButton, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { type RefObject, useCallback, useRef, useState } from 'react';
import { longestSearchText } from '../../contract/bounds.ts';
import type { UserId } from '../../contract/ids.ts';
import type { Page } from '../../contract/shown-page.ts';
import { handleKeys, type KeyHandlers } from '../keyboard/handle-keys.ts';
import { useGivenFocus } from '../layout/use-given-focus.ts';
import { FoundList } from './found-list.tsx';
import classes from './organisation.module.css';
import { useGoTo } from './step-link.tsx';
import { useActiveOption } from './use-active-option.ts';
import { useFound } from './use-found.ts';
import { walkedIn } from './walked-in.ts';

type FindFieldProps = {
  readonly page: Extract<Page, { view: 'organisation' }>;
  /** Where the tree and the view stand. */
  readonly body: RefObject<HTMLElement | null>;
};

export function FindField({ page, body }: FindFieldProps) {
  const goTo = useGoTo(page);
  const [text, setText] = useState('');
  const [isOpen, setIsOpen] = useState(false);
  const { found, newest } = useFound(text);
  const field = useRef<HTMLInputElement>(null);
  useGivenFocus(
    'find',
    useCallback(() => field.current, []),
  );
  const people = found?.people ?? [];
  const isShown = isOpen && text.trim() !== '' && found !== null;
  const { id, active, point, move, combobox } = useActiveOption(isShown ? people.length : 0);

  const leave = () => {
    setText('');
    setIsOpen(false);
    const walked = walkedIn(body.current);
    if (walked === undefined) field.current?.blur();
    else walked.focus({ preventScroll: true });
  };
  const choose = (who: UserId | undefined): boolean => {
    if (who === undefined) return false;
    goTo(who);
    leave();
    return true;
  };
  const onKeys: KeyHandlers<'find'> = {
    move,
    // What is typed last decides: its answer may still be on its way.
    choose: () =>
      found?.text === text
        ? choose(people[active ?? 0]?.card.id)
        : newest().then((answer) => choose(answer?.people[0]?.card.id)),
    back: leave,
  };
  const type = (value: string) => {
    setText(value.slice(0, longestSearchText));
    point(0);
    setIsOpen(true);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the list is closed once the focus has left it
    <div
      className={classes.find}
      onBlur={({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget)) setIsOpen(false);
      }}
    >
      <TextInput
        ref={field}
        {...combobox(isShown)}
        aria-label="Find in the organisation"
        placeholder="Find in the organisation"
        className={classes.findField ?? ''}
        leftSection={<IconSearch size={15} stroke={1.7} aria-hidden="true" />}
        rightSection={
          text !== '' && (
            <CloseButton
              size="sm"
              aria-label="Clear the text"
              onClick={() => {
                type('');
                field.current?.focus();
              }}
            />
          )
        }
        value={text}
        onFocus={() => setIsOpen(true)}
        onChange={(event) => type(event.currentTarget.value)}
        onKeyDown={(event) => handleKeys('find', event, onKeys)}
      />
      {isShown && <FoundList id={id} found={found} active={active} onPoint={point} onChoose={choose} />}
    </div>
  );
}
