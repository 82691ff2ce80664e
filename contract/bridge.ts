/** What the preload puts on `window.rolodesk`, and the two channels it uses. */
import type { Call } from './calls.ts';
import type { AppEvent } from './events.ts';

export const callChannel = 'rolodesk:call';
export const eventChannel = 'rolodesk:event';

export type Bridge = {
  readonly call: Call;
  /** Returns the function that stops listening. */
  readonly listen: (onEvent: (event: AppEvent) => void) => () => void;
};
