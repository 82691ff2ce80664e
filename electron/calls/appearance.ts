/** The handlers of `appearance.*`: light or dark, and what is folded away. Kept in the settings. */
import type { Handlers } from '../../contract/calls.ts';
import { succeeded } from '../../contract/failures.ts';
import type { Appearance } from '../shell/appearance.ts';
import type { Settings } from '../shell/settings.ts';

export type AppearanceCalls = Pick<Handlers, Extract<keyof Handlers, `appearance.${string}`>>;

export function createAppearanceCalls(appearance: Appearance, settings: Settings): AppearanceCalls {
  return {
    'appearance.get': () =>
      succeeded({ theme: appearance.theme(), isTreeFolded: settings.get('isTreeFolded') === true }),
    'appearance.set': ({ theme }) => {
      const kept = appearance.set(theme);
      return kept.ok ? succeeded({ theme }) : kept;
    },
    'appearance.foldTree': ({ isFolded }) => settings.put('isTreeFolded', isFolded),
  };
}
