/** What can be done with the person of a row, as a menu at the row or where it was asked for. */
import { Menu } from '@mantine/core';
import { type RefObject, useLayoutEffect, useRef } from 'react';
import { useStore } from '../store/use-store.ts';
import classes from './organisation.module.css';
import { memberName } from './row-words.ts';
import { useOrganisation } from './use-organisation.ts';
import type { TreeActs } from './use-tree-clicks.ts';

export type ShownActions = { readonly row: number; readonly at: { readonly x: number; readonly y: number } | null };

type RowActionsProps = {
  /** Null: none are. */
  readonly shown: ShownActions | null;
  readonly acts: TreeActs;
  readonly tree: RefObject<HTMLElement | null>;
  readonly onClose: () => void;
};

export function RowActions({ shown, acts, tree, onClose }: RowActionsProps) {
  const copy = useStore((state) => state.copy);
  const active = useOrganisation((state) => state.active);
  const target = useRef<HTMLButtonElement>(null);
  const member = active?.data?.kind === 'member' ? active.data.member : null;

  useLayoutEffect(() => {
    if (shown === null || target.current === null) return;
    const row = tree.current?.querySelector(`[data-place="${shown.row}"]`)?.getBoundingClientRect();
    const { x, y } = shown.at ?? { x: (row?.left ?? 0) + 48, y: row?.bottom ?? 0 };
    Object.assign(target.current.style, { left: `${x}px`, top: `${y}px` });
  }, [shown, tree]);

  if (member === null || active === null) return null;
  const { id, card, direct } = member;
  const email = card?.email ?? null;
  return (
    <Menu
      opened={shown !== null}
      onChange={(opened) => !opened && onClose()}
      onClose={() => tree.current?.focus({ preventScroll: true })}
      position="bottom-start"
      width={230}
      // Not by a key as well: the one that opens it comes by after it is open.
      clickOutsideEvents={['mousedown', 'touchstart']}
      // One that fades out would hear the keys that follow, and act on them.
      transitionProps={{ duration: 0 }}
    >
      <Menu.Target>
        <button
          ref={target}
          type="button"
          tabIndex={-1}
          className={classes.menuPlace}
          aria-label="Actions for the row"
        />
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label className={classes.menuName ?? ''}>
          <bdi>{memberName(member)}</bdi>
        </Menu.Label>
        <Menu.Item onClick={() => acts.openPage(id)}>Open</Menu.Item>
        <Menu.Item disabled={email === null} onClick={() => email !== null && void copy(email, 'the e-mail')}>
          Copy e-mail
        </Menu.Item>
        <Menu.Item onClick={() => void copy(id, 'the id')}>Copy id</Menu.Item>
        {direct > 0 && (
          <>
            <Menu.Divider />
            <Menu.Item onClick={() => void acts.open(active.row, 'below')}>Open everybody below</Menu.Item>
            <Menu.Item onClick={() => void acts.open(active.row, 'close-below')}>Close everybody below</Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
