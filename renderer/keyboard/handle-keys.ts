/** The one way in which a component hears of keys: by the rows of its place, none left out and none made up. */
import type { KeyboardEvent as ReactKeyboardEvent } from 'react';
import { type KeyName, type KeyRow, keys, type Place, pressesOf } from './keys.ts';
import { isApple, isPress, type KeyEvent } from './press.ts';

/** For each row what it does, given the press as it is written; false: nothing is done just now. */
export type KeyHandlers<P extends Place> = { readonly [N in KeyName<P>]: (press: string) => unknown };

/** Keys that belong to an input method's composition are left to it. 229: how engines mark those whose flag is down already. */
export function isComposing({ isComposing: flag, keyCode }: Pick<KeyboardEvent, 'isComposing' | 'keyCode'>): boolean {
  return flag || keyCode === 229;
}

/** Does what the row of the place does whose press this is. The browser's own answer to a press that did something is withheld. */
export function handleKeys<P extends Place>(
  place: P,
  event: ReactKeyboardEvent,
  handlers: KeyHandlers<P>,
  apple = isApple,
): void {
  if (isComposing(event.nativeEvent)) return;
  const found = pressedRow(keys[place], event, apple);
  if (found !== null && handlers[found.name as KeyName<P>](found.press) !== false) event.preventDefault();
}

/** The row that an event is a press of, with the press as it is written; null: none of them. */
export function pressedRow(
  rows: Readonly<Record<string, KeyRow>>,
  event: KeyEvent,
  apple = isApple,
): { readonly name: string; readonly press: string } | null {
  for (const [name, row] of Object.entries(rows)) {
    const press = pressesOf(row, apple).find((one) => isPress(one, event, apple));
    if (press !== undefined) return { name, press };
  }
  return null;
}
