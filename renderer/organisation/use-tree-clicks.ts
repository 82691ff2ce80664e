/** What the mouse does in the tree. One listener for all rows: none of them needs its own. */
import type { MouseEvent } from 'react';
import type { UserId } from '../../contract/ids.ts';
import { rowAt } from '../store/row-windows.ts';
import type { OpenWhat } from './organisation-store.ts';
import { relateWith } from './relate.ts';
import { personOf } from './tree-state.ts';
import { organisation } from './use-organisation.ts';

/** What can be done with rows, by keys and by the mouse. */
export type TreeActs = {
  /** Settles once it is shown. */
  readonly open: (row: number, what: OpenWhat) => Promise<void>;
  /** Goes to the person of a row: a step that can be taken back. */
  readonly select: (row: number) => void;
  readonly openPage: (id: UserId) => void;
  /** `at`: where on screen; null: at the row. */
  readonly showActions: (row: number, at: { readonly x: number; readonly y: number } | null) => void;
};

export function useTreeClicks(acts: TreeActs) {
  const rowOf = (event: MouseEvent) => {
    const target = event.target instanceof Element ? event.target : null;
    const place = target?.closest<HTMLElement>('[data-place]')?.dataset.place;
    if (place === undefined) return null;
    const row = Number(place);
    const data = rowAt(organisation.getState().windows, row);
    return data === undefined ? null : { row, data, isFold: target?.closest('[data-fold]') !== null };
  };
  return {
    onClick: (event: MouseEvent) => {
      const found = rowOf(event);
      if (found === null) return;
      const { row, data, isFold } = found;
      const id = personOf(data);
      const isBlock = id === null;
      if (event.shiftKey && id !== null && !isFold) return relateWith(id);
      if (isBlock) organisation.getState().activate(row);
      if (isFold || isBlock) void acts.open(row, data.isOpen ? 'close' : 'open');
      else acts.select(row);
    },
    onDoubleClick: (event: MouseEvent) => {
      const found = rowOf(event);
      const id = personOf(found?.data);
      if (id !== null && !found?.isFold) acts.openPage(id);
    },
    onContextMenu: (event: MouseEvent) => {
      const found = rowOf(event);
      if (found === null || personOf(found.data) === null) return;
      event.preventDefault();
      organisation.getState().activate(found.row);
      acts.showActions(found.row, { x: event.clientX, y: event.clientY });
    },
  };
}
