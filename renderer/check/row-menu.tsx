/** What can be done with a row of a check: open the person, choose who is meant, copy what was given. */

import { Menu } from '@mantine/core';
import { useLayoutEffect, useRef } from 'react';
import type { CheckRow } from '../../contract/check.ts';
import type { UserId } from '../../contract/ids.ts';
import { statusWords } from '../../contract/status-words.ts';
import { StatusIcon } from '../status/status-icon.tsx';
import { useStore } from '../store/use-store.ts';
import { count } from '../words/locale.ts';
import { lineWords } from './result-columns.tsx';
import classes from './row-menu.module.css';
import { checks } from './use-check.ts';

export type MenuOf = {
  readonly row: CheckRow;
  readonly candidates: CheckRow['candidates'];
  readonly pointOf: () => { readonly x: number; readonly y: number };
};

type RowMenuProps = {
  /** Null: it is closed. */
  readonly of: MenuOf | null;
  /** Gives the focus back to the rows. */
  readonly onClose: () => void;
};

export function RowMenu({ of, onClose }: RowMenuProps) {
  const target = useRef<HTMLButtonElement>(null);
  const copy = useStore((state) => state.copy);
  const openPerson = useStore((state) => state.openPerson);
  const tellFailure = useStore((state) => state.tellFailure);
  // biome-ignore lint/correctness/useExhaustiveDependencies: it stays where it opened
  useLayoutEffect(() => {
    if (of === null || target.current === null) return;
    const { x, y } = of.pointOf();
    Object.assign(target.current.style, { left: `${x}px`, top: `${y}px` });
  }, [of !== null]);
  const row = of?.row;
  const people = of?.candidates?.first ?? [];
  const more = (of?.candidates?.count ?? 0) - people.length;
  const isChosen = row?.matchedBy === 'chosen' || row?.matchedBy === 'name';
  const choose = (person: UserId | null) => {
    if (row === undefined) return;
    void checks
      .getState()
      .choose({ place: row.place, person })
      .then((failure) => failure !== null && tellFailure(failure));
  };
  return (
    <Menu
      opened={of !== null}
      onChange={(opened) => !opened && onClose()}
      // Not by a key as well: the one that opens it comes by after it is open.
      clickOutsideEvents={['mousedown', 'touchstart']}
      // One that fades out would hear the keys that follow, and act on them.
      transitionProps={{ duration: 0 }}
      position="bottom-start"
      width={340}
    >
      <Menu.Target>
        <button ref={target} type="button" tabIndex={-1} className={classes.place} aria-label="The row" />
      </Menu.Target>
      <Menu.Dropdown>
        {row !== undefined && (
          <>
            <Menu.Label className={classes.given ?? ''}>
              {row.line === null ? (
                <bdi>{row.person?.name}</bdi>
              ) : (
                <>
                  Line {lineWords(row)}: <bdi>{row.given}</bdi>
                </>
              )}
            </Menu.Label>
            {row.person !== null && (
              <Menu.Item onClick={() => row.person !== null && openPerson(row.person.id)}>Open the person</Menu.Item>
            )}
            {people.map(({ id, name, email, status }) => (
              <Menu.Item
                key={id}
                leftSection={<StatusIcon status={status} />}
                disabled={row.person?.id === id}
                onClick={() => choose(id)}
              >
                <span className={classes.person}>
                  <bdi className={classes.name}>{name}</bdi>
                  <span className={classes.under}>
                    {statusWords[status]}
                    {email !== null && (
                      <>
                        {' · '}
                        <bdi>{email}</bdi>
                      </>
                    )}
                  </span>
                </span>
              </Menu.Item>
            ))}
            {more > 0 && <Menu.Label>{count(more)} more are not named: give an address or an id</Menu.Label>}
            {isChosen && <Menu.Item onClick={() => choose(null)}>Take the choice back</Menu.Item>}
            {row.line === null ? (
              <Menu.Item onClick={() => void copy(row.person?.id ?? '', 'the id')}>Copy the id</Menu.Item>
            ) : (
              <Menu.Item onClick={() => void copy(row.given, 'what was given')}>Copy what was given</Menu.Item>
            )}
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
