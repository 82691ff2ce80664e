/** Whether this start of the app is the only one over its folder. */
import type { App } from 'electron';
import type { writeTrouble } from '../disk/write-trouble.ts';

/**
 * The lock is a file. Where the folder cannot be written to it cannot be taken, and there is nothing that two could spoil.
 * A disk that is full is no such folder: the lock may be another's.
 */
export function isOnlyOne(
  app: Pick<App, 'requestSingleInstanceLock' | 'getPath'>,
  troubleOf: typeof writeTrouble,
): boolean {
  if (app.requestSingleInstanceLock()) return true;
  const trouble = troubleOf(app.getPath('userData'));
  return trouble !== null && trouble !== 'full';
}
