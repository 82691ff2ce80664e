/** What a system says of a disk without room, in any of its ways, is told as full. */
import { expect, it } from 'vitest';
import { saveFailure, storeFailure } from '../../../electron/disk/errors.ts';

const errorOf = (code: string, errno = 0) => Object.assign(new Error(code), { code, errno });

it.each([
  ['no room', errorOf('ENOSPC')],
  ['a quota that is used up', errorOf('EDQUOT')],
  ['the same, for which Node has no name', errorOf('Unknown system error -122', -122)],
])('%s', (_what, error) => {
  expect(storeFailure(error)).toEqual({ kind: 'database', trouble: 'full' });
  expect(saveFailure(error)).toEqual({ kind: 'not-saved', trouble: 'full' });
});
