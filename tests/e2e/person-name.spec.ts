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

test('a heading that is an address breaks after the @ or a dot, and a name without end has the same initials everywhere', async ({
  connected,
  server,
}) => {
  const email = 'wilhelmina.vanderbergenoosterhuis.external@hospitalofthevalleyandtheriver.example';
  const nameless = { displayName: '', firstName: '', middleName: '', lastName: '', primaryEmail: email };
  const endless = `Ana ${'Beatriz '.repeat(75)}Zora`;
  server.answer('name-1', someone('name-1', { ...nameless, reportees: ['name-2'] }));
  server.answer('name-2', someone('name-2', { displayName: endless }));
  const { page } = await connected('name-1');
  await page.setViewportSize({ width: 1000, height: 700 });
  await expect(person(page).heading).toHaveText(email);
  const lines = await person(page).heading.evaluate((heading) => {
    const texts = document.createTreeWalker(heading, NodeFilter.SHOW_TEXT);
    const tops = new Map<number, string>();
    for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
      for (let at = 0; at < (node.textContent ?? '').length; at += 1) {
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + 1);
        const top = Math.round(range.getBoundingClientRect().top);
        tops.set(top, (tops.get(top) ?? '') + range.toString());
      }
    }
    return [...tops.values()];
  });
  expect(lines.length).toBeGreaterThan(1);
  for (const line of lines.slice(0, -1)) expect(line).toMatch(/[@.]$/);

  await lookUp(page, 'name-2');
  await expect(person(page).heading).toContainText('Ana Beatriz');
  const initials = page.locator('[data-size] span');
  await expect(initials.nth(1)).toBeVisible();
  const all = await page.locator('[data-size="88"], [data-size="22"]').filter({ hasText: /^A/ }).allTextContents();
  expect(all.length).toBeGreaterThan(1);
  expect(new Set(all).size).toBe(1);
});
