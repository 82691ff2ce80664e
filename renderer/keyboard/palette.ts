/** The palette: `>` first in the search's field lists the actions that can be run, narrowed by what follows. Pure. */
import type { Store } from '../store/store.ts';
import type { Action } from './action.ts';

/** What is typed after the sign; null: the text asks for people. */
export function paletteText(text: string): string | null {
  const typed = text.trimStart();
  return typed.startsWith('>') ? typed.slice(1).trim() : null;
}

/** Those that can be run now and have every word that is typed, as a whole or as a part; those that begin with it come first. */
export function offeredActions(actions: readonly Action[], state: Store, typed: string): readonly Action[] {
  const wanted = typed.toLowerCase().split(/\s+/).filter(Boolean);
  const whole = wanted.join(' ');
  const found = actions.filter(
    (action) => action.isOffered(state) && wanted.every((word) => action.words.toLowerCase().includes(word)),
  );
  const begins = ({ words }: Action) => words.toLowerCase().startsWith(whole);
  return [...found.filter(begins), ...found.filter((action) => !begins(action))];
}
