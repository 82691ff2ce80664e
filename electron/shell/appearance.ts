/** Light, dark or as the system: kept in `settings.json`, applied before the first window is painted. */
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import { Theme } from '../../contract/calls.ts';

const Settings = z.object({ theme: Theme });

export type Appearance = { readonly theme: () => Theme; readonly set: (theme: Theme) => void };

/** `apply` is told the theme at once and on each change. A file that cannot be read counts as not there. */
export function createAppearance(file: string, apply: (theme: Theme) => void): Appearance {
  let theme = readTheme(file);
  apply(theme);
  return {
    theme: () => theme,
    set: (chosen) => {
      theme = chosen;
      apply(chosen);
      mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
      writeFileSync(`${file}.new`, JSON.stringify({ theme }), { mode: 0o600 });
      renameSync(`${file}.new`, file);
    },
  };
}

function readTheme(file: string): Theme {
  try {
    const settings = Settings.safeParse(JSON.parse(readFileSync(file, 'utf8')));
    return settings.success ? settings.data.theme : 'system';
  } catch {
    return 'system';
  }
}
