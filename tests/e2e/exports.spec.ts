/** What leaves Rolodesk as a file or on the clipboard, and comes back: nothing of it is lost on the way. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { named, someone, test } from './fault-people.ts';
import { showTab } from './on-screen.ts';

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
