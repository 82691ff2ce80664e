/** What a person is called, whatever of a name there is, and however long or in whichever direction it runs. */
import { expect } from '@playwright/test';
import { someone, test } from './fault-people.ts';
import { lookUp, person } from './on-screen.ts';

test('the name falls back from the display name to its parts, the e-mail, the username and the id', async ({
  connected,
  server,
}) => {
  const parts = { firstName: ' Ada ', middleName: '', lastName: 'Lovelace' };
  const nothing = { displayName: '', firstName: '', middleName: '', lastName: '' };
  const noEmail = { emails: [], primaryEmail: null };
  const cases = [
    [{ ...nothing, ...parts, displayName: 'Countess' }, 'Countess'],
    [{ ...nothing, ...parts }, 'Ada Lovelace'],
    [{ ...nothing, primaryEmail: 'SMTP:ada@example.com' }, 'ada@example.com'],
    [{ ...nothing, ...noEmail, username: 'a.lovelace' }, 'a.lovelace'],
    [{ ...nothing, ...noEmail, username: '' }, 'name-4'],
  ] as const;
  cases.forEach(([fields], index) => {
    server.answer(`name-${index}`, someone(`name-${index}`, fields));
  });
  const { page } = await connected('name-0');
  for (const [index, [, name]] of cases.entries()) {
    if (index > 0) await lookUp(page, `name-${index}`);
    await expect(person(page).heading).toHaveText(name);
  }
});

test('names that run from right to left, or without end, keep the page whole', async ({ connected, server }) => {
  const rightToLeft = 'مريم الخوارزمي';
  const endless = 'Ana'.padEnd(140, ' Beatriz');
  const unbroken = 'x'.repeat(160);
  server.answer('name-1', someone('name-1', { displayName: rightToLeft, reportees: ['name-2', 'name-3'] }));
  server.answer('name-2', someone('name-2', { displayName: endless }));
  server.answer('name-3', someone('name-3', { displayName: unbroken }));
  const { page } = await connected('name-1');
  await expect(person(page).heading).toHaveText(rightToLeft);
  // Kept apart, so that what stands beside it keeps its own direction.
  await expect(person(page).heading.locator('bdi')).toHaveText(rightToLeft);
  for (const [id, name] of [
    ['name-2', endless],
    ['name-3', unbroken],
  ] as const) {
    await lookUp(page, id);
    await expect(person(page).heading).toHaveText(name.trim());
    await expect(person(page).chain.getByRole('link', { name: rightToLeft })).toBeVisible();
    await expect(person(page).refresh).toBeInViewport();
    const overflow = await page.evaluate(() => {
      const main = document.querySelector('main');
      return main === null ? Number.NaN : main.scrollWidth - main.clientWidth;
    });
    expect(overflow).toBe(0);
  }
});
