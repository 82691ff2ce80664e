/** A package that is checked where nothing can be written says so, and ends: there is nobody to close a box. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { moveToOwnFolder } from '../../../electron/shell/self-check.ts';
import { temporaryFolder } from '../temporary-folder.ts';

it('without a temporary folder it fails in one line', () => {
  const nowhere = join(temporaryFolder(), 'not', 'there');
  for (const name of ['TMPDIR', 'TEMP', 'TMP']) vi.stubEnv(name, nowhere);
  const printed = vi.spyOn(console, 'log').mockReturnValue();
  const app = { exit: vi.fn(), setPath: vi.fn() };
  const isMoved = moveToOwnFolder(app);
  const lines = printed.mock.calls;
  printed.mockRestore();
  vi.unstubAllEnvs();
  expect([isMoved, app.exit.mock.calls, app.setPath.mock.calls]).toEqual([false, [[1]], []]);
  expect(lines).toEqual([[expect.stringMatching(/^self-check failed: .+$/)]]);
  expect(existsSync(nowhere)).toBe(false);
});
