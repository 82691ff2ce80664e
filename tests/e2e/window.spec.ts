/** The app's window: where it was left is where it comes back. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ElectronApplication } from '@playwright/test';
import { expect, test } from './app.ts';

const left = { x: 60, y: 40, width: 1000, height: 700 };
/** Wayland tells no place, and gives none that is asked for: there only the size comes back. */
const isPlaced = (process.env.WAYLAND_DISPLAY ?? '') === '';
const leftAs = isPlaced ? left : { width: left.width, height: left.height };

const status = (app: ElectronApplication) =>
  app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    return { bounds: window?.getNormalBounds(), isMaximized: window?.isMaximized() };
  });

/** Nobody can move a window before it is shown, which may be later than its page is loaded. */
async function moved(app: ElectronApplication): Promise<void> {
  await expect
    .poll(() => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible()))
    .toBe(true);
  await app.evaluate(({ BrowserWindow }, bounds) => BrowserWindow.getAllWindows()[0]?.setBounds(bounds), left);
}

test('the window comes back where it was left, as large as it was', async ({ launch }) => {
  const first = await launch();
  await first.window();
  await moved(first.app);
  await expect.poll(() => status(first.app)).toMatchObject({ bounds: leftAs, isMaximized: false });
  await first.app.close();

  const { userData } = first;
  const second = await launch({ userData });
  const page = await second.window();
  await expect.poll(() => status(second.app)).toMatchObject({ bounds: leftAs, isMaximized: false });
  // A frame around the page may be part of it.
  await expect.poll(() => page.evaluate(() => innerWidth)).toBeLessThanOrEqual(left.width);
  expect(await page.evaluate(() => innerWidth)).toBeGreaterThan(left.width - 40);
  await second.app.close();

  // A place that cannot be read is as none at all.
  writeFileSync(join(userData, 'window.json'), '{"x":60,"y":');
  const third = await launch({ userData });
  await third.window();
  await expect.poll(() => status(third.app)).toMatchObject({ bounds: { width: 1280, height: 800 } });
});

test('it is kept as soon as the window rests, for an app that is killed', async ({ launch }) => {
  const { app, userData, window } = await launch();
  await window();
  await moved(app);
  const kept = () => {
    try {
      return JSON.parse(readFileSync(join(userData, 'window.json'), 'utf8'));
    } catch {
      return null;
    }
  };
  await expect.poll(kept).toMatchObject({ ...leftAs, isMaximized: false });
});
