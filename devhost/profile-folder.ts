/** Chromium's profile: a folder in the app's own data folder, for one run only. */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const prefix = 'devhost-profile-';

/** Chromium connects nowhere before it is asked to: no look-ups and no connections ahead of a click. */
const preferences = { net: { network_prediction_options: 2 } };

/** Makes this run's, and removes those that killed runs left. */
export function createProfileFolder(userData: string): string {
  mkdirSync(userData, { recursive: true, mode: 0o700 });
  for (const name of readdirSync(userData)) {
    if (name.startsWith(prefix) && !isRunning(Number(name.slice(prefix.length)))) {
      rmSync(join(userData, name), { recursive: true, force: true });
    }
  }
  const folder = join(userData, `${prefix}${process.pid}`);
  mkdirSync(join(folder, 'Default'), { mode: 0o700, recursive: true });
  writeFileSync(join(folder, 'Default', 'Preferences'), JSON.stringify(preferences), { mode: 0o600 });
  return folder;
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
