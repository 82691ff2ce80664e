/** Who sends something by keyboard has the focus where they pressed, while the answer is waited for and after it. */

import { held } from '../fault-server/fault-server.ts';
import { faults, reply } from '../fault-server/faults.ts';
import { expect } from './app.ts';
import { askedFor, connect, named, someone, test, token } from './fault-people.ts';
import { firstRun, frame, person } from './on-screen.ts';

const id = 'asked-1';
const failing = reply(500, { 'content-type': 'application/json' }, '{"_data":null,"_meta":{},"_errors":[]}');

test('the button that connects keeps the focus while the server is asked, is deaf then, and has it after a failure', async ({
  start,
  server,
}) => {
  const { page } = await start();
  const form = firstRun(page);
  server.answer(id, held, failing);
  await form.server.fill(server.origin);
  await form.token.fill(token);
  await form.startFrom.fill(id);
  await form.connect.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('Asking 127.0.0.1')).toBeVisible();
  await expect(form.connect).toBeFocused();
  await expect(form.connect).toHaveAttribute('aria-disabled', 'true');
  // Neither a second press nor the other door begins anything beside it.
  await server.seen(1);
  await page.keyboard.press('Enter');
  await form.lookAround.focus();
  await page.keyboard.press('Enter');
  await form.token.focus();
  await page.keyboard.press('Enter');
  await form.connect.focus();
  server.release();
  await expect(page.getByRole('alert')).toBeVisible();
  await expect(form.connect).toBeFocused();
  await expect(form.connect).toHaveAttribute('aria-disabled', 'false');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toContainText('The server answered with an error (500)');
  await expect(form.connect).toBeFocused();

  // The button that tries again goes with what it stands in: the focus is where the answer is waited for.
  await page.getByRole('button', { name: 'Try again' }).focus();
  await page.keyboard.press('Enter');
  await expect(form.connect).toBeFocused();
  await expect(page.getByRole('alert')).toContainText('The server answered with an error (500)');
  await expect(form.connect).toBeFocused();

  server.answer(id, someone(id, named('Asha Asked')));
  await page.keyboard.press('Enter');
  await expect(person(page).heading).toHaveText('Asha Asked');
});

test('a dialog’s button keeps the focus in the dialog while what it sends is under way', async ({ start, server }) => {
  const { page } = await start();
  server.answer(id, someone(id, named('Asha Asked')));
  await connect(page, { server: server.origin, token, startFrom: id });
  await expect(frame(page).connection).toContainText('1 person');
  await frame(page).connection.click();
  await page.getByRole('menuitem', { name: 'Give another token…' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('textbox', { name: 'Access token' })).toBeFocused();
  server.forget();
  server.answerAll(faults.hangBeforeHeaders);
  await page.keyboard.type(token);
  const use = dialog.getByRole('button', { name: 'Use this token' });
  await use.focus();
  await page.keyboard.press('Enter');
  await server.seen(1);
  await expect(use).toHaveAttribute('aria-busy', 'true');
  await expect(use).toBeFocused();
  const before = askedFor(server).length;
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  expect(askedFor(server)).toHaveLength(before);
  await expect(frame(page).connection).toBeFocused();
});
