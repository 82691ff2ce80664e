/** What is said goes once it is no longer so: a message that was read, a token that another one is tried for, a sync that is done. */

import { faults } from '../fault-server/faults.ts';
import { expect } from './app.ts';
import { test } from './fault-people.ts';
import { frame, person } from './on-screen.ts';

test('a message that was read stays away, also after the first screen was shown in between', async ({ connected }) => {
  const { page } = await connected('u-1');
  const message = page.getByRole('alert').filter({ hasText: 'Token kept until you quit' });
  await message.getByRole('button', { name: 'Understood' }).click();
  await expect(message).toHaveCount(0);
  await frame(page).connection.click();
  await page.getByRole('menuitem', { name: 'Add another…' }).click();
  await page.getByRole('button', { name: /^Back to/ }).click();
  await expect(person(page).heading).toHaveText('Asha Rao');
  // Messages are drawn once the frame is.
  await expect(page.getByText('Updates automatically')).toBeVisible();
  await expect(message).toHaveCount(0);
});

test('while another token is tried it is not said that the one before was refused', async ({ connected, server }) => {
  const { page } = await connected('u-1');
  await frame(page).connection.click();
  await page.getByRole('menuitem', { name: 'Give another token…' }).click();
  const dialog = page.getByRole('dialog');
  const field = dialog.getByRole('textbox', { name: 'Access token' });
  server.accept('the-next');
  await field.fill('refused-by-the-server');
  await page.keyboard.press('Enter');
  await expect(field).toHaveAccessibleDescription(/The token was refused/);
  server.answer('u-1', faults.hangBeforeHeaders);
  server.answer('00000000-0000-0000-0000-000000000000', faults.hangBeforeHeaders);
  await field.fill('the-next');
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('button', { name: 'Use this token' })).toHaveAttribute('aria-disabled', 'true');
  await expect(dialog.getByText('The token was refused')).toHaveCount(0);
});

test('once a sync is done the heading says how many people there are, and Disconnect where the token is', async ({
  connected,
}) => {
  const { page } = await connected('u-1');
  await expect(frame(page).state).toContainText('Updates automatically');
  await frame(page).people.click();
  const head = page.getByRole('heading', { level: 1, name: 'People' }).locator('..');
  await expect(head).toContainText('1 person');
  await expect(head).not.toContainText('known so far');
  await frame(page).connection.click();
  await page.getByRole('menuitem', { name: 'Disconnect…' }).click();
  const box = page.getByRole('checkbox', { name: 'Forget the access token' });
  await expect(box).toHaveAccessibleDescription(/^It is held in memory only/);
});
