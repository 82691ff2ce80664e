/** Where nothing can be written, or no log: the app starts all the same, and says what that means. */
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { test } from './fault-people.ts';
import { alert, firstRun, frame } from './on-screen.ts';

const mountReadOnly = (folder: string) => spawnSync('mount', ['-t', 'tmpfs', '-o', 'ro', 'tmpfs', folder]).status === 0;

test('a log that cannot be written is printed, and everything else works', async ({ start, newFolder }) => {
  // biome-ignore lint/suspicious/noSkippedTests: a folder is made read-only otherwise there
  test.skip(process.platform === 'win32', 'a folder is made read-only otherwise there');
  const userData = newFolder();
  const logs = join(userData, 'logs');
  const isRoot = process.getuid?.() === 0;
  // What only stands in its place is moved aside: it has to be a folder that nobody here may write to.
  if (isRoot) mkdirSync(logs);
  else symlinkSync('/usr', logs);
  const isMounted = isRoot && mountReadOnly(logs);
  // biome-ignore lint/suspicious/noSkippedTests: it depends on what this computer permits
  test.skip(isRoot && !isMounted, 'nothing can be mounted here');
  try {
    const { app, page, output } = await start({ userData });
    await expect(alert(page, 'The log cannot be written')).toBeVisible();
    await app.evaluate(() => void Promise.reject(new TypeError('canary')));
    await expect.poll(output).toMatch(/"event":"unhandled rejection","reference":"[0-9a-f]{8}","error":"TypeError"/);
    expect(output()).not.toContain('canary');
    await firstRun(page).lookAround.click();
    await expect(frame(page).connection).toContainText('Demo directory');
    await app.close();
  } finally {
    if (isMounted) spawnSync('umount', ['-l', logs]);
  }
});

test('a folder that cannot be written to is said, and what cannot be kept', async ({ start, newFolder }) => {
  // biome-ignore lint/suspicious/noSkippedTests: a folder is made read-only otherwise there
  test.skip(process.platform === 'win32', 'a folder is made read-only otherwise there');
  const userData = newFolder();
  const isRoot = process.getuid?.() === 0;
  // No permission keeps root from writing.
  const isMounted = isRoot && mountReadOnly(userData);
  // biome-ignore lint/suspicious/noSkippedTests: it depends on what this computer permits
  test.skip(isRoot && !isMounted, 'nothing can be mounted here');
  if (!isRoot) chmodSync(userData, 0o500);
  try {
    const { app, page } = await start({ userData });
    await expect(alert(page, 'Nothing can be kept on this computer')).toContainText('may not write to its folder');
    await expect(alert(page, 'The log')).toBeHidden();
    await firstRun(page).lookAround.click();
    await expect(alert(page, 'The local copy cannot be written')).toBeVisible();
    await app.close();
  } finally {
    if (isMounted) spawnSync('umount', ['-l', userData]);
    else chmodSync(userData, 0o700);
  }
});
