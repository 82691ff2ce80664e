/** Links into the app and out of it: `rolodesk://user/{id}`, and mail, calls and pictures by fixed verbs only. */
import { expect } from '@playwright/test';
import { startAgain } from './app.ts';
import { askedFor, connect, named, noSuchUser, someone, test, token } from './fault-people.ts';
import { frame, person, showTab } from './on-screen.ts';

test('a link given at the start opens its person as soon as a directory is open', async ({ start, server }) => {
  server.answer('boss-1', someone('boss-1', named('Bea Boss')));
  server.answer('linked-2', someone('linked-2', named('Lina Linked')));
  const { page } = await start({ args: ['rolodesk://user/linked-2'] });
  await expect(page.getByText('The link you followed opens as soon as a directory is open.')).toBeVisible();
  await connect(page, { server: server.origin, token, startFrom: 'boss-1' });
  await expect(person(page).heading).toHaveText('Lina Linked');
  await frame(page).back.click();
  await expect(person(page).heading).toHaveText('People');
});

test('a second start hands its link to the first and ends', async ({ connected, server }) => {
  server.answer('boss-1', someone('boss-1', named('Bea Boss')));
  server.answer('linked-2', someone('linked-2', named('Lina Linked')));
  server.answer('gone-3', noSuchUser);
  const { app, page, userData } = await connected('boss-1');
  const { pid } = app.process();
  await app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    const counts = globalThis as unknown as { focused: number };
    counts.focused = 0;
    const focus = window?.focus.bind(window);
    if (window !== undefined) {
      window.focus = () => {
        counts.focused += 1;
        focus?.();
      };
    }
  });
  expect(await startAgain(userData, 'rolodesk://user/linked-2')).toBe(0);
  await expect(person(page).heading).toHaveText('Lina Linked');
  expect(app.windows()).toHaveLength(1);
  expect(await app.evaluate(() => (globalThis as unknown as { focused: number }).focused)).toBe(1);
  expect(await app.evaluate(() => process.pid)).toBe(pid);
  expect(app.process().exitCode).toBeNull();

  // Somebody who is not there is answered like any other; what is no link to a user changes nothing.
  expect(await startAgain(userData, 'rolodesk://user/gone-3')).toBe(0);
  await expect(person(page).heading).toHaveText('No such user');
  const before = server.requests.length;
  for (const odd of ['rolodesk://user/..%2Fadmin', 'rolodesk://admin/boss-1', 'https://user/boss-1']) {
    expect(await startAgain(userData, odd)).toBe(0);
  }
  await expect(person(page).heading).toHaveText('No such user');
  expect(server.requests).toHaveLength(before);
});

test('links in mass beneath an open dialog leave the focus in it, and the last one’s person is there once it closes', async ({
  connected,
  server,
}) => {
  server.answer('boss-1', someone('boss-1', named('Bea Boss')));
  server.answer('last-1', someone('last-1', named('Lena Last')));
  const { app, page } = await connected('boss-1');
  await page.keyboard.press('?');
  const dialog = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await expect(dialog.getByRole('button', { name: 'Close' })).toBeFocused();
  await app.evaluate(({ app: running }) => {
    const links = Array.from({ length: 3000 }, (_, nth) => `rolodesk://user/mass-${nth}`);
    for (const link of [...links, 'rolodesk://user/last-1']) running.emit('second-instance', {}, ['rolodesk', link]);
  });
  await expect(person(page).heading).toHaveText('Lena Last');
  await expect(dialog.getByRole('button', { name: 'Close' })).toBeFocused();
  const massed = server.requests.filter(({ target }) => target.includes('/user/mass-'));
  expect(massed.length).toBeLessThanOrEqual(2);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(page.locator('#content')).toBeFocused();
});

test('mail, calls and pictures leave as exactly one mailto:, tel: or https: address', async ({ connected, server }) => {
  const email = (address: string, isVerified: boolean) => ({
    ...{ id: `m-${address}`, createdAt: 0, updatedAt: 0, type: '', user: 'full-1' },
    ...{ email: address, normalizedEmail: address, isVerified },
  });
  const main = email('ada@example.com', true);
  server.answer(
    'full-1',
    someone('full-1', {
      ...named('Ada Outgoing'),
      emails: [main, email('a?bcc=x&y@example.com', false)],
      primaryEmail: main,
      phones: ['+49 (30) 123-4567 ext. 89', 'by pigeon', '+49 30 7654321'],
      profileImageUrl: 'https://pictures.example.com/ada.png?size=2',
      coverImageUrl: 'http://pictures.example.com/cover.png',
    }),
  );
  const { app, page } = await connected('full-1');
  await app.evaluate(({ shell }) => {
    const kept = globalThis as unknown as { opened: string[] };
    kept.opened = [];
    shell.openExternal = async (url: string) => {
      kept.opened.push(url);
    };
  });
  const opened = () => app.evaluate(() => (globalThis as unknown as { opened: string[] }).opened.splice(0));
  const { panel } = person(page);

  await page.getByRole('button', { name: 'Write', exact: true }).click();
  await expect.poll(opened).toEqual(['mailto:ada@example.com']);
  await panel.getByRole('button', { name: 'Write to ada@example.com' }).click();
  await expect.poll(opened).toEqual(['mailto:ada@example.com']);
  await page.getByRole('button', { name: 'Call', exact: true }).click();
  await expect.poll(opened).toEqual(['tel:+49301234567']);
  await panel.getByRole('button', { name: 'Open in the browser' }).first().click();
  await expect.poll(opened).toEqual(['https://pictures.example.com/ada.png?size=2']);
  await showTab(page, 'E-mails');
  await panel.getByRole('button', { name: 'Write to a?bcc=x&y@example.com' }).click();
  await expect.poll(opened).toEqual(['mailto:a%3Fbcc%3Dx%26y@example.com']);

  // What cannot be called, and a picture that is not https, are shown as they came, and nothing is offered to be done.
  await showTab(page, 'Overview');
  await expect(panel.getByText('by pigeon', { exact: true })).toBeVisible();
  await expect(panel.getByRole('button', { name: /^Dial / })).toHaveCount(2);
  await expect(panel.getByText('http://pictures.example.com/cover.png')).toBeVisible();
  await expect(panel.getByRole('button', { name: 'Open in the browser' })).toHaveCount(1);

  // The head calls the first number alone, so each has its own button however narrow the page is.
  await page.setViewportSize({ width: 1000, height: 800 });
  await panel.getByRole('button', { name: 'Dial +49 30 7654321' }).click();
  await expect.poll(opened).toEqual(['tel:+49307654321']);
});

test('a link to somebody known opens them at once when the app starts again', async ({ connected, start, server }) => {
  server.answer('boss-1', someone('boss-1', { ...named('Bea Boss'), reportees: ['linked-2'] }));
  server.answer('linked-2', someone('linked-2', named('Lina Linked')));
  const first = await connected('boss-1');
  await expect(person(first.page).panel).toContainText('Lina Linked');
  await first.app.close();
  const before = askedFor(server);
  const { page } = await start({ userData: first.userData, args: ['rolodesk://user/linked-2'] });
  await expect(person(page).heading).toHaveText('Lina Linked');
  await expect(page.getByText(/^From the local copy, /)).toBeVisible();
  expect(askedFor(server)).toEqual(before);
});
