/** What can be done with somebody of the organisation, as a menu at a point of the window. */
import { Menu } from '@mantine/core';
import { type ReactNode, useLayoutEffect, useRef } from 'react';
import type { Member } from '../../contract/organisation.ts';
import { useStore } from '../store/use-store.ts';
import classes from './person-menu.module.css';
import { relateFrom } from './relate.ts';
import { memberName } from './row-words.ts';
import type { Point } from './view/camera.ts';

type PersonMenuProps = {
  /** The name of the menu, for a screen reader. */
  readonly label: string;
  /** Where it opens, asked as it does; null: it is closed. */
  readonly pointOf: (() => Point) | null;
  /** It opens once it is known who it is about. */
  readonly member: Member | undefined;
  readonly onOpenPage: () => void;
  /** Gives the focus back to what it was opened from. */
  readonly onClose: () => void;
  /** Items below that which opens the person's page. */
  readonly others?: ReactNode;
  /** Items at the end, after a line. */
  readonly last?: ReactNode;
};

export function PersonMenu({ label, pointOf, member, onOpenPage, onClose, others, last }: PersonMenuProps) {
  const copy = useStore((state) => state.copy);
  const target = useRef<HTMLButtonElement>(null);
  const isOpen = pointOf !== null && member !== undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: it stays where it opened
  useLayoutEffect(() => {
    if (pointOf === null || target.current === null) return;
    const { x, y } = pointOf();
    Object.assign(target.current.style, { left: `${x}px`, top: `${y}px` });
  }, [isOpen]);
  const email = member?.card?.email ?? null;
  return (
    <Menu
      opened={isOpen}
      onChange={(opened) => !opened && onClose()}
      // Not by a key as well: the one that opens it comes by after it is open.
      clickOutsideEvents={['mousedown', 'touchstart']}
      // One that fades out would hear the keys that follow, and act on them.
      transitionProps={{ duration: 0 }}
      position="bottom-start"
      width={240}
    >
      <Menu.Target>
        <button ref={target} type="button" tabIndex={-1} className={classes.place} aria-label={label} />
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label className={classes.name ?? ''}>
          <bdi>{member && memberName(member)}</bdi>
        </Menu.Label>
        <Menu.Item onClick={onOpenPage}>Open</Menu.Item>
        {others}
        <Menu.Item disabled={email === null} onClick={() => email !== null && void copy(email, 'the e-mail')}>
          Copy e-mail
        </Menu.Item>
        <Menu.Item onClick={() => member && void copy(member.id, 'the id')}>Copy id</Menu.Item>
        <Menu.Item onClick={() => member && relateFrom(member.id)}>Relation to…</Menu.Item>
        {last && (
          <>
            <Menu.Divider />
            {last}
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
