/** What is not part of the page's first load: it is there before it is opened, and where it cannot be had that is said. */
import { expect } from './app.ts';
import { someone, test } from './fault-people.ts';
import { alert, frame, person } from './on-screen.ts';

test('a view whose code cannot be loaded says so, and is there after Reload', async ({ server, connected }) => {
  server.answer('u-1', someone('u-1', { displayName: 'Asha Rao' }));
  const { page } = await connected('u-1');
  await frame(page).people.click();
  await expect(page.getByRole('heading', { level: 1, name: 'People' })).toBeVisible();
  let isGone = true;
  await page.route(/\/problems-page-.*\.js$/, (route) => (isGone ? route.abort() : route.continue()));
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: 'People' })).toBeVisible();
  await page.getByRole('navigation', { name: 'Main' }).getByRole('button', { name: 'Problems' }).click();
  await expect(person(page).heading).toHaveText('The problems cannot be shown');
  const failed = alert(page, 'Something failed in Rolodesk');
  await expect(failed).toContainText('everything else still works');
  isGone = false;
  await failed.getByRole('button', { name: 'Reload' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Problems' })).toBeVisible();
});

test('a dialog whose code cannot be loaded says so below the page, and opens once it can be', async ({
  server,
  connected,
}) => {
  server.answer('u-1', someone('u-1'));
  const { page } = await connected('u-1');
  let isGone = true;
  await page.route(/\/all-dialogs-.*\.js$/, (route) => (isGone ? route.abort() : route.continue()));
  await page.reload();
  await expect(person(page).status).toBeVisible();
  await page.keyboard.press('F1');
  const failed = alert(page, 'The dialog cannot be shown');
  await expect(failed).toBeVisible();
  isGone = false;
  await failed.getByRole('button', { name: 'Reload' }).click();
  await expect(failed).toBeHidden();
  await page.keyboard.press('F1');
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
});
