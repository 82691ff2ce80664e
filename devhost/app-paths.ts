/** `app.getPath` on Linux. Source of the rules: the XDG base directories and user-dirs.dirs. */
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { App } from 'electron';

export type PathName = Parameters<App['getPath']>[0];

const userFolders = {
  desktop: ['XDG_DESKTOP_DIR', 'Desktop'],
  documents: ['XDG_DOCUMENTS_DIR', 'Documents'],
  downloads: ['XDG_DOWNLOAD_DIR', 'Downloads'],
  music: ['XDG_MUSIC_DIR', 'Music'],
  pictures: ['XDG_PICTURES_DIR', 'Pictures'],
  videos: ['XDG_VIDEOS_DIR', 'Videos'],
} as const satisfies Partial<Record<PathName, readonly [string, string]>>;

/** `appName` is asked each time, since it may be set. */
export function createPaths(appName: () => string, executable: string) {
  const chosen = new Map<string, string>();

  const standard = (name: PathName): string => {
    const home = process.env.HOME ?? homedir();
    switch (name) {
      case 'home':
        return home;
      case 'appData':
        return process.env.XDG_CONFIG_HOME || join(home, '.config');
      case 'userData':
        return join(get('appData'), appName());
      case 'sessionData':
        return get('userData');
      case 'logs':
        return join(get('userData'), 'logs');
      case 'crashDumps':
        return join(get('userData'), 'Crashpad');
      case 'temp':
        return tmpdir();
      case 'exe':
      case 'module':
        return executable;
      default:
        if (Object.hasOwn(userFolders, name)) return userFolder(name as keyof typeof userFolders, home);
        throw new Error(`Failed to get '${name}' path`);
    }
  };

  const get = (name: PathName): string => chosen.get(name) ?? standard(name);

  return {
    get,
    set: (name: PathName, path: string): void => {
      standard(name);
      if (!existsSync(path)) mkdirSync(path, { recursive: true });
      chosen.set(name, path);
    },
  };
}

function userFolder(name: keyof typeof userFolders, home: string): string {
  const [variable, fallback] = userFolders[name];
  const file = join(process.env.XDG_CONFIG_HOME || join(home, '.config'), 'user-dirs.dirs');
  const lines = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const said = new RegExp(`^${variable}="(.*)"$`, 'm').exec(lines)?.[1];
  return said === undefined ? join(home, fallback) : said.replace(/^\$HOME/, home);
}
