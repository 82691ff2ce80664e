/** Light, dark or as the system: kept in the settings, applied before the first window is painted. */

import type { Outcome } from '../../contract/failures.ts';
import { Theme } from '../../contract/theme.ts';
import type { Settings } from './settings.ts';

export type Appearance = { readonly theme: () => Theme; readonly set: (theme: Theme) => Outcome<null> };

/** `apply` is told the theme at once and on each change. */
export function createAppearance(settings: Settings, apply: (theme: Theme) => void): Appearance {
  const kept = Theme.safeParse(settings.get('theme'));
  let theme = kept.success ? kept.data : 'system';
  apply(theme);
  return {
    theme: () => theme,
    set: (chosen) => {
      theme = chosen;
      apply(chosen);
      return settings.put('theme', chosen);
    },
  };
}
