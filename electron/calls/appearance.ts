/** The handlers of `appearance.*`: light or dark, kept in the settings. */
import type { Handlers } from '../../contract/calls.ts';
import { succeeded } from '../../contract/failures.ts';
import type { Appearance } from '../shell/appearance.ts';

export type AppearanceCalls = Pick<Handlers, Extract<keyof Handlers, `appearance.${string}`>>;

export function createAppearanceCalls(appearance: Appearance): AppearanceCalls {
  return {
    'appearance.get': () => succeeded({ theme: appearance.theme() }),
    'appearance.set': ({ theme }) => {
      const kept = appearance.set(theme);
      return kept.ok ? succeeded({ theme }) : kept;
    },
  };
}
