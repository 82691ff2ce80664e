/** Buttons that go once they are pressed: the focus stays near, and never falls to the window. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { faults } from '../fault-server/faults.ts';
import { expect } from './app.ts';
import { named, notAllowed, someone, test } from './fault-people.ts';
import { frame, person, showTab } from './on-screen.ts';

const grid = (page: Page) => page.getByRole('grid', { name: 'People' });

/** Presses it by keyboard, sees it go, and sees what has the focus then. */
async function press(page: Page, button: Locator, next: Locator): Promise<void> {
  await button.focus();
  await page.keyboard.press('Enter');
  await expect(button).toHaveCount(0);
  await expect(next).toBeFocused();
}

test('what is pressed away on pages, below them and in the rail hands the focus on', async ({ connected, server }) => {
  server.answer('u-1', someone('u-1', { ...named('Asha Rao'), reportees: ['u-2', 'u-3'], gender: 'female' }));
  server.answer('u-2', someone('u-2', { ...named('Bea Itonaga'), reportees: [] }));
  server.answer('u-3', notAllowed);
  const { page } = await connected('u-1');
  await press(page, page.getByRole('button', { name: 'Understood' }), page.getByRole('main'));

  await showTab(page, 'Overview');
  const show = person(page).panel.getByRole('button', { name: /^Show gender/ });
  const hide = person(page).panel.getByRole('button', { name: /^Hide gender/ });
  await press(page, show, hide);
  await press(page, hide, show);

  await showTab(page, 'Reports');
  await expect(person(page).reports.nth(1)).toContainText('No permission');
  // On its way for as long as the test looks.
  server.answer('u-3', faults.hangBeforeHeaders);
  // The row has no link before it is fetched: the one beside it has the focus, or the choice above where the list is drawn again.
  const again = page.getByRole('button', { name: 'Try again to fetch u-3' });
  await press(page, again, person(page).panel.locator('a:focus, button:focus'));

  await frame(page).people.click();
  await expect(grid(page)).toContainText('Asha Rao');
  await grid(page).focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Space');
  await press(
    page,
    page.getByRole('button', { name: 'Clear', exact: true }),
    page.getByRole('button', { name: 'Below…' }),
  );
  const filter = page.getByRole('textbox', { name: 'Filter by text' });
  await filter.fill('nobody is called so');
  await press(page, page.getByRole('button', { name: 'Clear the filters' }), grid(page));
  await filter.fill('Asha');
  await press(page, page.getByRole('button', { name: 'Clear the text' }), filter);
});

test('on the first screen the focus comes to the directory that is tried again', async ({
  connected,
  start,
  server,
}) => {
  server.answer('u-1', someone('u-1', named('Asha Rao')));
  const first = await connected('u-1');
  await first.app.close();
  const file = readdirSync(first.userData, { recursive: true, encoding: 'utf8' }).find((path) =>
    path.endsWith('directory.sqlite'),
  );
  const path = join(first.userData, file ?? '');
  const bytes = readFileSync(path);
  // Of a version to come, by the header of SQLite's file: it is not opened.
  bytes.writeUInt32BE(9999, 60);
  writeFileSync(path, bytes);
  const { page } = await start({ userData: first.userData });
  const again = page.getByRole('listitem').getByRole('button');
  await page.getByRole('button', { name: 'Try again' }).focus();
  await page.keyboard.press('Enter');
  await expect(again).toBeFocused();
  await expect(page.getByRole('button', { name: 'Try again' })).toBeVisible();
  await expect(again).toBeFocused();
});
