/** A damaged database is moved aside past programs that have a file of it open for a moment, and past what cannot be removed. */
import * as disk from 'node:fs';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { beforeEach, expect, it, vi } from 'vitest';
import { moveAside } from '../../../electron/sqlite/damaged-files.ts';
import { freshFile, noon } from '../storage/stored.ts';

vi.mock('node:fs', { spy: true });

let file: string;
beforeEach(() => {
  vi.resetAllMocks();
  file = freshFile();
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, 'rubbish');
  writeFileSync(`${file}-wal`, 'log');
});
const aside = 'people.db.damaged-20260301T120000000Z';
const there = () => readdirSync(dirname(file)).sort();

it.each(['EPERM', 'EACCES', 'EBUSY'])('a file of it that is held for a moment (%s) is moved after that', (code) => {
  const held = () => {
    throw Object.assign(new Error(code), { code });
  };
  vi.mocked(disk.renameSync).mockImplementationOnce(held).mockImplementationOnce(held);
  moveAside(file, noon);
  expect(there()).toEqual([aside, `${aside}-wal`]);
});

it('an older one that cannot be removed keeps nothing from being opened', () => {
  // A folder is no file that could be.
  const older = ['20240101T000000000Z', '20250101T000000000Z'].map((stamp) => `${file}.damaged-${stamp}`);
  for (const folder of older) mkdirSync(folder);
  moveAside(file, noon);
  expect(there()).toContain(aside);
});
