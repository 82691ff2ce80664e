/** No view breaks a rule that a machine can check, in light or in dark: WCAG 2.2 A and AA, and axe's best practices. */
import type { Page } from '@playwright/test';
import { axeTags, axeViolations } from '../axe.ts';
import { faults } from '../fault-server/faults.ts';
import { expect } from './app.ts';
import { checks } from './check-screen.ts';
import { connect, noSuchUser, someone, test, token } from './fault-people.ts';
import { firstRun, frame, lookUp, person, search, showTab } from './on-screen.ts';
import { organisation } from './organisation-screen.ts';
import { problemsOn } from './problems-screen.ts';

const tabs = ['Overview', 'E-mails', 'Reports', 'Status history', 'Raw'] as const;

/** What opens or closes is faint for a moment before its animation begins, and after it has ended. */
async function isSettled(page: Page): Promise<boolean> {
  return page.evaluate(() =>
    [...document.querySelectorAll('[role="menu"], [role="dialog"]')].every(
      (one) => getComputedStyle(one).opacity === '1',
    ),
  );
}

async function check(page: Page, view: string): Promise<void> {
  // Colours on their way from one to another are nobody's fault: they are shown where they end. What has no end is awaited.
  await page.evaluate(() =>
    Promise.allSettled(
      document.getAnimations().map((animation) => {
        const isEndless = animation.effect?.getComputedTiming().endTime === Number.POSITIVE_INFINITY;
        return isEndless ? animation.finished : animation.finish();
      }),
    ),
  );
  await expect.poll(() => isSettled(page)).toBe(true);
  expect.soft(await axeViolations(page, { runOnly: axeTags }), view).toEqual([]);
}

for (const theme of ['Light', 'Dark'] as const) {
  test(`every view is accessible: ${theme.toLowerCase()}`, async ({ server, connected }) => {
    test.setTimeout(300_000);
    const [email] = [
      { email: 'second@example.com', isVerified: false, type: 'Home', user: 'u-9', createdAt: 1, updatedAt: 1 },
    ];
    server.answer(
      'u-1',
      someone('u-1', {
        reportees: ['u-2', 'u-3', 'u-4', 'u-404'],
        phones: ['+91 98450 12345'],
        bio: 'Runs the night desk.',
        gender: 'Female',
        emails: [email, { ...email, email: 'third@example.com', isVerified: true }],
      }),
    );
    server.answer('u-2', someone('u-2', { isDeleted: true, deletedAt: 1_700_000_000_000, displayName: 'Dele Ted' }));
    server.answer('u-3', someone('u-3', { isActive: null, isDeleted: null, displayName: 'Unn Known' }));
    server.answer('u-4', someone('u-4', { bio: 42, timezone: 7, isActive: false, displayName: 'Ura Nread' }, ['Odd']));
    server.answer('u-404', noSuchUser);
    server.answer('u-500', faults.hangBeforeHeaders);
    const { page } = await connected('u-1');

    await page.getByRole('button', { name: 'Theme' }).click();
    await check(page, 'the menu of themes');
    await page.getByRole('menuitemradio', { name: theme }).click();
    await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', theme.toLowerCase());

    for (const [name, heading] of [
      ['u-1', 'Asha Rao'],
      ['u-2', 'Dele Ted'],
      ['u-3', 'Unn Known'],
      ['u-4', 'Ura Nread'],
    ] as const) {
      await lookUp(page, name);
      await expect(person(page).heading).toHaveText(heading);
      for (const tab of tabs) {
        await showTab(page, tab);
        if (tab === 'Reports' && name === 'u-1') await expect(person(page).reports).toHaveCount(4);
        await check(page, `${heading}: ${tab}`);
      }
    }

    await lookUp(page, 'u-404');
    await expect(page.getByRole('heading', { level: 1, name: 'No such user' })).toBeVisible();
    await check(page, 'no such user');
    await lookUp(page, 'u-500');
    await expect(page.getByRole('status').filter({ hasText: 'Opening' })).toBeAttached();
    await check(page, 'a person on the way');

    await frame(page).people.click();
    await expect(page.getByRole('grid', { name: 'People' }).getByRole('link').first()).toBeVisible();
    await check(page, 'People');
    await page.getByRole('button', { name: /^Inactive/ }).click();
    await check(page, 'People who are inactive');

    await checkOrganisation(page);
    await checkLists(page);
    await checkProblems(page);

    const { field, options } = search(page);
    await page.keyboard.press('ControlOrMeta+k');
    await expect(field).toBeFocused();
    await check(page, 'search: nothing typed');
    await field.fill('Asha');
    await expect(options.first()).toBeVisible();
    await check(page, 'search: results');
    await field.press('Tab');
    await expect(options.first()).toContainText('Open');
    await check(page, 'search: actions');
    await field.fill('zzzzzzqqq');
    await check(page, 'search: nobody');
    await field.fill('7f8a1f1e-0000-4000-8000-000000000000');
    await expect(options.first()).toContainText('Fetch');
    await check(page, 'search: an id to fetch');
    await field.fill('>');
    await expect(page.getByRole('listbox', { name: 'Actions' })).toBeVisible();
    await check(page, 'palette: every action');
    await field.fill('>zzzzzzqqq');
    await check(page, 'palette: no action');
    await page.keyboard.press('Escape');

    await page.keyboard.press('F1');
    await checkDialog(page, 'shortcuts');
    await page.getByRole('button', { name: 'Settings and help' }).click();
    await page.getByRole('menuitem', { name: 'About Rolodesk' }).click();
    await checkDialog(page, 'about');
    for (const item of ['Rename…', 'Give another token…', 'Disconnect…']) {
      await frame(page).connection.click();
      await page.getByRole('menuitem', { name: item }).click();
      await checkDialog(page, item);
    }
    await frame(page).connection.click();
    await expect(page.getByRole('menuitem', { name: 'Rename…' })).toBeVisible();
    await check(page, 'the menu of the connection');
    await page.getByRole('menuitem', { name: 'Add another…' }).click();

    await expect(firstRun(page).lookAround).toBeVisible();
    await check(page, 'first run');
    await connect(page, { server: 'ftp://example.com', token: 'x', startFrom: '' });
    await expect(firstRun(page).server).toHaveAttribute('aria-invalid', 'true');
    await check(page, 'first run: a field that is wrong');
    await connect(page, { server: server.origin, token: `${token}-not`, startFrom: 'u-7' });
    await expect(firstRun(page).token).toHaveAccessibleDescription(/The token was refused/);
    await check(page, 'first run: a token that is refused');
  });
}

