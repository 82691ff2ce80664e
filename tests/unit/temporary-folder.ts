/**
 * Temporary folders for unit tests. `remove-temporary-folders.ts` removes each of them at the end of the test that asked
 * for it; one that a whole file uses, asked for outside a test or in `beforeAll`, at the end of the file.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const folders: string[] = [];

/** A new empty folder. The path is short enough for a Unix socket in it. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'rolodesk-unit-'));
  folders.push(folder);
  return folder;
}

export function temporaryFolderCount(): number {
  return folders.length;
}

/** Removes all but the first `kept` folders. */
export function removeTemporaryFolders(kept: number): void {
  for (const folder of folders.splice(kept)) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}
