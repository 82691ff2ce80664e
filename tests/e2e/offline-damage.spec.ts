/** A local copy that cannot be used: a damaged one is set aside and begun anew, a newer one is left as it is. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect } from '@playwright/test';
import { connect, named, someone, test, token } from './fault-people.ts';
import { alert, firstRun, frame, person } from './on-screen.ts';

const databaseIn = (userData: string): string => {
  const found = readdirSync(userData, { recursive: true, encoding: 'utf8' }).find((path) =>
    /directory\.sqlite$/.test(path),
  );
  if (found === undefined) throw new Error('there is no local copy');
  return join(userData, found);
};

test('a damaged copy is moved aside, the app opens and says so, and it fills again', async ({
  connected,
  start,
  server,
}) => {
  server.answer('boss-1', someone('boss-1', named('Bea Boss')));
  const first = await connected('boss-1');
  await first.app.close();
  const file = databaseIn(first.userData);
  const bytes = readFileSync(file);
  bytes.fill(0xa5, 0, Math.floor(bytes.length / 2));
  writeFileSync(file, bytes);

  const { page } = await start({ userData: first.userData });
  const notice = alert(page, 'The local copy was damaged');
  await expect(notice).toContainText('It was moved aside, and a new one was begun.');
  await expect(page.getByText('Nobody is known yet')).toBeVisible();
  const aside = readdirSync(dirname(file)).find((name) => /\.damaged-\w+$/.test(name));
  expect(readFileSync(join(dirname(file), aside ?? '')).equals(bytes)).toBe(true);
  await notice.getByRole('button', { name: 'Understood' }).click();
  await expect(notice).toHaveCount(0);

  await frame(page).connection.click();
  await page.getByRole('menuitem', { name: 'Give another token…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Access token' }).fill(token);
  await dialog.getByRole('button', { name: 'Use this token' }).click();
  await expect(dialog).toHaveCount(0);
  // The ids that it was begun with are kept apart from the copy, so it fills by itself.
  await expect(frame(page).connection).toContainText('1 person');
  await page.keyboard.press('ControlOrMeta+k');
  await page.keyboard.type('boss-1');
  await expect(page.getByRole('option')).toHaveText([/Bea Boss/]);
  await page.keyboard.press('Enter');
  await expect(person(page).heading).toHaveText('Bea Boss');
});

test('a copy of a newer version is refused with words and left untouched', async ({ connected, start, server }) => {
  server.answer('boss-1', someone('boss-1', named('Bea Boss')));
  const first = await connected('boss-1');
  await first.app.close();
  const file = databaseIn(first.userData);
  const bytes = readFileSync(file);
  // The version stands at offset 60 of SQLite's header, as a big-endian number.
  bytes.writeUInt32BE(9999, 60);
  writeFileSync(file, bytes);

  const { page } = await start({ userData: first.userData });
  await expect(firstRun(page).lookAround).toBeVisible();
  await expect(alert(page, 'The local copy was written by a newer Rolodesk')).toContainText(
    'It was left untouched. Update Rolodesk to open it.',
  );
  expect(readFileSync(file).equals(bytes)).toBe(true);
  expect(readdirSync(dirname(file)).filter((name) => name.includes('damaged'))).toEqual([]);

  // It stands in nobody's way.
  await connect(page, { server: server.origin, token, startFrom: 'boss-1' });
  await expect(person(page).heading).toHaveText('Bea Boss');
});
