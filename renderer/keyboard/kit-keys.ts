/** The keys that the kit's own components handle, told so that the sheet is whole. Most of them nobody needs before it is opened. */
import { menuKeys, type Table } from './keys.ts';

export const kitKeys = {
  tabs: {
    move: { words: 'Show another tab', keys: ['ArrowLeft', 'ArrowRight', 'Home', 'End'] },
  },
  /** Read by `type-ahead.ts` from letters that are typed one after the other. */
  rows: {
    type: { words: 'Go to the next row whose name begins with what is typed', keys: ['letters'] },
  },
  menus: menuKeys,
  dialogs: {
    send: { words: 'Do what a dialog asks', keys: ['Enter'] },
    close: { words: 'Close a dialog', keys: ['Escape'] },
  },
  /** Read from what is typed. */
  typed: {
    palette: { words: 'List every action, first in the search’s field', keys: ['>'] },
  },
} as const satisfies Table;
