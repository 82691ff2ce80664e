/** Chromium's sandbox is never off for one part of the tests and on for another. */
import { expect, test } from 'vitest';
import { isSandboxed, runtimeArguments } from '../../../scripts/runtime.ts';

test.each([
  ['a user on Linux', 1000, 'linux', []],
  ['root on Linux', 0, 'linux', ['--no-sandbox']],
  ['root on macOS', 0, 'darwin', []],
  ['Windows', undefined, 'win32', []],
] as const)('%s', (_who, user, platform, args) => {
  const sandboxed = isSandboxed(user, platform);
  expect(sandboxed).toBe(args.length === 0);
  expect(runtimeArguments({ kind: 'electron' }, sandboxed)).toEqual(args);
});
