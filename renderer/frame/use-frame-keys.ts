/** Keys and mouse buttons that work anywhere in the frame: those of the actions that have keys of their own. */
import { useEffect } from 'react';
import type { Action } from '../keyboard/action.ts';
import { isComposing, pressedRow } from '../keyboard/handle-keys.ts';
import type { KeyRow } from '../keyboard/keys.ts';
import type { KeyEvent } from '../keyboard/press.ts';
import { store } from '../store/use-store.ts';

const mouseButtons: Readonly<Record<number, string>> = { 3: 'back', 4: 'forward' };

/** `actions`: those of the table that have keys; the same ones at each drawing. */
export function useFrameKeys(actions: readonly Action[]): void {
  useEffect(() => {
    const byId = new Map(actions.map((action) => [action.id, action]));
    const run = (action: Action, event: Event) => {
      event.preventDefault();
      const state = store.getState();
      if (action.id !== 'search') state.closeSearch();
      if (action.isOffered(state)) action.run(state);
    };
    const onKey = (event: KeyboardEvent) => {
      // What has the focus comes first: Escape closes a menu there, and does nothing else.
      if (event.defaultPrevented || isComposing(event) || document.querySelector('[aria-modal="true"]') !== null)
        return;
      const action = actionOf(actions, event, isField(event.target));
      if (action !== null) run(action, event);
    };
    const onMouse = (event: MouseEvent) => {
      const action = byId.get(mouseButtons[event.button] ?? '');
      if (action !== undefined) run(action, event);
    };
    window.addEventListener('keydown', onKey);
    window.addEventListener('mouseup', onMouse);
    return () => {
      window.removeEventListener('keydown', onKey);
      window.removeEventListener('mouseup', onMouse);
    };
  }, [actions]);
}

/** The action that a press of keys asks for; null: none. `isInField`: a sign that is pressed is typed there. */
export function actionOf(actions: readonly Action[], event: KeyEvent, isInField: boolean): Action | null {
  const rows = Object.fromEntries(actions.map((action) => [action.id, rowOf(action)]));
  const pressed = pressedRow(rows, event);
  const action = actions.find(({ id }) => id === pressed?.name) ?? null;
  return action?.isTyped && isInField && pressed?.press.length === 1 ? null : action;
}

function rowOf({ words, keys = [], appleKeys }: Action): KeyRow {
  return { words, keys, ...(appleKeys !== undefined && { appleKeys }) };
}

function isField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || target.matches('input:not([type="checkbox"], [type="radio"]), textarea, select');
}
