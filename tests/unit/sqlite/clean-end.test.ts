/** The mark of a clean end is taken away past programs that have it open for a moment. */
import * as disk from 'node:fs';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { beforeEach, expect, it, vi } from 'vitest';
import { endedCleanly, forgetCleanEnd, markCleanEnd, wasClosedBefore } from '../../../electron/sqlite/clean-end.ts';
import { freshFile } from '../storage/stored.ts';

vi.mock('node:fs', { spy: true });

let file: string;
beforeEach(() => {
  vi.resetAllMocks();
  file = freshFile();
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, 'people');
  markCleanEnd(file);
});
const held = (code: string) => () => {
  throw Object.assign(new Error(code), { code });
};

it.each(['EPERM', 'EACCES', 'EBUSY'])('one that is held for a moment (%s)', (code) => {
  vi.mocked(disk.rmSync).mockImplementationOnce(held(code)).mockImplementationOnce(held(code));
  forgetCleanEnd(file);
  expect(wasClosedBefore(file)).toBe(false);
});

it('a folder in its place is none, and in nobody’s way', () => {
  forgetCleanEnd(file);
  mkdirSync(`${file}.clean/within`, { recursive: true });
  expect(endedCleanly(file)).toBe(false);
  forgetCleanEnd(file);
  markCleanEnd(file);
  expect(endedCleanly(file)).toBe(true);
});

it('one that stays held is told: a mark that stays would be believed', () => {
  vi.mocked(disk.rmSync).mockImplementation(held('EBUSY'));
  expect(() => forgetCleanEnd(file)).toThrow('EBUSY');
});
