/** Vitest runs this before each test file. Hooks that come first end last, so nothing uses a folder when it is removed. */
import { afterAll, afterEach, beforeEach } from 'vitest';
import { removeTemporaryFolders, temporaryFolderCount } from './temporary-folder.ts';

let beforeTest = 0;
beforeEach(() => {
  beforeTest = temporaryFolderCount();
});
afterEach(({ task }) => {
  // Tests that run side by side cannot be told apart; their folders stay until the end of the file.
  if (!task.concurrent) removeTemporaryFolders(beforeTest);
});
afterAll(() => removeTemporaryFolders(0));
