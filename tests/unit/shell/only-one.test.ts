/** One start of the app over a folder, however that folder is. */
import { expect, it } from 'vitest';
import { isOnlyOne } from '../../../electron/shell/only-one.ts';

it.each([
  ['the lock is had', true, null, true],
  ['another has the lock', false, null, false],
  ['another has the lock, on a full disk', false, 'full', false],
  ['no lock can be had in a folder that may not be written to', false, 'not-allowed', true],
  ['no lock can be had where the folder cannot be made', false, 'no-folder', true],
  ['no lock can be had on a disk that fails', false, 'failed', true],
] as const)('%s', (_, hasLock, trouble, isOnly) => {
  const app = { requestSingleInstanceLock: () => hasLock, getPath: () => '/of-the-app' };
  expect(isOnlyOne(app, () => trouble)).toBe(isOnly);
});
