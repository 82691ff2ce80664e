/** What a run of the tests leaves behind is named, and removed all the same. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createTestFolder, type TestFolder } from '../../../scripts/test-folder.ts';

let folder: TestFolder;
let path: string;
beforeEach(() => {
  folder = createTestFolder();
  path = folder.env.TMPDIR ?? '';
});
afterEach(() => folder.remove());

it('finds nothing where nothing was left', async () => {
  mkdirSync(path, { recursive: true });
  expect(await folder.leftovers(0)).toEqual([]);
});

it('names a file, an empty folder, and a folder with some of what is in it', async () => {
  writeFileSync(join(path, 'a socket'), '');
  mkdirSync(join(path, 'empty'));
  mkdirSync(join(path, 'store', 'copy'), { recursive: true });
  for (const name of ['people.db', 'people.db-wal', 'people.db-shm']) writeFileSync(join(path, 'store/copy', name), '');
  expect((await folder.leftovers(0)).sort()).toEqual([
    'a socket',
    'empty (empty)',
    expect.stringMatching(/^store \(copy, .*, …\)$/),
  ]);
  folder.remove();
  expect(existsSync(path)).toBe(false);
});

it.runIf(process.platform === 'linux')(
  'names a process that was started in it and still runs, and ends it',
  async () => {
    const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], {
      env: { ...process.env, ...folder.env },
    });
    const ended = once(child, 'exit');
    expect(await folder.leftovers(0)).toEqual([expect.stringContaining(`process ${child.pid}: `)]);
    folder.remove();
    expect(await ended).toEqual([null, 'SIGKILL']);
  },
);
