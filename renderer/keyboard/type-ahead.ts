/**
 * Letters typed one after the other lead to the next row whose name begins with them. After a second without one, and after a
 * key that leads elsewhere, a new beginning is typed, as in the lists of the system and of the browser; a letter that is
 * repeated goes from row to row.
 */
import { type KeyboardEvent as ReactKeyboardEvent, useRef } from 'react';
import { longestTyped } from '../../contract/bounds.ts';
import { isComposing } from './handle-keys.ts';
import type { KeyEvent } from './press.ts';

export type Typed = {
  readonly text: string;
  /** Whether the row one is on is the last that is looked at; it is the first once there is more than one letter. */
  readonly isNext: boolean;
};

export type TypingEvent = KeyEvent & Pick<KeyboardEvent, 'isComposing' | 'keyCode'>;

const pauseMs = 1000;
/** A name begins with a letter or a digit; what follows may be anything but the signs that are keys. */
const begins = /^[\p{L}\p{N}]$/u;
const follows = /^[^?/*\p{C}]\p{M}*$/u;
/** Pressed on the way to a letter. Any other key that types nothing ends the beginning: a space after it is a key again. */
const helps = /^(?:Shift|Control|Alt|AltGraph|Meta|CapsLock|NumLock|Fn|Dead|Compose|Process|Unidentified)$/;

/** `now`: milliseconds that only ever grow. Null: the event types nothing. */
export function createTypeAhead(now: () => number): (event: TypingEvent) => Typed | null {
  let text = '';
  let typedAt = Number.NEGATIVE_INFINITY;
  return (event) => {
    const { key, ctrlKey, metaKey, altKey } = event;
    if (isComposing(event)) return null;
    // Ctrl and Alt together are how Windows tells of AltGr, with which letters are typed.
    const isCommand = metaKey || ctrlKey !== altKey;
    const isOn = now() - typedAt < pauseMs;
    if (isCommand || !(isOn ? follows : begins).test(key)) {
      if (!helps.test(key)) typedAt = Number.NEGATIVE_INFINITY;
      return null;
    }
    text = (isOn ? text + key : key).slice(0, longestTyped);
    typedAt = now();
    const letters = new Set(text.toLowerCase());
    return letters.size === 1 ? { text: key, isNext: true } : { text, isNext: false };
  };
}

/** Goes where what is typed leads, one letter after the other. Answers whether the press was a letter of it. */
export function useTypeAhead(go: (typed: Typed) => unknown): (event: ReactKeyboardEvent) => boolean {
  const hear = useRef<ReturnType<typeof createTypeAhead>>(null);
  hear.current ??= createTypeAhead(() => performance.now());
  const before = useRef<Promise<unknown>>(Promise.resolve());
  return (event) => {
    const { key, code, ctrlKey, metaKey, altKey, shiftKey } = event;
    const { isComposing: composing, keyCode } = event.nativeEvent;
    const typed = hear.current?.({ key, code, ctrlKey, metaKey, altKey, shiftKey, isComposing: composing, keyCode });
    if (!typed) return false;
    event.preventDefault();
    // Each begins where the one before has led.
    const goOn = () => go(typed);
    before.current = before.current.then(goOn, goOn);
    return true;
  };
}
