/** A text that is written at once is put in its place past programs that have it open for a moment. */
import * as disk from 'node:fs';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, it, vi } from 'vitest';
import { diskTrouble } from '../../../electron/disk/errors.ts';
import { replaceOwnFile } from '../../../electron/disk/own-file.ts';
import { temporaryFolder } from '../temporary-folder.ts';

vi.mock('node:fs', { spy: true });

let folder: string;
let file: string;
beforeEach(() => {
  vi.resetAllMocks();
  folder = temporaryFolder();
  file = join(folder, 'kept.json');
  writeFileSync(file, 'before');
});

const there = () => [readdirSync(folder), readFileSync(file, 'utf8')];

const refuse = (code: string) => () => {
  throw Object.assign(new Error(code), { code });
};

it.each(['EPERM', 'EACCES', 'EBUSY'])('a place that is held for a moment (%s) is taken after that', (code) => {
  vi.mocked(disk.renameSync).mockImplementationOnce(refuse(code)).mockImplementationOnce(refuse(code));
  replaceOwnFile(file, 'after');
  expect(there()).toEqual([['kept.json'], 'after']);
});

it.each(['EPERM', 'EACCES', 'EBUSY'])('a place that stays held (%s) is told as that, and keeps its file', (code) => {
  vi.mocked(disk.renameSync).mockImplementation(refuse(code));
  let thrown: unknown = null;
  try {
    replaceOwnFile(file, 'after');
  } catch (error) {
    thrown = error;
  }
  expect(diskTrouble(thrown)).toBe('held');
  expect(there()).toEqual([['kept.json'], 'before']);
});
