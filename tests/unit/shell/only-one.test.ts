/** One start of the app over a folder, however that folder is. */
import { expect, it } from 'vitest';
import { isOnlyOne } from '../../../electron/shell/only-one.ts';

it.each([
  ['the lock is had', true, null, true],
  ['another has the lock', false, null, false],
  ['another has the lock, on a full disk', false, 'full', false],
  ['no lock can be had in a folder that may not be written to', false, 'not-allowed', true],
] as const)('%s', (_, hasLock, trouble, isOnly) => {
  const app = { requestSingleInstanceLock: () => hasLock, getPath: () => '/of-the-app' };
  expect(isOnlyOne(app, () => trouble)).toBe(isOnly);
});
