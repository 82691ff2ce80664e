/** Chromium's profile: a folder in the app's own data folder, for one run only. */
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const prefix = 'devhost-profile-';

/** Chromium connects nowhere before it is asked to: no look-ups and no connections ahead of a click. */
const preferences = { net: { network_prediction_options: 2 } };

/** Makes this run's, and removes those that killed runs left. */
export function createProfileFolder(userData: string): string {
  for (const name of namesIn(userData)) {
    if (name.startsWith(prefix) && !isRunning(Number(name.slice(prefix.length)))) {
      rmSync(join(userData, name), { recursive: true, force: true });
    }
  }
  const folder = placeFor(userData);
  mkdirSync(join(folder, 'Default'), { mode: 0o700, recursive: true });
  writeFileSync(join(folder, 'Default', 'Preferences'), JSON.stringify(preferences), { mode: 0o600 });
  return folder;
}

/** In the temporary folder where nothing can be written to the app's own, as Electron goes on without a profile then. */
function placeFor(userData: string): string {
  const folder = join(userData, `${prefix}${process.pid}`);
  try {
    mkdirSync(folder, { mode: 0o700, recursive: true });
    return folder;
  } catch {
    return mkdtempSync(join(tmpdir(), prefix));
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
