/** What leaves Rolodesk as a file or on the clipboard, and comes back: nothing of it is lost on the way. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { parse } from 'csv-parse/sync';
import { named, someone, test } from './fault-people.ts';
import { frame, lookUp, person, showTab } from './on-screen.ts';

test('a reply is copied as it came, and copied and saved with a receipt that can be checked', async ({
  connected,
  server,
  newFolder,
}) => {
  server.answer('u-1', someone('u-1', named('Łucja "Bo" Lee')));
  const { app, page } = await connected('u-1');
  const clipboard = () => app.evaluate(async ({ clipboard: board }) => String(await board.readText()));
  await showTab(page, 'Raw');
  await page.getByRole('button', { name: 'Copy as it came' }).click();
  await expect.poll(clipboard).toContain('Lee');
  const came = await clipboard();
  expect(JSON.parse(came)).toMatchObject({ _data: { id: 'u-1' } });

  await page.getByRole('button', { name: 'Copy with receipt' }).click();
  await expect(page.getByText('Copied the reply with its receipt')).toBeVisible();
  const withReceipt = await clipboard();
  const [head = '', body] = withReceipt.split('\n\n');
  expect(body).toBe(came);
  const facts = new Map(head.split('\n').map((line) => line.split(/: (.*)/s, 2) as [string, string]));
  expect(facts.get('Asked')).toBe(`${server.origin}/v1/ext/user/u-1`);
  expect(facts.get('SHA-256')).toBe(createHash('sha256').update(came).digest('hex'));
  for (const name of ['First-Seen', 'Last-Seen']) {
    expect(new Date(facts.get(name) ?? '').toISOString()).toBe(facts.get(name));
  }

  const saved = join(newFolder(), 'saved.txt');
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath });
  }, saved);
  await page.getByRole('button', { name: 'Save…' }).click();
  await expect(page.getByText('Saved the reply')).toBeVisible();
  expect(readFileSync(saved, 'utf8')).toBe(withReceipt);
});

test('what looks like a number is exported as text, and found again where it is pasted', async ({
  connected,
  server,
  newFolder,
}) => {
  const odd = {
    ...named('5 Mar'),
    username: '1E5',
    phones: ['0170 1234567'],
    team: '1.10',
    reportees: ['12345678901234567890'],
  };
  server.answer('007', someone('007', odd));
  server.answer('12345678901234567890', someone('12345678901234567890', named('Bo Lind')));
  const { app, page } = await connected('007');
  await expect(person(page).panel).toContainText('1 direct · 1 in all');
  await frame(page).people.click();

  const file = join(newFolder(), 'people.csv');
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath });
  }, file);
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  await page.getByRole('menuitem', { name: /CSV/ }).click();
  await expect(page.getByText('Saved 2 people')).toBeVisible();
  await page.keyboard.press('Escape');
  const [first, second] = parse(readFileSync(file), { bom: true, columns: true }) as Record<string, string>[];
  expect(first).toMatchObject({ Name: "'5 Mar", Username: "'1E5", Team: "'1.10", Phones: "'0170 1234567", Id: "'007" });
  expect(second).toMatchObject({ Name: 'Bo Lind', Id: "'12345678901234567890" });

  const filter = page.getByRole('textbox', { name: 'Filter by text' });
  for (const pasted of ["'007", "'1E5", "'0170 1234567"]) {
    await filter.fill(pasted);
    await expect(page.getByRole('grid', { name: 'People' }).locator('[data-column=name]').getByRole('link')).toHaveText(
      ['5 Mar'],
    );
  }
  await lookUp(page, "'12345678901234567890");
  await expect(person(page).heading).toHaveText('Bo Lind');
});
