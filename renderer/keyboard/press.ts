/**
 * How a press of keys is written in the tables, told from an event, and named on screen. Written: `Mod+K`, `Shift+ArrowDown`,
 * `?`. `Mod` is Cmd on macOS and Ctrl elsewhere. Pure but for which keyboard this computer has.
 */

export const isApple = typeof navigator !== 'undefined' && /mac/i.test(navigator.userAgent);

export type KeyEvent = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

/** Whether the key that stands for commands here is held, with a key or a click. */
export function hasCommand(event: { readonly ctrlKey: boolean; readonly metaKey: boolean }, apple = isApple): boolean {
  return apple ? event.metaKey : event.ctrlKey;
}

/** Whether a key is held that makes of another one a command rather than a letter or a move. */
export function isChord({ ctrlKey, metaKey, altKey }: KeyEvent): boolean {
  return ctrlKey || metaKey || altKey;
}

/** Whether an event is the press that is written. Other modifiers than those written must not be held. */
export function isPress(written: string, event: KeyEvent, apple = isApple): boolean {
  const { key, modifiers } = partsOf(written);
  const other = apple ? event.ctrlKey : event.metaKey;
  if (other || hasCommand(event, apple) !== modifiers.includes('Mod')) return false;
  if (event.altKey !== modifiers.includes('Alt')) return false;
  // Which keys a sign needs differs between keyboards: `?` is one with Shift here and without there.
  if (!isSign(key) && event.shiftKey !== modifiers.includes('Shift')) return false;
  // With Alt a letter types a sign on macOS.
  if (event.altKey && event.code === `Key${key}`) return true;
  if (/^\d$/.test(key)) return event.key === key || (event.code === `Digit${key}` && !event.shiftKey);
  return event.key.toLowerCase() === key.toLowerCase();
}

/** What the keyboard of this computer has on it: "Ctrl K" or "⌘ K", "Page Up", "←". */
export function pressWords(written: string, apple = isApple): string {
  const { key, modifiers } = partsOf(written);
  const held = modifiers.map((modifier) => (apple ? appleModifiers : plainModifiers)[modifier]);
  return [...held, keyNames[key] ?? key].join(' ');
}

/** The same for `aria-keyshortcuts`, which has names of its own for what is held. */
export function ariaPress(written: string, apple = isApple): string {
  return written.replace('Mod+', apple ? 'Meta+' : 'Control+');
}

type Modifier = 'Mod' | 'Alt' | 'Shift';

const plainModifiers: { readonly [M in Modifier]: string } = { Mod: 'Ctrl', Alt: 'Alt', Shift: 'Shift' };
const appleModifiers: { readonly [M in Modifier]: string } = { Mod: '⌘', Alt: '⌥', Shift: '⇧' };
const keyNames: Readonly<Record<string, string>> = {
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  BrowserBack: 'Browser Back',
  BrowserForward: 'Browser Forward',
  Escape: 'Esc',
  PageDown: 'Page Down',
  PageUp: 'Page Up',
  ContextMenu: 'Menu',
  ' ': 'Space',
};

function partsOf(written: string): { readonly key: string; readonly modifiers: readonly Modifier[] } {
  // A sign of its own, as well as what joins the parts.
  if (written === '+') return { key: '+', modifiers: [] };
  const parts = written.split('+');
  return { key: parts.at(-1) ?? '', modifiers: parts.slice(0, -1) as Modifier[] };
}

/** Neither a letter nor a key with a name of its own. A digit is one that the row of digits has. */
function isSign(key: string): boolean {
  return key.length === 1 && !/[\p{L} ]/u.test(key);
}
