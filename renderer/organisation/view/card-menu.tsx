/** What can be done with somebody in a chart or on a map, as a menu where it was asked for. */
import { Menu } from '@mantine/core';
import type { Member } from '../../../contract/organisation.ts';
import { count } from '../../words/locale.ts';
import { PersonMenu } from '../person-menu.tsx';
import type { Point } from './camera.ts';

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

export function CardMenu({ at, member, acts: { open, centre, fold, beside }, onClose }: CardMenuProps) {
  return (
    <PersonMenu
      label="What can be done with the person"
      pointOf={at && (() => at)}
      member={member}
      onOpenPage={open}
      onClose={onClose}
      others={<Menu.Item onClick={centre}>Show their chart</Menu.Item>}
      last={
        (fold !== null || beside !== null) && (
          <>
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
          </>
        )
      }
    />
  );
}
