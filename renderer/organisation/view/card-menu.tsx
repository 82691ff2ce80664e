/** What can be done with somebody in a chart, as a menu where it was asked for. */
import { Menu } from '@mantine/core';
import { useLayoutEffect, useRef } from 'react';
import type { Member } from '../../../contract/organisation.ts';
import { useStore } from '../../store/use-store.ts';
import { count } from '../../words/locale.ts';
import { memberName } from '../row-words.ts';
import type { Point } from './camera.ts';
import classes from './view.module.css';

export type CardActs = {
  readonly open: () => void;
  readonly centre: () => void;
  /** Null: they lead nobody, or nothing is folded. */
  readonly fold: { readonly isOpen: boolean; readonly run: () => void; readonly openBelow: () => void } | null;
  /** Those under the same manager, of somebody on the way up; null: there are none. */
  readonly beside: { readonly count: number; readonly isOpen: boolean; readonly run: () => void } | null;
};

type CardMenuProps = {
  /** Null: none is shown. */
  readonly at: Point | null;
  readonly member: Member | undefined;
  readonly acts: CardActs;
  readonly onClose: () => void;
};

export function CardMenu({ at, member, acts, onClose }: CardMenuProps) {
  const copy = useStore((state) => state.copy);
  const target = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => {
    if (at !== null && target.current !== null) {
      Object.assign(target.current.style, { left: `${at.x}px`, top: `${at.y}px` });
    }
  }, [at]);
  const email = member?.card?.email ?? null;
  const { fold, beside } = acts;
  return (
    <Menu
      opened={at !== null && member !== undefined}
      onChange={(opened) => !opened && onClose()}
      // Not by a key as well: the one that opens it comes by after it is open.
      clickOutsideEvents={['mousedown', 'touchstart']}
      // One that fades out would hear the keys that follow, and act on them.
      transitionProps={{ duration: 0 }}
      position="bottom-start"
      width={240}
    >
      <Menu.Target>
        <button
          ref={target}
          type="button"
          tabIndex={-1}
          className={classes.menuAt}
          aria-label="What can be done with the person"
        />
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label className={classes.menuWho ?? ''}>
          <bdi>{member && memberName(member)}</bdi>
        </Menu.Label>
        <Menu.Item onClick={acts.open}>Open</Menu.Item>
        <Menu.Item onClick={acts.centre}>Show their chart</Menu.Item>
        <Menu.Item disabled={email === null} onClick={() => email !== null && void copy(email, 'the e-mail')}>
          Copy e-mail
        </Menu.Item>
        <Menu.Item onClick={() => member && void copy(member.id, 'the id')}>Copy id</Menu.Item>
        {(fold !== null || beside !== null) && <Menu.Divider />}
        {beside !== null && (
          <Menu.Item
            onClick={beside.run}
          >{`${beside.isOpen ? 'Hide' : 'Show'} ${count(beside.count)} beside`}</Menu.Item>
        )}
        {fold !== null && (
          <>
            <Menu.Item onClick={fold.run}>{fold.isOpen ? 'Hide their people' : 'Show their people'}</Menu.Item>
            <Menu.Item onClick={fold.openBelow}>Open everybody below</Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
