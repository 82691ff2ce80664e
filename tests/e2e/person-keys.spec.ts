/** Keys of a person's page: from person to person, along the tabs, and the address; and where they are left alone. */
import { expect } from './app.ts';
import { named, someone, test } from './fault-people.ts';
import { frame, person, search } from './on-screen.ts';

test('one walks up, down and sideways, and is told where nobody is', async ({ server, connected }) => {
  server.answer('boss-1', someone('boss-1', { ...named('Bea Boss'), reportees: ['ann-2', 'bob-3', 'cem-4'] }));
  server.answer('ann-2', someone('ann-2', { ...named('Ann Two'), reportees: [] }));
  server.answer('bob-3', someone('bob-3', { ...named('Bob Three'), reportees: [] }));
  server.answer('cem-4', someone('cem-4', { ...named('Cem Four'), reportees: [] }));
  const { page } = await connected('boss-1');
  const { heading, panel } = person(page);
  const said = (text: string) => page.getByRole('status').filter({ hasText: text });
  await expect(panel).toContainText('3 direct · 3 in all');

  await page.keyboard.press('Alt+ArrowUp');
  await expect(said('No manager found')).toBeVisible();
  await page.keyboard.press('Alt+Shift+ArrowDown');
  await expect(said('No peer after this one')).toBeVisible();
  await expect(heading).toHaveText('Bea Boss');

  await page.keyboard.press('Alt+ArrowDown');
  await expect(heading).toHaveText('Ann Two');
  await expect(heading).toBeFocused();
  await page.keyboard.press('Alt+Shift+ArrowUp');
  await expect(said('No peer before this one')).toBeVisible();
  await page.keyboard.press('Alt+Shift+ArrowDown');
  await expect(heading).toHaveText('Bob Three');
  await page.keyboard.press('Alt+Shift+ArrowDown');
  await expect(heading).toHaveText('Cem Four');
  await page.keyboard.press('Alt+Shift+ArrowUp');
  await expect(heading).toHaveText('Bob Three');
  await page.keyboard.press('Alt+ArrowDown');
  await expect(said('No direct reports')).toBeVisible();
  await page.keyboard.press('Alt+ArrowUp');
  await expect(heading).toHaveText('Bea Boss');

  // From a button as well, but not from a field, where they move the cursor.
  await person(page).refresh.focus();
  await page.keyboard.press('Alt+ArrowDown');
  await expect(heading).toHaveText('Ann Two');
  await page.keyboard.press('ControlOrMeta+k');
  await page.keyboard.press('Alt+ArrowUp');
  await page.keyboard.press('Escape');
  await expect(heading).toHaveText('Ann Two');
  await expect(heading).toBeFocused();

  // With a tab in focus an arrow alone goes to the next tab, and with Alt it does nothing of the kind.
  await page.keyboard.press('2');
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(heading).toHaveText('Bea Boss');
  await page.keyboard.press('Alt+ArrowRight');
  await expect(heading).toHaveText('Ann Two');
  await expect(person(page).tab('E-mails')).toHaveAttribute('aria-selected', 'true');
  await expect(person(page).tab('E-mails')).toBeFocused();

  // On other pages they lead nowhere.
  await frame(page).people.click();
  await expect(heading).toHaveText('People');
  await page.keyboard.press('Alt+ArrowDown');
  await page.keyboard.press('2');
  await expect(heading).toHaveText('People');
});

test('1 to 5 show the tabs and give them the focus, C copies the address; in a field they are typed', async ({
  server,
  connected,
}) => {
  server.answer('ann-1', someone('ann-1', { ...named('Ann One'), reportees: [] }));
  server.answer('bob-2', someone('bob-2', { ...named('Bob Two'), reportees: [], emails: [], primaryEmail: null }));
  const { page, app } = await connected('ann-1');
  // Nothing of this computer's own clipboard is touched.
  await app.evaluate(({ clipboard }) => {
    const seen = globalThis as { copied?: string };
    clipboard.writeText = async (text) => {
      seen.copied = text;
    };
  });
  const names = ['Overview', 'E-mails', 'Reports', 'Status history', 'Raw'] as const;
  for (const [nth, name] of [...names.entries()].toReversed()) {
    await page.keyboard.press(String(nth + 1));
    await expect(person(page).tab(name)).toHaveAttribute('aria-selected', 'true');
    await expect(person(page).tab(name)).toBeFocused();
  }
  // Its own as well, from anywhere on the page.
  await person(page).refresh.focus();
  await page.keyboard.press('1');
  await expect(person(page).tab('Overview')).toBeFocused();

  await page.keyboard.press('c');
  await expect(page.getByText('Copied the e-mail')).toBeVisible();
  expect(await app.evaluate(() => (globalThis as { copied?: string }).copied)).toMatch(/^\S+@\S+$/);

  await page.keyboard.press('ControlOrMeta+k');
  await page.keyboard.type('c2');
  await expect(search(page).field).toHaveValue('c2');
  await page.keyboard.press('Escape');
  await expect(person(page).tab('Overview')).toHaveAttribute('aria-selected', 'true');

  await page.keyboard.press('ControlOrMeta+k');
  await page.keyboard.type('bob-2');
  await page.keyboard.press('Enter');
  await expect(person(page).heading).toHaveText('Bob Two');
  await page.keyboard.press('c');
  await expect(page.getByText('No e-mail address to copy')).toBeVisible();
});
