/** What is not part of the page's first load: where it cannot be had that is said, and it is there once it can be. */
import { readdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from './app.ts';
import { copyBuild } from './copied-build.ts';
import { alert, firstRun, frame, person } from './on-screen.ts';

/** A copy of the app without one file of its page, and the function that puts it back. */
function buildWithout(folder: string, file: RegExp): () => void {
  copyBuild(folder);
  const assets = join(folder, 'out/renderer/assets');
  const [name, ...others] = readdirSync(assets).filter((one) => file.test(one));
  if (name === undefined || others.length > 0) throw new Error(`${file} is not one file of the build`);
  renameSync(join(assets, name), join(assets, `${name}.away`));
  return () => renameSync(join(assets, `${name}.away`), join(assets, name));
}

async function openDemo(page: Page): Promise<void> {
  await firstRun(page).lookAround.click();
  await expect(person(page).status).toBeVisible();
}

test('a view whose code cannot be loaded says so, and is there after Reload', async ({ launch, newFolder }) => {
  const app = newFolder();
  const putBack = buildWithout(app, /^problems-page-.*\.js$/);
  const page = await (await launch({ app })).window();
  await openDemo(page);
  await page.getByRole('navigation', { name: 'Main' }).getByRole('button', { name: 'Problems' }).click();
  await expect(person(page).heading).toHaveText('The problems cannot be shown');
  const failed = alert(page, 'Something failed in Rolodesk');
  await expect(failed).toContainText('everything else still works');
  // Another view is left alone, and coming back tries again.
  await frame(page).people.click();
  await expect(page.getByRole('heading', { level: 1, name: 'People' })).toBeVisible();
  await frame(page).back.click();
  await expect(person(page).heading).toHaveText('The problems cannot be shown');
  putBack();
  await failed.getByRole('button', { name: 'Reload' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Problems' })).toBeVisible();
});

test('a dialog whose code cannot be loaded says so below the page, and opens once it can be', async ({
  launch,
  newFolder,
}) => {
  const app = newFolder();
  const putBack = buildWithout(app, /^all-dialogs-.*\.js$/);
  const page = await (await launch({ app })).window();
  await openDemo(page);
  await page.keyboard.press('F1');
  const failed = alert(page, 'The dialog cannot be shown');
  await expect(failed).toBeVisible();
  putBack();
  await failed.getByRole('button', { name: 'Reload' }).click();
  await expect(failed).toBeHidden();
  await page.keyboard.press('F1');
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
});
