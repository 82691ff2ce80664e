/** What can be done with the person of a row, as a menu at the row or where it was asked for. */
import { Menu } from '@mantine/core';
import type { RefObject } from 'react';
import { PersonMenu } from './person-menu.tsx';
import { useOrganisation } from './use-organisation.ts';
import type { TreeActs } from './use-tree-clicks.ts';
import type { Point } from './view/camera.ts';

export type ShownActions = { readonly row: number; readonly at: Point | null };

type RowActionsProps = {
  /** Null: none are. */
  readonly shown: ShownActions | null;
  readonly acts: TreeActs;
  readonly tree: RefObject<HTMLElement | null>;
  readonly onClose: () => void;
};

export function RowActions({ shown, acts, tree, onClose }: RowActionsProps) {
  const active = useOrganisation((state) => state.active);
  const member = active?.data?.kind === 'member' ? active.data.member : null;
  if (member === null || active === null) return null;

  const pointOf = ({ row, at }: ShownActions): Point => {
    const box = tree.current?.querySelector(`[data-place="${row}"]`)?.getBoundingClientRect();
    return at ?? { x: (box?.left ?? 0) + 48, y: box?.bottom ?? 0 };
  };
  return (
    <PersonMenu
      label="Actions for the row"
      pointOf={shown && (() => pointOf(shown))}
      member={member}
      onOpenPage={() => acts.openPage(member.id)}
      onClose={() => {
        onClose();
        tree.current?.focus({ preventScroll: true });
      }}
      last={
        member.direct > 0 && (
          <>
            <Menu.Item onClick={() => void acts.open(active.row, 'below')}>Open everybody below</Menu.Item>
            <Menu.Item onClick={() => void acts.open(active.row, 'close-below')}>Close everybody below</Menu.Item>
          </>
        )
      }
    />
  );
}
