/** Keys and mouse buttons that work anywhere in the frame: those of the actions that have keys of their own. */
import { useEffect } from 'react';
import type { Page } from '../../contract/shown-page.ts';
import type { Action } from '../keyboard/action.ts';
import { closeMenuOf } from '../keyboard/close-menu.ts';
import { isComposing, pressedRow } from '../keyboard/handle-keys.ts';
import { type KeyRow, menuKeys } from '../keyboard/keys.ts';
import { isChord, type KeyEvent } from '../keyboard/press.ts';
import { currentVisit } from '../store/history.ts';
import { store } from '../store/use-store.ts';

/** One that fades out is closed already: a key pressed then is not meant for it. */
const openDialog = '[aria-modal="true"]:not([data-closing])';

const mouseButtons: Readonly<Record<number, string>> = { 3: 'back', 4: 'forward' };

/** `actions`: those of the table that have keys; the same ones at each drawing. */
export function useFrameKeys(actions: readonly Action[]): void {
  useEffect(() => {
    const byId = new Map(actions.map((action) => [action.id, action]));
    const run = (action: Action, event: Event) => {
      const state = store.getState();
      const does = action.isOffered(state) ? action.run : action.otherwise;
      // A key of one view that does nothing just now is the browser's.
      if (does === undefined && action.on !== undefined) return;
      event.preventDefault();
      if (action.id !== 'search') state.closeSearch();
      does?.(store.getState());
    };
    const onKey = (event: KeyboardEvent) => {
      if (!isChord(event)) hear(event);
    };
    // Before what has the focus, which may take an arrow for its own whatever is held with it: tabs do.
    const onFirst = (event: KeyboardEvent) => {
      if (isChord(event) ? hear(event) : closesMenu(event)) event.stopPropagation();
    };
    // A tooltip of the menu's button would keep Escape to itself.
    const closesMenu = (event: KeyboardEvent): boolean => {
      const isClosed = pressedRow(menuKeys, event)?.name === 'close' && closeMenuOf(event.target);
      if (isClosed) event.preventDefault();
      return isClosed;
    };
    const hear = (event: KeyboardEvent): boolean => {
      // What has the focus comes first: Escape closes a menu there, a letter leads to a row of a list, and neither does more.
      if (event.defaultPrevented || isComposing(event) || document.querySelector(openDialog) !== null) return false;
      const { view } = currentVisit(store.getState().history).page;
      const action = actionOf(actions, event, { view, isInField: isField(event.target) });
      if (action !== null) run(action, event);
      return action !== null;
    };
    const onMouse = (event: MouseEvent) => {
      const action = byId.get(mouseButtons[event.button] ?? '');
      if (action !== undefined) run(action, event);
    };
    window.addEventListener('keydown', onKey);
    window.addEventListener('keydown', onFirst, true);
    window.addEventListener('mouseup', onMouse);
    return () => {
      window.removeEventListener('keydown', onKey);
      window.removeEventListener('keydown', onFirst, true);
      window.removeEventListener('mouseup', onMouse);
    };
  }, [actions]);
}

export type Pressed = {
  /** The view that is shown. */
  readonly view: Page['view'];
  /** A sign that is pressed is typed there. */
  readonly isInField: boolean;
};

/** The action that a press of keys asks for where it is pressed; null: none. */
export function actionOf(actions: readonly Action[], event: KeyEvent, { view, isInField }: Pressed): Action | null {
  const heard = actions.filter(({ on }) => on === undefined || on === view);
  const rows = Object.fromEntries(heard.map((action) => [action.id, rowOf(action)]));
  const pressed = pressedRow(rows, event);
  const action = heard.find(({ id }) => id === pressed?.name) ?? null;
  if (!isInField) return action;
  const isLeft = action?.isLeftToFields || (action?.isTyped && pressed?.press.length === 1);
  return isLeft ? null : action;
}

function rowOf({ words, keys = [], appleKeys }: Action): KeyRow {
  return { words, keys, ...(appleKeys !== undefined && { appleKeys }) };
}

/** Where text is written, or keys choose among what is open over the page. */
function isField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.closest('[role="menu"], [role="listbox"], [role="dialog"]') !== null) return true;
  return target.isContentEditable || target.matches('input:not([type="checkbox"], [type="radio"]), textarea, select');
}