async function checkOrganisation(page: Page): Promise<void> {
  await page.keyboard.press('ControlOrMeta+2');
  const { active, find, tree } = organisation(page);
  await expect(active).toHaveAttribute('aria-expanded', 'true');
  await check(page, 'Organisation');
  await page.emulateMedia({ forcedColors: 'active' });
  await check(page, 'Organisation in forced colours');
  await page.emulateMedia({ forcedColors: 'none' });
  await tree.focus();
  await page.keyboard.press('Shift+F10');
  await expect(page.getByRole('menuitem', { name: 'Copy id' })).toBeVisible();
  await check(page, 'Organisation: the actions of a row');
  await page.keyboard.press('Escape');
  await find.fill('Dele');
  await expect(page.getByRole('option').first()).toBeVisible();
  await check(page, 'Organisation: found');
  await find.press('Enter');
  await expect(active).toHaveAccessibleName(/^Dele Ted/);
  await check(page, 'Organisation: somebody who is gone');
}

async function checkLists(page: Page): Promise<void> {
  const { entry, list, grid, show, ask } = checks(page);
  await entry.click();
  await list.press('ControlOrMeta+Enter');
  await expect(list).toHaveAccessibleDescription(/Paste a list/);
  await check(page, 'Status check: a list that is missing');
  await list.fill('u-1\nu-2\nAsha Rao\n\nnobody@example.com\nu-1\nu-404');
  await list.press('ControlOrMeta+Enter');
  await expect(grid).toHaveAttribute('aria-rowcount', '8');
  await check(page, 'Status check: rows');
  await page.emulateMedia({ forcedColors: 'active' });
  await check(page, 'Status check in forced colours');
  await page.emulateMedia({ forcedColors: 'none' });
  await grid.focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('Shift+F10');
  await expect(page.getByRole('menuitem', { name: 'Copy what was given' })).toBeVisible();
  await check(page, 'Status check: the actions of a row');
  await page.keyboard.press('Escape');
  await show('To be looked at').click();
  await page.getByRole('button', { name: 'Any answer' }).click();
  await expect(page.getByRole('menu').getByRole('menuitemradio').first()).toBeVisible();
  await check(page, 'Status check: answers');
  await page.keyboard.press('Escape');
  for (const name of ['Name this check…', 'Runs…']) {
    await page.getByRole('button', { name }).click();
    await checkDialog(page, name);
  }
  await ask.click();
  await checkDialog(page, 'Ask the server');
  await entry.click();
  await expect(page.getByRole('list', { name: 'Checks' })).toBeVisible();
  await check(page, 'Status check: where a list is given');
}

async function checkProblems(page: Page): Promise<void> {
  const { entry, region, rows, grid, setAside, save, show } = problemsOn(page);
  await entry.click();
  await expect(region('not-found')).toBeVisible();
  await check(page, 'Problems');
  await page.emulateMedia({ forcedColors: 'active' });
  await check(page, 'Problems in forced colours');
  await page.emulateMedia({ forcedColors: 'none' });
  await region('unreadable')
    .getByRole('button', { name: /^Show all/ })
    .click();
  await expect(rows.first()).toContainText('Asha Rao');
  await check(page, 'Problems: a list');
  await grid.focus();
  await page.keyboard.press('Home');
  await page.keyboard.press(' ');
  await page.emulateMedia({ forcedColors: 'active' });
  await check(page, 'Problems: a list in forced colours');
  await page.emulateMedia({ forcedColors: 'none' });
  await page.keyboard.press('Shift+F10');
  await expect(page.getByRole('menuitem', { name: 'Evidence…' })).toBeVisible();
  await check(page, 'Problems: the actions of a row');
  await page.getByRole('menuitem', { name: 'Evidence…' }).click();
  await expect(page.getByRole('dialog').getByText('SHA-256')).toBeVisible();
  await checkDialog(page, 'evidence of a problem');
  await save.click();
  await checkDialog(page, 'saving problems');
  await setAside.click();
  await checkDialog(page, 'setting a problem aside');
  await show('Set aside').click();
  await expect(page.getByText('None is set aside')).toBeVisible();
  await check(page, 'Problems: none is set aside');
}

async function checkDialog(page: Page, view: string): Promise<void> {
  const dialog = page.getByRole('dialog');
  await expect(dialog).toBeVisible();
  await check(page, `dialog: ${view}`);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
}
