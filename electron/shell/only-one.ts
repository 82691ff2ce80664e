/** Whether this start of the app is the only one over its folder. */
import type { App } from 'electron';
import type { writeTrouble } from './write-trouble.ts';

/**
 * The lock is a file. Where the folder may not be written to it cannot be taken, and there is nothing that two could spoil.
 * A disk that is full is no such folder: the lock may be another's.
 */
export function isOnlyOne(
  app: Pick<App, 'requestSingleInstanceLock' | 'getPath'>,
  troubleOf: typeof writeTrouble,
): boolean {
  return app.requestSingleInstanceLock() || troubleOf(app.getPath('userData')) === 'not-allowed';
}
