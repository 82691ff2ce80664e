/** Whether the app can write to a folder of its own, tried out: permissions alone do not tell. */
import { randomUUID } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { NotSavedTrouble } from '../../contract/failures.ts';
import { diskTrouble } from './errors.ts';

/** The folder is made where it is missing. `bytes`: so many have to fit. Null: it can be written to. */
export function writeTrouble(folder: string, bytes = 5): NotSavedTrouble | null {
  const probe = join(folder, `.probe-${randomUUID()}`);
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    // A quota may be told of only once it comes to the disk.
    writeFileSync(probe, Buffer.alloc(bytes), { mode: 0o600, flush: true });
    rmSync(probe);
    return null;
  } catch (error) {
    removeUnfinished(probe);
    return diskTrouble(error) ?? 'failed';
  }
}

/** On a full disk it may be there, and empty. */
function removeUnfinished(probe: string): void {
  try {
    rmSync(probe, { force: true });
  } catch {}
}
